using NodaTime;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Questions.Reading;
using PostingsBot.Core.Questions.Recruiting;
using PostingsBot.Core.Questions.Saving;
using PostingsBot.Core.Questions.Subscribing;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions;

/// <summary>
/// Reads what a person wrote: cleaned, mended, cut into parts that the vocabularies know, then an intent with its constraints and targets, merged with what the
/// conversation holds. Deterministic, without any I/O; one reader serves any number of callers at once.
/// </summary>
public sealed class QuestionReader
{
    /// <summary>Before the words of a chip: removes just that chip, whatever its words would mean in a sentence.</summary>
    public const string DropWords = "drop ";

    private static readonly IReadOnlySet<string> NoWords = new HashSet<string>();

    private readonly CatalogueNames names;
    private readonly Mender mender;

    public QuestionReader(CatalogueNames names)
    {
        this.names = names;
        mender = new Mender(names);
    }

    /// <summary>Only the first 2,000 characters are read; <see cref="Question.Text"/> is what was read.</summary>
    /// <param name="text">The message.</param>
    /// <param name="conversation">What it may refer to.</param>
    /// <param name="today">In the asker's zone.</param>
    /// <param name="asWritten">Folded words that are no typing mistakes; none when null.</param>
    public Question Read(string text, Conversation conversation, LocalDate today, IReadOnlySet<string>? asWritten = null) => Understand(text, conversation, today, asWritten).Question;

    /// <summary>As <see cref="Read"/>, with the steps that led there.</summary>
    public ReadingTrace Trace(string text, Conversation conversation, LocalDate today, IReadOnlySet<string>? asWritten = null)
    {
        var (read, parts, question) = Understand(text, conversation, today, asWritten);
        return new ReadingTrace(read, [.. parts.Select(TracedPart.Of)], question);
    }

    private (string Read, IReadOnlyList<Part> Parts, Question Question) Understand(string text, Conversation conversation, LocalDate today, IReadOnlySet<string>? asWritten)
    {
        var asked = Bounded(text.Trim());
        if (DroppedBy(asked, conversation) is { } chip)
            return Short(Drop(chip.Key, conversation));
        if (Noise.Is(text))
            return Short(new Question(Intent.OutOfScope));
        var clean = Cleaner.Clean(asked);
        var plain = Orders.Drop(clean);
        if (!plain.Any(char.IsLetterOrDigit))
            return Short(new Question(clean.Any(char.IsLetterOrDigit) || Cleaner.HasMarkup(asked) ? Intent.OutOfScope : Intent.Unclear));
        if (ManagementReader.Read(plain, conversation, today, words => Describe(words, today)) is { } request)
            return Short(new Question(Intent.Subscriptions) { Subscription = request });
        // "Save it for later" is a draft's while one is spoken of.
        if (!conversation.IsRecruiting && Saving(plain) is { } saving)
            return Short(saving);
        if (RecruitingReader.Read(asked, conversation, today, words => Understood(words, conversation, today)) is { } order)
            return Short(new Question(Intent.Recruiting) { Recruiting = order });
        if (conversation.IsRecruiting && Saving(plain) is { } saved)
            return Short(saved);
        var (read, parts, question) = Decided(plain, Intents.Decide);
        var rhythm = RhythmReader.Split(plain);
        if (Subscribes(question.Intent, rhythm) && !(question.Intent is Intent.FindRoles && asked.EndsWith('?')))
        {
            (read, parts, question) = rhythm.Rest == plain ? (read, parts, question) : Decided(rhythm.Rest, SocialRules.Subscription);
            question = question with { Subscription = new SubscriptionRequest(SubscriptionAction.Subscribe) { Rhythm = rhythm.Rhythm } };
        }

        return (read, parts, question with { Text = asked, IsCut = IsCut(text) });

        (string Read, IReadOnlyList<Part> Parts, Question Question) Decided(string words, Func<Understood, Question> decide)
        {
            var mended = new List<Mended>();
            var mendedWords = mender.Mend(words, mended, asWritten ?? NoWords);
            var cut = new PartReader(mendedWords, names, Possessives(asked), today, conversation.Constraints.Any(c => c is PayConstraint or StatedConstraint { Field: RoleField.Pay }), conversation.Order is SearchOrder.BestPaid or SearchOrder.LowestPaid).Read();
            return (mendedWords, cut, decide(new Understood(new Utterance(mendedWords, cut, conversation), today)) with { Mended = [.. mended] });
        }

        Question? Saving(string words) => SavingReader.Read(words) is var (request, which)
            ? new Question(Intent.Saving) { Saving = request, Targets = which.Length > 0 ? Decided("tell me about " + which, Intents.Decide).Question.Targets : [] }
            : null;

        (string Read, IReadOnlyList<Part> Parts, Question Question) Short(Question decided) => (asked, [], decided with { Text = asked, IsCut = IsCut(text) });
    }

    /// <summary>The last search without one of its constraints, as when its chip is removed. An unknown key changes nothing.</summary>
    public static Question Drop(string chipKey, Conversation conversation) => new(Intent.FindRoles)
    {
        Constraints = [.. conversation.Constraints.Where(c => c.Key != chipKey)],
        Order = conversation.Order,
    };

    /// <summary>"Python jobs every Monday morning" is a search with words that only a subscription has.</summary>
    private static bool Subscribes(Intent intent, SplitRhythm rhythm) =>
        intent is Intent.Subscribe || (intent is Intent.FindRoles && rhythm is { IsRecurring: true, Rhythm: { At: not null, Problems.Count: 0 } });

    /// <summary>What words such as "rust roles" ask of a role, whatever was said before.</summary>
    private ValueList<Constraint> Describe(string words, LocalDate today) => [.. Understood(words, Conversation.Empty, today).Search];

    private Understood Understood(string words, Conversation conversation, LocalDate today)
    {
        var read = mender.Mend(words, [], NoWords);
        return new Understood(new Utterance(read, new PartReader(read, names, Possessives(words), today).Read(), conversation), today);
    }

    private static Constraint? DroppedBy(string asked, Conversation conversation) => asked.StartsWith(DropWords, StringComparison.OrdinalIgnoreCase)
        ? conversation.Constraints.FirstOrDefault(c => asked.AsSpan(DropWords.Length).Equals(c.Label, StringComparison.OrdinalIgnoreCase))
        : null;

    /// <summary>The words that somebody owns something by: "crunch" of "crunch's team".</summary>
    private static HashSet<string> Possessives(string text) =>
        Words.Split(text).Where(w => w.Folded.EndsWith("'s", StringComparison.Ordinal)).Select(w => w.Folded[..^2]).ToHashSet(StringComparer.Ordinal);

    private static bool IsCut(string text) => text.Trim().Length > Cleaner.MostCharacters;

    private static string Bounded(string text) => text.Length > Cleaner.MostCharacters ? text[..Cleaner.MostCharacters] : text;
}
