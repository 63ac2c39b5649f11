using System.Text.Json;
using System.Text.Json.Serialization;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Questions;

namespace PostingsBot.Subscriptions;

/// <summary>What a conversation remembers of subscriptions between turns.</summary>
internal sealed record SubscriptionMemory
{
    public const int CurrentVersion = 1;

    private const int MostOffers = 8;
    private const int MostSearches = 8;
    private const int KeyLength = 12;

    public static SubscriptionMemory Empty { get; } = new();

    public int Version { get; init; } = CurrentVersion;

    /// <summary>What waits for a confirmation, latest last.</summary>
    public IReadOnlyList<Offer> Offers { get; init; } = [];

    /// <summary>What somebody was asked whether to delete.</summary>
    public Deletion? Deleting { get; init; }

    /// <summary>The constraints of the last searches as JSON, by the key that their cards carry, latest last.</summary>
    public IReadOnlyList<KeptSearch> Searches { get; init; } = [];

    public string Write() => JsonSerializer.Serialize(Stored.Of(this), SubscriptionMemoryJson.Default.Stored);

    /// <summary>Null for text of another version or shape.</summary>
    public static SubscriptionMemory? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, SubscriptionMemoryJson.Default.Stored) is { Version: CurrentVersion } stored ? stored.Memory() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public Offer? OfferOf(string id) => Offers.FirstOrDefault(offer => offer.Subscription.Id == id);

    public SubscriptionMemory With(Offer offer) => this with { Offers = [.. Without(offer.Subscription.Id).Offers.Append(offer).TakeLast(MostOffers)] };

    public SubscriptionMemory Without(string offer) => this with { Offers = [.. Offers.Where(one => one.Subscription.Id != offer)] };

    /// <summary>Keeps a search, so that a button of its card finds it.</summary>
    public (SubscriptionMemory Memory, string Key) With(IEnumerable<Constraint> search)
    {
        var json = SubscriptionJson.WriteConstraints(search);
        var key = RolePrint.Hash(json)[..KeyLength];
        return (this with { Searches = [.. Searches.Where(one => one.Key != key).Append(new KeptSearch(key, json)).TakeLast(MostSearches)] }, key);
    }

    /// <summary>Null when it is not remembered any more.</summary>
    public ValueList<Constraint>? SearchOf(string key) => Searches.FirstOrDefault(search => search.Key == key) is { } kept ? SubscriptionJson.ReadConstraints(kept.Constraints) : null;
}

/// <summary>A subscription that is not kept yet.</summary>
internal sealed record Offer(Subscription Subscription)
{
    /// <summary>The subscription whose time changes instead; null for a new one.</summary>
    public string? Replaces { get; init; }

    /// <summary>The time that was asked for cannot be: another has to be chosen first.</summary>
    public bool NeedsTime { get; init; }

    /// <summary>It was interrupted and offered again.</summary>
    public bool IsReminded { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>Who was asked whether to delete which.</summary>
internal sealed record Deletion(string By, IReadOnlyList<string> Ids);

internal sealed record KeptSearch(string Key, string Constraints);

/// <summary>The memory as it is kept: nothing of a subscription's own type is looked at until there is one.</summary>
internal sealed record Stored
{
    public int Version { get; set; } = SubscriptionMemory.CurrentVersion;

    public IReadOnlyList<StoredOffer?>? Offers { get; set; } = [];

    public Deletion? Deleting { get; set; }

    public IReadOnlyList<KeptSearch>? Searches { get; set; } = [];

    public static Stored Of(SubscriptionMemory memory) => new()
    {
        Version = memory.Version,
        Offers = [.. memory.Offers.Select(StoredOffer.Of)],
        Deleting = memory.Deleting,
        Searches = memory.Searches,
    };

    /// <summary>Null when something is missing.</summary>
    /// <exception cref="JsonException">A subscription is of another version or shape.</exception>
    public SubscriptionMemory? Memory() => Offers is null || Searches is null || Offers.Any(offer => offer?.Subscription is null) ? null : new SubscriptionMemory
    {
        Offers = [.. Offers.Select(offer => offer!.Offer())],
        Deleting = Deleting,
        Searches = Searches,
    };
}

/// <param name="Subscription">As <see cref="SubscriptionJson"/> writes it.</param>
internal sealed record StoredOffer(string Subscription, string? Replaces, bool NeedsTime, bool IsReminded, IReadOnlyList<string>? Notes)
{
    public static StoredOffer Of(Offer offer) => new(SubscriptionJson.Write(offer.Subscription), offer.Replaces, offer.NeedsTime, offer.IsReminded, offer.Notes);

    public Offer Offer() => new(SubscriptionJson.Read(Subscription)) { Replaces = Replaces, NeedsTime = NeedsTime, IsReminded = IsReminded, Notes = Notes ?? [] };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Stored))]
internal sealed partial class SubscriptionMemoryJson : JsonSerializerContext;
