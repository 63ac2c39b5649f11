using NodaTime;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Answers;

/// <summary>
/// Answers questions over a catalogue. Everything the conversation needs is passed in and out, so one instance serves all
/// conversations. A broken catalogue throws; everything a person can ask has an answer.
/// </summary>
public sealed class Assistant(ICatalogue catalogue, CurrencyRates rates)
{
    private const char LastLatin = '\u024F';

    /// <summary>Mended words that are looked for in titles: a text of nothing but mistakes must not cost a search for each.</summary>
    private const int MostLookedUp = 8;

    private Reading? reading;

    /// <summary>Pay is compared within one currency only.</summary>
    public Assistant(ICatalogue catalogue)
        : this(catalogue, CurrencyRates.None)
    {
    }

    /// <summary>What somebody new is told.</summary>
    public static Answer Greeting { get; } = MessageAnswers.Of(Intent.Greeting)!;

    /// <summary>All about one posting, whether it is in the catalogue or was only just read.</summary>
    public static DetailAnswer Describe(Posting posting, LocalDate today) => DetailAnswers.Of(posting, today);

    /// <summary>Reads and answers a text of any length.</summary>
    public async Task<Outcome> AskAsync(string text, Conversation conversation, LocalDate today, CancellationToken ct) =>
        await AnswerAsync(await ReadAsync(text, conversation, today, ct), conversation, today, ct);

    /// <summary>Understands a text of any length, without answering it.</summary>
    public async Task<Question> ReadAsync(string text, Conversation conversation, LocalDate today, CancellationToken ct)
    {
        var reader = await ReaderAsync(ct);
        var question = reader.Read(text, conversation, today);
        var asWritten = await InTitlesAsync(question.Mended, ct);
        question = asWritten.Count > 0 ? reader.Read(text, conversation, today, asWritten) : question;
        return await SettledAsync(question, ct);
    }

    /// <summary>A page, by number, of the roles that a question asks for, in its order; nothing is worded.</summary>
    public async Task<IReadOnlyList<Posting>> PageAsync(Question question, int skip, int take, CancellationToken ct)
    {
        var most = question.Top > 0 ? Math.Clamp(question.Top - skip, 0, take) : take;
        return (await catalogue.SearchAsync(new Search(RoleListAnswers.MatchOf(question), question.Order, most) { Skip = skip, Rates = rates.InBase }, ct)).Postings;
    }

    /// <summary>A role by its id, open or not; null when it is not in the catalogue (any more).</summary>
    public Task<Posting?> FindRoleAsync(string id, CancellationToken ct) => catalogue.FindPostingAsync(id, ct);

