namespace PostingsBot.Channels.DirectLine;

internal static class DirectLineRegistration
{
    /// <summary>
    /// Adds Direct Line. It needs a <see cref="TimeProvider"/> and an <see cref="IBot"/>.
    /// </summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, DirectLineOptions? options = null) => services
        .AddSingleton(options ?? new DirectLineOptions())
        .AddSingleton(provider => new DirectLineTokens(
            DirectLineKey.LoadOrCreate(provider.GetRequiredService<DirectLineOptions>().KeyFile),
            provider.GetRequiredService<DirectLineOptions>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<DirectLineLimits>()
        .AddSingleton<DirectLineConversations>()
        .AddSingleton<DirectLineAdapter>()
        .AddSingleton<DirectLineTurns>()
        .AddSingleton<DirectLineEndpoints>();

    /// <summary>Maps <c>/v3/directline/*</c> and the chat page at <c>/</c>.</summary>
    public static IEndpointRouteBuilder MapDirectLine(this IEndpointRouteBuilder endpoints)
    {
        endpoints.ServiceProvider.GetRequiredService<DirectLineEndpoints>().Map(endpoints);
        ChatPage.Map(endpoints, endpoints.ServiceProvider.GetRequiredService<DirectLineLimits>());
        return endpoints;
    }
}
