using System.Text.Json;

namespace PostingsBot.BotFramework.Schema.Teams;

/// <summary>Value of the invoke "composeExtension/query": what a person typed into the message extension.</summary>
public class MessagingExtensionQuery
{
    public string? CommandId { get; set; }

    /// <summary>On the first opening the one parameter "initialRun".</summary>
    public IList<MessagingExtensionParameter>? Parameters { get; set; }
    public MessagingExtensionQueryOptions? QueryOptions { get; set; }
    public string? State { get; set; }
}

/// <summary><see cref="Value"/> holds a <see cref="JsonElement"/> when it was read from JSON.</summary>
public class MessagingExtensionParameter
{
    public MessagingExtensionParameter() { }

    public MessagingExtensionParameter(string? name = null, object? value = null) => (Name, Value) = (name, value);

    public string? Name { get; set; }
    public object? Value { get; set; }
}

/// <summary>The page: <see cref="Skip"/> results are passed over, at most <see cref="Count"/> are shown.</summary>
public class MessagingExtensionQueryOptions
{
    public MessagingExtensionQueryOptions() { }

    public MessagingExtensionQueryOptions(int? skip = null, int? count = null) => (Skip, Count) = (skip, count);

    public int? Skip { get; set; }
    public int? Count { get; set; }
}

/// <summary>Value of the invoke "composeExtension/queryLink": a link of one of the app's domains was pasted.</summary>
public class AppBasedLinkQuery
{
    public AppBasedLinkQuery() { }

    public AppBasedLinkQuery(string? url = null) => Url = url;

    public string? Url { get; set; }
    public string? State { get; set; }
}