    /// <summary>Words that were taken for typing mistakes though a title of the catalogue holds them, or any text where the mended word is not so near.</summary>
    private async Task<HashSet<string>> InTitlesAsync(IEnumerable<Mended> mended, CancellationToken ct)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (word, read) in mended.Select(one => (Words: Words.Split(one.Written), one.Read)).Where(one => one.Words.Count == 1).Select(one => (one.Words[0], one.Read)).Take(MostLookedUp))
        {
            var isFar = !Spelling.IsOneEdit(word.Folded, read);
            if (await catalogue.CountAsync(ConstraintMatch.Of(isFar ? new WordsConstraint([word.Stem]) : new TitleConstraint([word.Stem])), ct) > 0)
                found.Add(word.Folded);
        }

        return found;
    }

    /// <summary>Words that name the work are looked for in titles where any title holds them, else in the whole text.</summary>
    private async Task<Question> SettledAsync(Question question, CancellationToken ct)
    {
        var constraints = new List<Constraint>();
        var unread = new List<string>();
        foreach (var constraint in question.Constraints)
        {
            if (constraint is WordsConstraint { Negated: false, Words: [var word] } && IsOfOtherScript(word) && await catalogue.CountAsync(ConstraintMatch.Of(constraint), ct) == 0)
            {
                unread.Add(word);
                continue;
            }

            if (constraint is PayConstraint pay)
            {
                constraints.Add(rates.Widened(pay));
                continue;
            }

            constraints.Add(await TitledAsync(constraint, ct));
        }

        var targets = new List<Target>();
        foreach (var target in question.Targets)
            targets.Add(target is Target.Described described ? new Target.Described([.. await TitledAsync(described.Constraints, ct)]) : target);
        return question with
        {
            Constraints = [.. constraints],
            Targets = [.. targets],
            Unread = [.. unread],
            Intent = unread.Count > 0 && constraints.Count == 0 ? Intent.Unclear : question.Intent,
        };
    }

    private async Task<IReadOnlyList<Constraint>> TitledAsync(IReadOnlyList<Constraint> constraints, CancellationToken ct)
    {
        var titled = new List<Constraint>();
        foreach (var constraint in constraints)
            titled.Add(await TitledAsync(constraint, ct));
        return titled;
    }

    /// <summary>What titles call the work, where any title of the catalogue does; else the constraint as it is.</summary>
    private async Task<Constraint> TitledAsync(Constraint constraint, CancellationToken ct)
    {
        if (constraint is EitherConstraint { Name: null } either)
            return either with { AnyOf = [.. await TitledAsync(either.AnyOf, ct)] };
        Constraint? title = constraint switch
        {
            WordsConstraint { NamesWork: true } words => new TitleConstraint(words.Words),
            DisciplineConstraint { Profession: { } name } => new EitherConstraint([.. Professions.TitlesOf(name).Select(phrase => new TitleConstraint([.. phrase.Split(' ')]))]) { Name = name },
            _ => null,
        };
        if (title is null)
            return constraint;
        return await catalogue.CountAsync(ConstraintMatch.Of(title), ct) > 0 ? title with { Negated = constraint.Negated }
            : constraint is DisciplineConstraint { Profession: not null } unnamed ? unnamed with { Profession = null }
            : constraint;
    }

    private static bool IsOfOtherScript(string word) => word.Any(c => char.IsLetter(c) && c > LastLatin);

    /// <summary>How a text is read in a conversation, without answering it.</summary>
    public async Task<ReadingTrace> TraceAsync(string text, Conversation conversation, LocalDate today, CancellationToken ct)
    {
        var reader = await ReaderAsync(ct);
        var trace = reader.Trace(text, conversation, today);
        var asWritten = await InTitlesAsync(trace.Question.Mended, ct);
        trace = asWritten.Count > 0 ? reader.Trace(text, conversation, today, asWritten) : trace;
        return trace with { Question = await SettledAsync(trace.Question, ct) };
    }

    /// <summary>Answers a question that is understood already, as a card's button asks it.</summary>
    public async Task<Outcome> AnswerAsync(Question question, Conversation conversation, LocalDate today, CancellationToken ct)
    {
        var outcome = await AnswerWholeAsync(question, conversation, today, ct);
        return outcome with { Answer = Excerpts.Of(outcome.Answer, question) };
    }

    private async Task<Outcome> AnswerWholeAsync(Question question, Conversation conversation, LocalDate today, CancellationToken ct)
    {
        var asked = new Asked(question, conversation, today);
        return question.Intent switch
        {
            Intent.FindRoles => await new RoleListAnswers(catalogue, rates).FindAsync(asked, ct),
            Intent.More => await new RoleListAnswers(catalogue, rates).MoreAsync(asked, ct),
            Intent.Detail => await new DetailAnswers(catalogue).OfAsync(asked, ct),
            Intent.Fact => await new FactAnswers(catalogue).OfAsync(asked, ct),
            Intent.Compare => await new CompareAnswers(catalogue, rates).OfAsync(asked, ct),
            Intent.Similar => await new SimilarAnswers(catalogue).OfAsync(asked, ct),
            Intent.Count => await new CountAnswers(catalogue).OfAsync(asked, ct),
            Intent.Employers => await new EmployerAnswers(catalogue).OfAsync(asked, ct),
            Intent.Company => await new CompanyAnswers(catalogue).OfAsync(asked, ct),
            Intent.Subscribe => asked.Reply(new MessageAnswer(AnswerKind.Subscribe) { Text = Wording.Subscribe(question) }, conversation.Wishing(question.Constraints)),
            Intent.Subscriptions => asked.Reply(new MessageAnswer(AnswerKind.Subscribe) { Text = Wording.NoSubscriptions }),
            Intent.Recruiting => asked.Reply(new MessageAnswer(AnswerKind.Other) { Text = Wording.NoRecruiting }),
            Intent.Saving => asked.Reply(new MessageAnswer(AnswerKind.Other) { Text = Wording.NoSaving }),
            Intent.StartOver => asked.Reply(MessageAnswers.Of(question.Intent)!, Conversation.Empty),
            _ => asked.Reply(MessageAnswers.Of(question.Intent) ?? throw new InvalidOperationException($"no answer for {question.Intent}")),
        };
    }

    /// <summary>The reader knows the employers by name; it is made anew when they change.</summary>
    private async Task<QuestionReader> ReaderAsync(CancellationToken ct)
    {
        var employers = await catalogue.EmployersAsync(ct);
        var current = reading;
        if (current is null || !ReferenceEquals(current.Employers, employers))
            reading = current = new Reading(employers, new QuestionReader(new CatalogueNames(employers)));
        return current.Reader;
    }

    private sealed record Reading(IReadOnlyList<Employer> Employers, QuestionReader Reader);
}
