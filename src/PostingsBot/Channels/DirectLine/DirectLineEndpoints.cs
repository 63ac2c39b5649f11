using System.Diagnostics.CodeAnalysis;
using PostingsBot.Dialogs;
using static PostingsBot.Channels.DirectLine.DirectLineHttp;

namespace PostingsBot.Channels.DirectLine;

/// <summary>The Direct Line 3.0 endpoints that Web Chat and other Direct Line clients use.</summary>
internal sealed class DirectLineEndpoints(
    DirectLineOptions options, DirectLineLimits limits, DirectLineTokens tokens, DirectLineConversations conversations, DirectLineTurns turns,
    TimeProvider time, IHostApplicationLifetime lifetime)
{
    public const string Root = "/v3/directline";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost($"{Root}/tokens/generate", Guarded(limits.Conversation, GenerateAsync));
        endpoints.MapPost($"{Root}/tokens/refresh", Guarded(limits.Request, RefreshAsync));
        endpoints.MapPost($"{Root}/conversations", Guarded(limits.Request, BeginAsync));
        endpoints.MapGet($"{Root}/conversations/{{id}}", Guarded(limits.Request, ReconnectAsync));
        endpoints.MapGet($"{Root}/conversations/{{id}}/activities", Guarded(limits.Request, ReadAsync));
        endpoints.MapPost($"{Root}/conversations/{{id}}/activities", Guarded(limits.Message, PostAsync));
        endpoints.MapPost($"{Root}/conversations/{{id}}/upload", Guarded(limits.Upload, UploadAsync));
        var stream = endpoints.CreateApplicationBuilder();
        stream.UseWebSockets(new WebSocketOptions { KeepAliveInterval = options.KeepAlive });
        stream.Run(Guarded(limits.Request, StreamAsync));
        endpoints.MapGet($"{Root}/conversations/{{id}}/stream", stream.Build());
        endpoints.Map($"{Root}/{{**rest}}", Guarded(limits.Request, context => FailAsync(context, DirectLineErrors.NotFound)));
    }

    private static RequestDelegate Guarded(Func<HttpContext, DirectLineError?> limit, RequestDelegate handle) => context =>
        (DirectLineGuard.Check(context) ?? limit(context)) is { } error ? FailAsync(context, error) : handle(context);

    private Task GenerateAsync(HttpContext context) => AnswerAsync(context, 200, Grant(tokens.NewIdentity()));

    private Task RefreshAsync(HttpContext context) => TryAuthorize(context, out var token, out var error)
        ? AnswerAsync(context, 200, Grant(tokens.Renewed(token)))
        : FailAsync(context, error);

    private async Task BeginAsync(HttpContext context)
    {
        if (!TryAuthorize(context, out var token, out var error)) await FailAsync(context, error);
        else if (Open(context, token, out var begun) is not { } conversation) await FailAsync(context, DirectLineErrors.TooManyConversations);
        else
        {
            var first = conversation.Watermark;
            // A greeting that fails is in the log; the conversation is open all the same.
            if (begun) await turns.RunAsync(conversation, IncomingActivity.Began(token, time.GetUtcNow()), UploadedFiles.None);
            await AnswerAsync(context, begun ? 201 : 200, Grant(tokens.Renewed(token), StreamUrl(context, token, first)));
        }
    }

    private async Task ReconnectAsync(HttpContext context)
    {
        if (!TryAuthorize(context, out var token, out var error) || !TryReadWatermark(context, out var watermark, out error)) await FailAsync(context, error);
        else if (Open(context, token, out _) is not { } conversation) await FailAsync(context, DirectLineErrors.TooManyConversations);
        else await AnswerAsync(context, 200, Grant(tokens.Renewed(token), StreamUrl(context, token, watermark ?? conversation.Watermark)));
    }

    private async Task ReadAsync(HttpContext context)
    {
        if (!TryAuthorize(context, out var token, out var error) || !TryReadWatermark(context, out var watermark, out error)) await FailAsync(context, error);
        else if (Open(context, token, out _) is not { } conversation) await FailAsync(context, DirectLineErrors.TooManyConversations);
        else await WriteAsync(context, 200, conversation.Read(watermark));
    }

    private async Task PostAsync(HttpContext context)
    {
        if (!TryAuthorize(context, out var token, out var error)) await FailAsync(context, error);
        else if (!context.Request.HasJsonContentType()) await FailAsync(context, DirectLineErrors.NotJson);
        else if (await ReadBodyAsync(context, options.MaxBodyBytes) is not { } body) await FailAsync(context, DirectLineErrors.TooLarge(options.MaxBodyBytes));
        else if (IncomingActivity.Read(body, out error) is not { } activity) await FailAsync(context, error!);
        else await RunAsync(context, token, IncomingActivity.Address(activity, token, time.GetUtcNow()), UploadedFiles.None);
    }

    private async Task UploadAsync(HttpContext context)
    {
        if (!TryAuthorize(context, out var token, out var error))
        {
            await FailAsync(context, error);
            return;
        }

        var upload = await IncomingUpload.ReadAsync(context, options);
        if (upload.Error is not null) await FailAsync(context, upload.Error);
        else await RunAsync(context, token, IncomingUpload.Attach(IncomingActivity.Address(upload.Activity, token, time.GetUtcNow()), upload.Files), upload.Files);
    }

    private async Task RunAsync(HttpContext context, DirectLineToken token, Activity activity, UploadedFiles files)
    {
        if (Open(context, token, out _) is not { } conversation) await FailAsync(context, DirectLineErrors.TooManyConversations);
        else if (await turns.RunAsync(conversation, activity, files) is { } error) await FailAsync(context, error);
        else await AnswerAsync(context, 200, new { id = activity.Id });
    }

    private async Task StreamAsync(HttpContext context)
    {
        if (!tokens.TryRead(context.Request.Query["t"], DirectLineToken.Stream, out var token, out var error)
            || !BelongsHere(context, token, out error) || !TryReadWatermark(context, out var watermark, out error)) await FailAsync(context, error);
        else if (!context.WebSockets.IsWebSocketRequest) await FailAsync(context, DirectLineErrors.NoWebSocket);
        else if (Open(context, token, out _) is not { } conversation) await FailAsync(context, DirectLineErrors.TooManyConversations);
        else
        {
            // Opened before the handshake ends: a client that sees the socket open misses nothing, typing included.
            var stream = conversation.Open(watermark);
            try
            {
                using var socket = await context.WebSockets.AcceptWebSocketAsync();
                using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
                await DirectLineSocket.RunAsync(socket, stream, ended.Token);
            }
            finally
            {
                conversation.Close(stream);
            }
        }
    }

    private DirectLineConversation? Open(HttpContext context, DirectLineToken token, out bool begun) =>
        conversations.GetOrBegin(token.Conversation, DirectLineGuard.AddressOf(context), out begun);

    /// <summary>The token of the request, which must be for the conversation in its path if there is one.</summary>
    private bool TryAuthorize(HttpContext context, [NotNullWhen(true)] out DirectLineToken? token, [NotNullWhen(false)] out DirectLineError? error) =>
        tokens.TryRead(BearerToken(context), DirectLineToken.Chat, out token, out error) && BelongsHere(context, token, out error);

    private static bool BelongsHere(HttpContext context, DirectLineToken token, [NotNullWhen(false)] out DirectLineError? error)
    {
        error = context.GetRouteValue("id") is string id && id != token.Conversation ? DirectLineErrors.OtherConversation : null;
        return error is null;
    }

    private object Grant(DirectLineToken token, string? streamUrl = null) => new
    {
        conversationId = token.Conversation,
        token = tokens.Write(token),
        expires_in = (long)options.TokenLifetime.TotalSeconds,
        streamUrl,
    };

    private string StreamUrl(HttpContext context, DirectLineToken token, long watermark)
    {
        var request = context.Request;
        var ticket = tokens.Write(tokens.ForStream(token));
        var isSecure = request.IsHttps || DirectLineGuard.PublicOrigin(context)?.Scheme == Uri.UriSchemeHttps;
        return $"{(isSecure ? "wss" : "ws")}://{request.Host}{Root}/conversations/{token.Conversation}/stream?watermark={watermark}&t={ticket}";
    }
}
