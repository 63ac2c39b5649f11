using System.Text.Json;

namespace PostingsBot.BotFramework.Schema;

public partial class Activity
{
    /// <summary>Whether there is text, a summary, an attachment or channel data to show.</summary>
    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(Summary) || Attachments is { Count: > 0 } || ChannelData is not null;

    public Mention[] GetMentions() => Entities is null
        ? []
        : [.. Entities.Where(entity => string.Equals(entity.Type, "mention", StringComparison.OrdinalIgnoreCase)).Select(entity => entity.GetAs<Mention>())];

    /// <summary>The channel data as <typeparamref name="T"/>, or the default when there is none.</summary>
    /// <exception cref="JsonException">The channel data has another shape.</exception>
    public T? GetChannelData<T>() => ActivityJson.Convert<T>(ChannelData);

    public bool TryGetChannelData<T>(out T? instance)
    {
        instance = default;
        if (ChannelData is null) return false;
        try
        {
            instance = GetChannelData<T>();
            return instance is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
