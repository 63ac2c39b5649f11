using System.Globalization;
using NodaTime;
using PostingsBot.Core.Answers.Subscribing;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Questions.Subscribing;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Answers;

/// <summary>Every sentence an answer says, in one place: short, warm, exact, with the next step in it.</summary>
internal static class Wording
{
    private const int LongestInSentence = 160;
    private const int MostUnread = 5;

    public const string GoneRole = "that role (it has left the catalogue)";
    public const string Help =
        "Ask me about the roles in the catalogue in your own words. I say which line each fact stands in, and when something is not stated, I say so.";

    public const string Greeting = "Hello! Tell me what you are looking for, and I will show the roles that fit.";
    public const string EmptyCatalogue = "The catalogue is empty.";
    public const string Thanks = "You're welcome. Ask me any time.";
    public const string StartedOver = "Done: I forgot what we were looking at. What are you looking for?";
    public const string Unclear = "What would you like to know? For example a skill, a place, or an employer.";
    public const string OutOfScope = "I only know job postings. Ask me for roles, for example by skill, place or employer.";
    public const string WhichRole = "Which role do you mean?";
    public const string NothingListed = "I have not shown you any roles yet, so I don't know which one you mean. Ask for some first, or name the employer.";
    public static string NothingToPointAt(int listed) =>
        listed == 0 ? NothingListed : $"I showed {Show.Count(listed, "role", "roles")}. Which one do you mean?";

    public const string NothingMore = "That was the whole list.";
    public static string ShownEnough(int shown) => $"I have shown {shown} of this list, and show no more of one list. Add a constraint to narrow it.";

    public const string NotComparable = "Which roles shall I compare? Name two, or list some first.";

    public static readonly IReadOnlyList<string> Examples =
        ["Backend roles I can do from Germany", "Which jobs use Python?", "Senior roles", "Which companies do you know about?"];

    public static string Roles(int total, IReadOnlyList<Posting> shown, int skipped, ValueList<Constraint> constraints)
    {
        var range = shown.Count < total ? $" Here are {skipped + 1}–{skipped + shown.Count}." : "";
        return Found(total, RoleListAnswers.DocumentsOf(shown, total), constraints) + range;
    }

    /// <summary>The few that come first in an order, of all that state what it goes by.</summary>
    public static string FirstBy(SearchOrder order, SearchPage page, ValueList<Constraint> constraints)
    {
        var by = order switch
        {
            SearchOrder.BestPaid => "with the highest pay",
            SearchOrder.LowestPaid => "with the lowest pay",
            SearchOrder.Oldest => "posted first",
            SearchOrder.LeastExperience => "that ask for the fewest years of experience",
            SearchOrder.MostExperience => "that ask for the most years of experience",
            _ => "posted last",
        };
        return $"{Show.Count(page.Postings.Count, "role", "roles")} {by}, of {page.Total} that state it{(Chosen(constraints) is { Length: > 0 } chosen ? $": {chosen}." : ".")}";
    }

    public static string NoneStates(int roles, RoleField field, ValueList<Constraint> constraints) =>
        $"{(roles == 1 ? "The one role" : $"None of the {roles} roles")}{(constraints.Count == 0 ? " in the catalogue" : Chosen(constraints) is { Length: > 0 } chosen ? $" found ({chosen})" : "")} {(roles == 1 ? "does not state" : "states")} its {TermNames.Of(field)}.";

    /// <summary>What was asked for, without the list it was chosen from.</summary>
    private static string Chosen(ValueList<Constraint> constraints) => Constraints([.. constraints.Where(c => c is not AmongConstraint)]);

    /// <summary>A document may advertise several roles; then both numbers are said.</summary>
    private static string Found(int total, int? documents, ValueList<Constraint> constraints)
    {
        var roles = Show.Count(total, "role", "roles") + (documents is { } count && count < total ? $" in {Show.Count(count, "document", "documents")}" : "");
        return roles + (constraints.Count == 0 ? " in the catalogue." : $" found: {Constraints(constraints)}.");
    }

