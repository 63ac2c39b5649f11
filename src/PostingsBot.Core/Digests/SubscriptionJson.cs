using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Digests;

/// <summary>Subscriptions and their questions as text, for whatever store a host has.</summary>
public static class SubscriptionJson
{
    private const int CurrentVersion = 1;

    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string Write(Subscription subscription) => JsonSerializer.Serialize(Stored.Of(subscription), SubscriptionJsonContext.Default.Stored);

    /// <exception cref="JsonException">The text is of another version or shape.</exception>
    public static Subscription Read(string json) =>
        JsonSerializer.Deserialize(json, SubscriptionJsonContext.Default.Stored) is { Version: CurrentVersion } stored ? stored.Subscription() : throw new JsonException("not a subscription of this version");

    /// <summary>What decides of a saved question: its constraints.</summary>
    public static string WriteConstraints(IEnumerable<Constraint> constraints) => JsonSerializer.Serialize([.. constraints], ConversationJsonContext.Default.ListConstraint);

    /// <exception cref="JsonException">The text is of another shape.</exception>
    public static ValueList<Constraint> ReadConstraints(string json) => [.. JsonSerializer.Deserialize(json, ConversationJsonContext.Default.ListConstraint) ?? throw new JsonException("a list is missing")];

    internal sealed record Stored
    {
        public int Version { get; init; } = CurrentVersion;

        public string Id { get; init; } = "";

        public Owner Owner { get; init; } = new("", "");

        public Destination Destination { get; init; } = new("", "", DestinationKind.Person);

        public ValueList<Constraint> Constraints { get; init; } = [];

        public string Text { get; init; } = "";

        /// <summary>Null when it is told at once.</summary>
        public StoredDays? Rhythm { get; init; }

        public QuietDays QuietDays { get; init; }

        public bool IsPaused { get; init; }

        /// <summary>Milliseconds of the epoch.</summary>
        public long? PausedUntil { get; init; }

        public string? Trouble { get; init; }

        /// <summary>Ticks of the epoch.</summary>
        public long Since { get; init; }

        public LocalDate? Last { get; init; }

        public static Stored Of(Subscription s) => new()
        {
            Id = s.Id,
            Owner = s.Owner,
            Destination = s.Destination,
            Constraints = s.Question.Constraints,
            Text = s.Question.Text,
            Rhythm = s.Rhythm is Rhythm.OnDays on ? new StoredDays((int)on.Days, Hour.Format(on.At), on.Zone) : null,
            QuietDays = s.QuietDays,
            IsPaused = s.State is SubscriptionState.Paused,
            PausedUntil = (s.State as SubscriptionState.Paused)?.Until?.ToUnixTimeMilliseconds(),
            Trouble = (s.State as SubscriptionState.Troubled)?.Reason,
            Since = s.Progress.Since.ToUnixTimeTicks(),
            Last = s.Progress.Last,
        };

        public Subscription Subscription() => new()
        {
            Id = Id,
            Owner = Owner,
            Destination = Destination,
            Question = new Question(Intent.FindRoles) { Constraints = Constraints, Text = Text },
            Rhythm = Rhythm is { } on ? new Rhythm.OnDays((Weekdays)on.Days, Hour.Parse(on.At) is { Success: true } at ? at.Value : throw new JsonException("not an hour"), on.Zone) : new Rhythm.AtOnce(),
            QuietDays = QuietDays,
            State = Trouble is { } reason ? new SubscriptionState.Troubled(reason)
                : IsPaused ? new SubscriptionState.Paused(PausedUntil is { } until ? Instant.FromUnixTimeMilliseconds(until) : null)
                : new SubscriptionState.Active(),
            Progress = new Progress(Instant.FromUnixTimeTicks(Since), Last),
        };
    }

    internal sealed record StoredDays(int Days, string At, string Zone);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    Converters = [typeof(LocalDateJsonConverter)])]
[JsonSerializable(typeof(SubscriptionJson.Stored))]
[JsonSerializable(typeof(List<Constraint>))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(List<Postings.Place>))]
[JsonSerializable(typeof(List<Postings.Seniority>))]
[JsonSerializable(typeof(List<Postings.Workplace>))]
[JsonSerializable(typeof(List<Postings.EmploymentType>))]
[JsonSerializable(typeof(List<ExchangeRate>))]
internal sealed partial class SubscriptionJsonContext : JsonSerializerContext;
