using System.Globalization;
using System.Threading.RateLimiting;

namespace PostingsBot.Channels.DirectLine;

/// <summary>How often one client address may do what, so that nobody who reaches an open page can keep the bot from the others.</summary>
internal sealed class DirectLineLimits(DirectLineOptions options) : IDisposable
{
    private static readonly TimeSpan Refill = TimeSpan.FromSeconds(10);
    private static readonly int RefillsPerMinute = (int)(TimeSpan.FromMinutes(1) / Refill);

    private readonly PartitionedRateLimiter<HttpContext> conversations = PerMinute(options.ConversationsPerMinute);
    private readonly PartitionedRateLimiter<HttpContext> messages = PerMinute(options.MessagesPerMinute);
    private readonly PartitionedRateLimiter<HttpContext> uploads = PerMinute(options.UploadsPerMinute);
    private readonly PartitionedRateLimiter<HttpContext> requests = PerMinute(options.RequestsPerMinute);

    public DirectLineError? Conversation(HttpContext context) => Take(conversations, context);

    public DirectLineError? Message(HttpContext context) => Take(messages, context);

    public DirectLineError? Upload(HttpContext context) => Take(uploads, context);

    public DirectLineError? Request(HttpContext context) => Take(requests, context);

    public void Dispose()
    {
        conversations.Dispose();
        messages.Dispose();
        uploads.Dispose();
        requests.Dispose();
    }

    private static PartitionedRateLimiter<HttpContext> PerMinute(int count) => PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
        DirectLineGuard.AddressOf(context),
        _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = count,
            TokensPerPeriod = Math.Max(1, count / RefillsPerMinute),
            ReplenishmentPeriod = Refill,
            QueueLimit = 0,
        }));

    private static DirectLineError? Take(PartitionedRateLimiter<HttpContext> limiter, HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(context);
        if (lease.IsAcquired)
            return null;
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : Refill;
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return DirectLineErrors.TooOften;
    }
}
