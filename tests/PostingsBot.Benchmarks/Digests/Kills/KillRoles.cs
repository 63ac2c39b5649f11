using System.Globalization;
using System.Text.RegularExpressions;
using PostingsBot.BotSdk;
using PostingsBot.Channels.Teams;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Storage;
using PostingsBot.Subscriptions;
using PostingsBot.Workers;

namespace PostingsBot.Benchmarks.Digests.Kills;

/// <summary>Roles by number, and who wants to hear of which: told at once, told daily, and two subscriptions of one conversation that make one message.</summary>
internal static partial class KillRoles
{
    public const int PerRun = 2;

    /// <summary>The first subscriptions are told at once.</summary>
    private const int AtOnce = 3;

    private static readonly string[] Skills = ["Go", "Rust"];

    /// <summary>Each subscription's conversation and the remainder of its roles' numbers by two; null for all.</summary>
    private static readonly (string Conversation, int? Skill)[] Subscriptions = [("c0", 0), ("c1", 1), ("c2", null), ("c3", 0), ("c4", 1), ("c5", null), ("c6", 0), ("c6", 1), ("c7", 0), ("c7", null)];

    public static DateTimeOffset FirstDay { get; } = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);

    public static DocumentEdit Edit(int number) => new DocumentEdit.Put(
        new ParsedDocument { File = FormattableString.Invariant($"{number}.md"), Kind = DocumentKind.Posting, Postings = [Make(number)] }, "jobs", "1");

    public static int NumberOf(string id) => int.Parse(id, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>The numbers of the roles that a message names.</summary>
    public static IReadOnlyList<int> NamedIn(string message) =>
        [.. Title().Matches(message).Select(match => int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)).Distinct().Order()];

    /// <summary>Who is to be told of which of the roles.</summary>
    public static IEnumerable<(string Conversation, int Role)> Wanted(int first, int end) =>
        (from one in Subscriptions from role in Enumerable.Range(first, end - first) where one.Skill is null || role % PerRun == one.Skill select (one.Conversation, role)).Distinct();

    public static async Task SubscribeAsync(OpenStores stores)
    {
        var book = new DestinationBook(stores.State, new KnownConversations(stores.State));
        foreach (var conversation in Subscriptions.Select(one => one.Conversation).Distinct())
        {
            await book.RememberAsync(
                new Activity
                {
                    Type = ActivityTypes.Message,
                    ChannelId = "test",
                    ServiceUrl = KillNames.AnySink,
                    From = new ChannelAccount { Id = conversation },
                    Recipient = new ChannelAccount { Id = "bot" },
                    Conversation = new ConversationAccount { Id = conversation, ConversationType = "personal" },
                },
                CancellationToken.None);
        }

        foreach (var ((conversation, skill), n) in Subscriptions.Select((one, n) => (one, n)))
        {
            await stores.Subscriptions.CreateAsync(
                new Subscription
                {
                    Id = n.ToString("x10", CultureInfo.InvariantCulture),
                    Owner = new Owner("test", conversation),
                    Destination = new Core.Digests.Destination("test", conversation, DestinationKind.Person),
                    Question = new Question(Intent.FindRoles) { Constraints = skill is { } which ? [new SkillConstraint([Skills[which]])] : [] },
                    Rhythm = n < AtOnce ? new Rhythm.AtOnce() : new Rhythm.OnDays(Weekdays.EveryDay, new NodaTime.LocalTime(8, 0), "UTC"),
                    Progress = new Progress(NodaTime.Instant.FromDateTimeOffset(FirstDay.AddDays(-1)), null),
                },
                [], 100, FirstDay.AddDays(-1), CancellationToken.None);
        }
    }

    private static Posting Make(int number)
    {
        var said = new Evidence(1, 1, "as written");
        return new Posting
        {
            Id = number.ToString("x10", CultureInfo.InvariantCulture),
            File = FormattableString.Invariant($"{number}.md"),
            Title = new Stated<string>(FormattableString.Invariant($"Faultless Engineer {number}"), said),
            Company = new Stated<string>(FormattableString.Invariant($"Employer {number}"), said),
            Skills = [new Skill(Skills[number % PerRun], SkillNeed.Required, said)],
        };
    }

    [GeneratedRegex("Faultless Engineer (?<number>[0-9]{1,6})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Title();
}
