using System.Net;

namespace PostingsBot.Tests.Recruiting.Desk;

/// <summary>The web as recruiters link to it: one page of a role, and nothing else.</summary>
internal sealed class JobPages : HttpMessageHandler
{
    public const string Address = "https://jobs.harbour.example/rust";

    private const string Page = """
        <html><head><title>Jobs</title></head><body><h1>Senior Rust Engineer</h1><p>Company: Harbour Labs</p><p>Location: Berlin</p><p>Salary: €80,000 - €100,000 per year</p>
        <h2>What you need</h2><ul><li>You know Rust.</li></ul></body></html>
        """;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
        request.RequestUri?.AbsoluteUri == Address ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Page) } : new HttpResponseMessage(HttpStatusCode.NotFound));
}