    /// <summary>What was compared by rates, and what no rate could compare.</summary>
    public static string OtherCurrencies(int count, PayConstraint pay)
    {
        var rates = pay.Converted.Count == 0 ? "" : $" Compared by the configured rates: {Show.List([.. pay.Converted.Select(r => string.Create(CultureInfo.InvariantCulture, $"1 {pay.Currency} = {r.Value:0.####} {r.Currency}"))])}.";
        var others = pay.Converted.Count == 0 ? $"another currency than {pay.Currency}; I do not convert" : "a currency that I have no rate for";
        return rates + (count == 0 ? "" : $" {Show.Count(count, "more role states", "more roles state")} pay in {others}, so {(count == 1 ? "it is" : "they are")} left out.");
    }

    /// <summary>An amount without a currency counts in every currency: said where the roles on the page have several.</summary>
    public static string AnyCurrency(ValueList<Constraint> constraints, IReadOnlyList<Posting> page)
    {
        if (!constraints.Any(c => c is PayConstraint { Currency: null, Negated: false } pay && (pay.Min ?? pay.Max) is not null))
            return "";
        var currencies = page.SelectMany(p => p.Salaries).Select(s => s.Value.Currency).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return currencies.Count < 2 ? "" : $" You named no currency, so the amount counts in each: {Show.List(currencies)}.";
    }

    /// <summary>What an order by pay could not compare; "" when it compared all.</summary>
    public static string NotRanked(SearchPage page, CurrencyRates rates) =>
        page.OtherPay == 0 ? "" : $" {Show.Count(page.OtherPay, "more role states", "more roles state")} pay in {(rates.InBase.Count > 0 ? "a currency that I have no rate for" : page.PaidIn is { } currency ? $"another currency than {currency}; I do not convert" : "another currency; I do not convert")}, so {(page.OtherPay == 1 ? "it is" : "they are")} not compared.";

    public static string PayNotComparable(IEnumerable<string> currencies) => $" They state pay in different currencies ({Show.List([.. currencies])}); I do not convert, so I do not say which is higher.";

    /// <param name="higher">The one role whose stated pay is above all others'.</param>
    public static string PaysMore(string higher) => $" {higher} states the higher pay.";

    public static string PayOverlaps => " Their ranges overlap.";

    public static string Best(Posting posting, string value) => $"{Show.Name(posting)}: {value}.";

    public static string NothingFound(Chip? emptied, ValueList<Constraint> constraints, bool alone)
    {
        if (constraints.Count == 0)
            return EmptyCatalogue;
        if (emptied is null || constraints.Count == 1)
            return $"No role in the catalogue matches: {Constraints(constraints)}.";
        return alone
            ? $"No role matches: {Constraints(constraints)}. None at all matches “{emptied.Label}”."
            : $"No role matches: {Constraints(constraints)}. It was “{emptied.Label}” that left none.";
    }

    /// <summary>What of the question was not read; "" when all of it was.</summary>
    public static string NotRead(Question q) =>
        (q.IsCut ? " I read only the first 2,000 characters of your question." : "")
        + (q.Unread.Count == 0 ? "" : $" I could not read {Show.List([.. q.Unread.Take(MostUnread).Select(word => $"“{word}”")])}; I understand English, and the usual questions in German, French, Spanish and Portuguese.")
        + (q.Unused.Count == 0 ? "" : $" I did not search by {Show.List([.. q.Unused.Take(MostUnread).Select(word => $"“{word}”")])}.");

    public static string NothingStates(RoleField field) => $" No role in the catalogue states its {TermNames.Of(field)}.";

    public static string MissingTarget(string what) => $"I find nothing in the catalogue about {what}.";

    /// <summary>Short values stand in the sentence; longer ones are quoted below it.</summary>
    public static string Fact(string subject, IReadOnlyList<FactRow> facts)
    {
        var values = string.Join("; ", facts.Select(f => f.Value).Distinct());
        return values.Length > LongestInSentence || facts.Any(f => f.Value == f.Source?.Text) ? $"{subject}, as the document says:" : Sentence($"{subject}: {values}");
    }

    public static string NotStated(string subject, string what) => $"Not stated for {subject}: {what}.";

    public static string NotMentioned(string subject, string what) => $"{subject}: the document does not mention {what}.";

    public static string NotStatedByAny(int count, string what) => $"None of the {count} roles states {what}.";

    public static string NoPassage(string subject, string topic) =>
        topic.Length == 0 ? $"The document on {subject} does not say." : $"The document on {subject} says nothing about {topic}.";

    /// <summary>A search for one constraint, as one would type it.</summary>
    public static string RolesWith(Constraint constraint) => constraint switch
    {
        PlaceConstraint or EmployerConstraint or PostedConstraint or ClosingConstraint or LimitedToConstraint or PaidPerConstraint => "roles " + constraint.Label,
        EligibleFromConstraint or ExperienceConstraint => "roles that " + constraint.Label,
        PayConstraint or StatedConstraint or SpokenLanguageConstraint or WordsConstraint => "roles with " + constraint.Label,
        _ => constraint.Label + " roles",
    };

    public static string NoRoles(string employer) => $"{employer} has no open role in the catalogue.";

    public static string SeeCareers(string url) => $" Its document points to {url} for openings.";

    public static string Subscribe(Question question) =>
        (question.Constraints.Count == 0 ? "You'd like to hear about new roles." : $"You'd like to hear about new roles: {Constraints(question.Constraints)}.")
        + (question.Subscription?.Rhythm.Problems is { Count: > 0 } problems ? " " + string.Join(' ', problems) : "")
        + (question.Subscription?.Rhythm is { Problems.Count: 0, IsTimeStated: true } rhythm ? $" {When(rhythm)}." : "")
        + " Nothing is saved yet: digests come from the bot that runs all day, not from this window. " + AskTheBot + $" It shows what today's digest would hold and asks you to confirm. To see here what matches now, say “{SubscriptionWording.Search(question.Constraints)}”.";

    private const string AskTheBot = "Start it (“postingsbot” without a command) and say the same in its web chat, at http://localhost:3978 unless set otherwise, or in Teams or Slack.";

    public const string NoRecruiting = "Posting and updating roles needs the running bot, so nothing was changed: ask it in a chat.";

    public const string NoSaving = "Saving roles needs the running bot: ask it in a chat.";

    public const string NoSubscriptions = "Alerts are kept by the bot that runs all day, not by this window, so I can neither show nor change them here. " + AskTheBot + " Whoever runs it sees how all digests stand with “postingsbot digests”.";

    private static string When(RhythmRequest request) => SubscriptionWording.When(request.Over(new Rhythm.OnDays(Weekdays.EveryDay, new LocalTime(8, 0), request.Zone ?? "your time zone")));

    public static string Detail(Posting posting) =>
        $"{Show.Name(posting)}: {string.Join("; ", new[] { Show.Workplace(posting), Show.Places(posting) }.Where(part => !string.IsNullOrEmpty(part)).DefaultIfEmpty("place not stated"))}.{NotOpen(posting)}";

    public static string Openness(bool isOpen, PostingStatus status) => isOpen ? "Yes." : status is PostingStatus.Draft ? "No: it is a draft, not published yet." : "No: it is closed.";

    public static string Openness(bool isBeforeClosing) => isBeforeClosing ? "Yes, until its closing date." : "No: its closing date is past.";

    public static string AlsoClosed(IReadOnlyList<string> names) => names.Count == 0 ? "" : $" {Show.List(names)} {(names.Count == 1 ? "matches, but is" : "match, but are")} closed.";

    public static string NotOpen(Posting posting) => posting is { IsOpen: false, Status.Value: var status } ? $" This role is {(status is PostingStatus.Draft ? "a " : "")}{TermNames.Of(status)}." : "";

    /// <summary>The verdict, then what the posting says; a "no" never hides that the posting may just not speak of it.</summary>
    public static string Verdict(bool holds, Constraint about, Posting posting) => (holds, about) switch
    {
        (_, EligibleFromConstraint) when posting.RemoteWithin.Count == 0 && posting.Workplace?.Value is Workplace.Remote => "It is remote and states no limit on where from.",
        (true, LimitedToConstraint { Negated: true, Area: { } area }) => $"No limit to {Show.Area(area)} is stated.",
        (false, LimitedToConstraint { Negated: true, Area: { } area }) => $"No: remote work is limited to {Show.Area(area)}.",
        (true, _) => "Yes.",
        (false, EligibleFromConstraint c) => $"Not from {Show.Area(c.From)}, as far as the posting says.",
        (false, LimitedToConstraint) => "The posting states no such limit.",
        (false, _) => "No, as far as the posting says.",
    };

    public static string Compared(IEnumerable<string> names, IReadOnlyList<CompareRow> rows)
    {
        var differing = rows.Where(r => r.Differs).Select(r => r.Label).ToList();
        return $"{Show.List([.. names])}: " + (differing.Count == 0 ? "no difference in what is stated." : $"they differ in {Show.List(differing)}.");
    }

    public static string Counted(int total, int? documents, ValueList<Constraint> constraints, IReadOnlyList<CountRow> rows)
    {
        var divided = rows.Count == 0 ? "" : " " + string.Join(", ", rows.Select(r => $"{r.Label}: {r.Count}")) + ".";
        return Found(total, documents, constraints) + divided;
    }

    public static string Employers(IReadOnlyList<EmployerRow> rows, int inAll, Question q, int unnamed)
    {
        var names = (rows.Count < inAll ? $"the {rows.Count} with most roles are " : "") + Show.List([.. rows.Select(r => q.LeastRoles > 0 ? $"{r.Name} ({Show.Count(r.Roles, "role", "roles")})" : r.Name)]);
        var more = unnamed == 0 ? "" : $" {Show.Count(unnamed, "matching role names", "matching roles name")} no employer.";
        return q switch
        {
            { WithoutRoles: true } => rows.Count == 0 ? "Each of them has a role in the catalogue." : $"Without a role in the catalogue: {names}.",
            { LeastRoles: > 1 } when rows.Count == 0 => $"No employer has {q.LeastRoles} such roles or more." + more,
            _ when rows.Count == 0 => "No employer is named." + more,
            { Constraints.Count: > 0 } => $"{Show.Count(inAll, "employer", "employers")} found ({Constraints(q.Constraints)}): {names}.{more}",
            { Topic.Count: > 0 } => $"{Show.Count(inAll, "employer speaks", "employers speak")} of {string.Join(' ', q.Topic)}: {names}.",
            { LeastRoles: > 1 } => $"{Show.Count(inAll, "employer has", "employers have")} {q.LeastRoles} roles or more: {names}.{more}",
            { LeastRoles: 1 } => $"{Show.Count(inAll, "employer", "employers")}, those with most roles first: {names}.{more}",
            _ => $"I know {Show.Count(inAll, "employer", "employers")}: {names}.",
        };
    }

    public static string Company(string name, IReadOnlyList<Posting> postings, string? careers) =>
        postings.Count == 0
            ? NoRoles(name) + (careers is null ? "" : SeeCareers(careers))
            : $"{name} has {Show.Count(postings.Count, "role", "roles")} here: {Show.List([.. postings.Select(p => p.Title.Value)])}.";

    public static string NoneSimilar(string name) => $"No other role shares a skill, a discipline or a level with {name}.";

    public static string Similar(string name, IEnumerable<(string Name, List<string> Shared)> similar) =>
        $"Like {name}: " + string.Join("; ", similar.Select(s => $"{s.Name} (shares {Show.List([.. s.Shared.Take(5)])})")) + ".";

    /// <summary>Ends with a full stop unless it ends a sentence already.</summary>
    public static string Sentence(string text) => text.Length > 0 && text[^1] is '.' or '!' or '?' or '…' ? text : text + ".";

    public static string Constraints(IEnumerable<Constraint> constraints) => string.Join(", ", constraints.Select(c => c.Label));
}
