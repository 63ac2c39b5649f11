using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
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
        endpoints.MapPost($"{Root}/tokens/generate", Guarded(limits.Request, GenerateAsync));
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

    /// <summary>A token of a new conversation: for whom a host site names, for the user of the token that is sent, or for nobody in particular.</summary>
    private async Task GenerateAsync(HttpContext context)
    {
        var bearer = BearerToken(context);
        var isHost = tokens.IsSecret(bearer);
        // A host site asks for all its people from one address.
        if (!isHost && limits.Conversation(context) is { } tooOften) await FailAsync(context, tooOften);
        else if (await ReadBodyAsync(context, TokenRequest.LargestBody) is not { } body) await FailAsync(context, DirectLineErrors.TooLarge(TokenRequest.LargestBody));
        else if (TokenRequest.Read(body, out var error) is not { } asked) await FailAsync(context, error!);
        else if (!isHost && bearer is not null) await GenerateAgainAsync(context, bearer, asked);
        else if (!isHost && asked.IsForSomebody) await FailAsync(context, DirectLineErrors.NeedsSecret);
        else await AnswerAsync(context, 200, Grant(asked is { User: { } user, Name: { } name } ? tokens.SignedIn(user, name, asked.Origins) : tokens.Anonymous(asked.Origins)));
    }

    private Task GenerateAgainAsync(HttpContext context, string bearer, TokenRequest asked) =>
        !tokens.TryRead(bearer, DirectLineToken.Chat, out var token, out var error) || !IsWelcome(context, token, out error) ? FailAsync(context, error == DirectLineErrors.BadToken ? DirectLineErrors.BadSecret : error)
        : asked.IsForSomebody ? FailAsync(context, DirectLineErrors.NeedsSecret)
        : AnswerAsync(context, 200, Grant(tokens.Elsewhere(token)));

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
            if (begun) await turns.RunAsync(conversation, token, IncomingActivity.Began(token, time.GetUtcNow()), UploadedFiles.None);
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
        else if (await turns.RunAsync(conversation, token, activity, files) is { } error) await FailAsync(context, error);
        else await AnswerAsync(context, 200, new JsonObject { ["id"] = activity.Id });
    }

    private async Task StreamAsync(HttpContext context)
    {
        if (!tokens.TryRead(context.Request.Query["t"], DirectLineToken.Stream, out var token, out var error)
            || !IsWelcome(context, token, out error) || !TryReadWatermark(context, out var watermark, out error)) await FailAsync(context, error);
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

    /// <summary>The token of the request.</summary>
    private bool TryAuthorize(HttpContext context, [NotNullWhen(true)] out DirectLineToken? token, [NotNullWhen(false)] out DirectLineError? error) =>
        tokens.TryRead(BearerToken(context), DirectLineToken.Chat, out token, out error) && IsWelcome(context, token, out error);

    /// <summary>Whether a token is for the conversation in the path, if there is one, and for the page that sends it.</summary>
    private static bool IsWelcome(HttpContext context, DirectLineToken token, [NotNullWhen(false)] out DirectLineError? error)
    {
        error = context.GetRouteValue("id") is string id && id != token.Conversation ? DirectLineErrors.OtherConversation
            : DirectLineGuard.IsTrusted(context, token.Origins) ? null
            : DirectLineErrors.UntrustedOrigin;
        return error is null;
    }

    private JsonObject Grant(DirectLineToken token, string? streamUrl = null)
    {
        var grant = new JsonObject { ["conversationId"] = token.Conversation, ["token"] = tokens.Write(token), ["expires_in"] = tokens.Left(token) };
        if (streamUrl is not null)
            grant["streamUrl"] = streamUrl;
        return grant;
    }

    private string StreamUrl(HttpContext context, DirectLineToken token, long watermark)
    {
        var request = context.Request;
        var ticket = tokens.Write(tokens.ForStream(token));
        var isSecure = request.IsHttps || DirectLineGuard.PublicOrigin(context)?.Scheme == Uri.UriSchemeHttps;
        return $"{(isSecure ? "wss" : "ws")}://{request.Host}{Root}/conversations/{token.Conversation}/stream?watermark={watermark}&t={ticket}";
    }
}
