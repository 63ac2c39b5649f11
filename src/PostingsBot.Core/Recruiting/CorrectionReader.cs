using System.Text.RegularExpressions;
using NodaTime;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Recruiting;

/// <summary>
/// Reads corrections of a posting from sentences: "salary is 90–110k EUR", "raise the salary to 150k", "remote in the EU only", "add Kubernetes, drop PHP", "no salary". The values are read
/// as the same words in a document would be. What cannot be read is a problem, and nothing is guessed without a note.
/// </summary>
public static partial class CorrectionReader
{
    private const int MostCharacters = 2_000;

    private static readonly HashSet<string> Lead = [.. "please and also then so actually just now it it's its this that is are be becomes should must shall will can could you would role job position posting we i want ok okay sorry but let make put have".Split(' ')];

    private static readonly HashSet<string> Verbs =
        [.. "raise increase bump lift lower reduce cut decrease set change update move fix correct adjust put switch make shift push extend raised lowered reduced dropped increased changed moved changes moves goes went".Split(' ')];

    private static readonly HashSet<string> Is = [.. "is are was now should be must shall will becomes become reads read say says to at as equals stays".Split(' ')];

    private static readonly HashSet<string> Takes = [.. "no without remove delete drop clear omit hide strike skip".Split(' ')];

    /// <param name="text">What the recruiter wrote.</param>
    /// <param name="current">The posting as it reads now: what is unsaid is kept from it.</param>
    /// <param name="today">In the recruiter's zone.</param>
    public static Correction Read(string text, Posting current, LocalDate today)
    {
        var clauses = CorrectionClause.Split(text.Length > MostCharacters ? text[..MostCharacters] : text);
        if (clauses.Count == 0)
            return new Correction(null, [CorrectionWording.Empty], []);
        var isUnread = true;
        var (edit, shown, problems, notes) = ((PostingEdit?)null, current, new List<string>(), new List<string>());
        foreach (var clause in clauses)
        {
            var read = Clause(clause, shown, today);
            problems.AddRange(read.Problems);
            notes.AddRange(read.Notes);
            isUnread &= read.IsUnread;
            if (read.Fields.Count == 0)
                continue;
            var part = Said(read, text.Trim());
            edit = edit is null ? part : edit.And(part);
            shown = part.Over(shown);
        }

        edit = edit is null ? null : Changed(edit, current);
        if (edit is null && problems.Count == 0)
            problems.Add(CorrectionWording.AsBefore);
        return new Correction(edit, problems, [.. notes.Distinct(StringComparer.Ordinal)]) { IsUnread = isUnread };
    }

    /// <summary>What reads as before is no change.</summary>
    private static PostingEdit? Changed(PostingEdit edit, Posting current)
    {
        var fields = edit.Fields.Where(field => PostingFields.Text(field, edit.Values) != PostingFields.Text(field, current)).ToList();
        return fields.Count == 0 ? null : PostingEdit.Of([.. fields], edit.Values);
    }

    /// <summary>The evidence of a new value is the whole of what was written.</summary>
    private static PostingEdit Said(FieldReading read, string text) =>
        new(read.Fields, read.Fields.Aggregate(PostingFields.Blank, (values, field) => PostingFields.Copy(field, read.Values, values, evidence => field is RoleField.Skills && evidence.Text.Length > 0 ? evidence : new Evidence(1, 1, text))));

    private static FieldReading Clause(string clause, Posting current, LocalDate today)
    {
        var words = Words.Split(clause);
        var from = 0;
        while (from < words.Count - 1 && FieldWords.At(words, from) is null && (Lead.Contains(words[from].Folded) || (words[from].Folded is "the" && words[from + 1].Folded is "role" or "job" or "position" or "posting")))
            from++;
        var text = words.Count == 0 ? clause : From(clause, words, from);
        words = Words.Split(text);
        if (words.Count == 0)
            return FieldReading.Unread(clause);
        return NoLonger(text, words, current) ?? Added(text, words, current) ?? Taken(text, words, current) ?? Named(text, words, current, today) ?? Renamed(text) ?? Applied(text) ?? Closing(text, words, today)
            ?? Paid(text, words, current) ?? TermCorrection.Read(text, current) ?? Sentence(clause) ?? FieldReading.Unread(clause);
    }

    /// <summary>"No longer remote", "not part-time", "no longer requires PHP".</summary>
    private static FieldReading? NoLonger(string text, IReadOnlyList<Word> words, Posting current)
    {
        var from = (words[0].Folded, Word(words, 1)) switch
        {
            ("no", "longer") => 2,
            ("not", _) => 1,
            _ => 0,
        };
        if (from == 0 || from >= words.Count)
            return null;
        var what = From(text, words, Word(words, from) is "requires" or "require" or "needs" or "need" or "pays" or "pay" or "offers" or "offer" or "is" or "a" or "an" ? Math.Min(from + 1, words.Count - 1) : from);
        if (SkillCorrection.Names(what))
            return SkillCorrection.Drop(what, current);
        var rest = Words.Split(what);
        if (FieldWords.At(rest, rest[0].Folded is "a" or "an" or "the" && rest.Count > 1 ? 1 : 0) is { } field && field.End == rest.Count)
            return FieldCorrection.TakeAway(field.Field);
        if (TermCorrection.Read(what, current) is not { } term)
            return null;
        return term.Fields.Contains(RoleField.Workplace) && term.Values.Workplace!.Value is Workplace.Remote
            ? FieldReading.Of(RoleField.Workplace, ParsedValue.OfKey("remote", "no"), "").WithoutLimits(current)
            : FieldReading.Problem(CorrectionWording.WhatInstead(what));
    }

    /// <summary>"Add Kubernetes", "requires Go", "Rust as a nice to have", "Go is optional".</summary>
    private static FieldReading? Added(string text, IReadOnlyList<Word> words, Posting current)
    {
        var isOrder = words[0].Folded is "add" or "include" or "require" or "requires" or "needs" or "need" or "plus" or "with";
        if (!isOrder && !(SkillCorrection.Names(text) && NeedWords().IsMatch(text) && FieldWords.At(words, 0) is null))
            return null;
        var what = isOrder && words.Count > 1 ? From(text, words, 1) : text;
        if (SkillCorrection.Names(what))
            return SkillCorrection.Add(what, current);
        if (Sentence(text) is { } sentence)
            return sentence;
        return !isOrder ? null : TermCorrection.Read(what, current) is { } term && term.Fields is [RoleField.Location] ? Further(term, current) : SkillCorrection.Add(what, current) is { Problems.Count: > 0 } unknown ? FieldReading.Problem(unknown.Problems[0]) : null;
    }

    /// <summary>"Add Munich": beside the places that stand.</summary>
    private static FieldReading Further(FieldReading term, Posting current) =>
        term with { Values = term.Values with { Locations = [.. current.Locations, .. term.Values.Locations.Where(place => !current.Locations.Any(one => one.Value.Text == place.Value.Text))] } };

    /// <summary>"No salary", "drop the deadline", "drop PHP".</summary>
    private static FieldReading? Taken(string text, IReadOnlyList<Word> words, Posting current)
    {
        if (!Takes.Contains(words[0].Folded) || words.Count < 2)
            return null;
        var from = Word(words, 1) is "the" or "any" or "a" or "its" ? 2 : 1;
        if (FieldWords.At(words, from) is { } field && field.End >= words.Count - (Word(words, field.End) is "requirement" or "requirements" or "line" or "info" ? 1 : 0) && !(words[0].Folded is "no" && field.Field is RoleField.Visa))
            return FieldCorrection.TakeAway(field.Field);
        var what = From(text, words, Math.Min(from, words.Count - 1));
        if (words[0].Folded is "no" && Sentence(text) is { } sentence)
            return sentence;
        if (SkillCorrection.Names(what))
            return SkillCorrection.Drop(what, current);
        if (words[0].Folded is "no" && TermCorrection.Read(what, current) is { } term && term.Values.Workplace?.Value is Workplace.Remote)
            return FieldReading.Of(RoleField.Workplace, ParsedValue.OfKey("remote", "no"), "").WithoutLimits(current);
        return current.Locations.Where(place => what.Contains(place.Value.Text, StringComparison.OrdinalIgnoreCase)).ToList() is { Count: > 0 } places
            ? new FieldReading([RoleField.Location], PostingFields.Blank with { Locations = [.. current.Locations.Except(places)] })
            : words[0].Folded is "no" ? null : SkillCorrection.Drop(what, current);
    }

    /// <summary>"Salary is …", "raise the salary to …", "title: …".</summary>
    private static FieldReading? Named(string text, IReadOnlyList<Word> words, Posting current, LocalDate today)
    {
        var at = 0;
        var verb = Verbs.Contains(words[0].Folded) ? words[at++].Folded : "";
        while (Word(words, at) is "the" or "its" or "it" or "up" or "down" or "our" or "back")
            at++;
        if (Word(words, at) is "maximum" or "max" or "minimum" or "min" or "top" or "bottom" && FieldWords.At(words, at + 1) is { Field: RoleField.Pay } end)
            return Value(RoleField.Pay, text, words, end.End, verb, words[at].Folded + " ", current, today);
        if (FieldWords.At(words, at) is not { } field)
            return verb is "raise" or "increase" or "bump" or "lower" or "reduce" or "cut" or "decrease" && text.Any(char.IsDigit) ? Value(RoleField.Pay, text, words, at, verb, "", current, today)
                : verb is "extend" && at < words.Count ? Value(RoleField.ValidThrough, text, words, at, verb, "", current, today)
                : verb.Length > 0 && at < words.Count ? Clause(From(text, words, Word(words, at) is "to" ? Math.Min(at + 1, words.Count - 1) : at), current, today) : null;
        // "Experience with Go", "apply skills": a field's name that goes on otherwise is no field.
        if (verb.Length == 0 && field.Field is RoleField.Experience or RoleField.Apply or RoleField.Visa or RoleField.Degree && field.End < words.Count && !Is.Contains(Word(words, field.End)) && !HasSign(text, words, field.End))
            return null;
        return Value(field.Field, text, words, field.End, verb, "", current, today);
    }

    private static FieldReading Value(RoleField field, string text, IReadOnlyList<Word> words, int at, string verb, string before, Posting current, LocalDate today)
    {
        var joint = "";
        while (at < words.Count && (Is.Contains(words[at].Folded) || words[at].Folded is "up" or "down" or "back" or "by" or "from" && field is RoleField.Pay or RoleField.ValidThrough))
        {
            if (words[at].Folded is "from" && verb.Length == 0)
                break;
            joint = words[at++].Folded;
        }

        return FieldCorrection.Read(field, verb, joint, at < words.Count ? before + From(text, words, at) : "", current, today);
    }

    private static FieldReading? Renamed(string text) =>
        Rename().Match(text) is { Success: true } match ? FieldCorrection.Read(RoleField.Title, "", "", match.Groups["title"].Value, PostingFields.Blank, default) : null;

    private static FieldReading? Applied(string text)
    {
        if (Address().Match(text) is { Success: true } address)
            return FieldCorrection.Apply(address.Value);
        return ApplyAt().Match(text) is { Success: true } other ? FieldCorrection.Apply(other.Groups["at"].Value) : null;
    }

    /// <summary>"Closes on 15 January", "until Friday", "open until the end of the month".</summary>
    private static FieldReading? Closing(string text, IReadOnlyList<Word> words, LocalDate today)
    {
        var at = 0;
        while (Word(words, at) is "open" or "closes" or "close" or "closing" or "ends" or "end" or "expires" or "expire" or "valid" or "keep" or "it" or "runs" && at < words.Count - 1)
            at++;
        return at > 0 || Word(words, 0) is "until" or "till" ? FieldCorrection.Day(RoleField.ValidThrough, From(text, words, at), today) is { Problems.Count: 0 } day ? day : null : null;
    }

    /// <summary>"Pays 90k", "€90–110k", "90k a year".</summary>
    private static FieldReading? Paid(string text, IReadOnlyList<Word> words, Posting current)
    {
        var isVerb = words[0].Folded is "pays" or "pay" or "paying" && words.Count > 1;
        return isVerb || Money().IsMatch(text) ? PayCorrection.Read("", "", isVerb ? From(text, words, 1) : text, current) : null;
    }

    /// <summary>"5 years of experience", "no visa sponsorship", "PhD preferred", "within 2 hours of CET": read as a line of the requirements.</summary>
    private static FieldReading? Sentence(string text)
    {
        if (ParsedValue.OfLine(text) is not { } read)
            return null;
        var reading = new[] { RoleField.Experience, RoleField.Degree, RoleField.Visa, RoleField.TimeZones }.Aggregate(new FieldReading([], PostingFields.Blank), (sum, field) => sum.And(read, field));
        return reading.Fields.Count > 0 ? reading : null;
    }

    private static bool HasSign(string text, IReadOnlyList<Word> words, int at) =>
        text.AsSpan(words[at - 1].Start + words[at - 1].Length, words[at].Start - words[at - 1].Start - words[at - 1].Length).IndexOfAny(':', '=') >= 0;

    private static string From(string text, IReadOnlyList<Word> words, int at)
    {
        var start = words[at].Start;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is '€' or '$' or '£' or '¥' or '<' or '"' or '“' or '-' or '.' or '@' or '+' or '(')
            start--;
        return text[start..].Trim();
    }

    private static string Word(IReadOnlyList<Word> words, int i) => i >= 0 && i < words.Count ? words[i].Folded : "";

    [GeneratedRegex(@"\b(nice[ -]to[ -]have|optional|required|preferred|a plus|a must|mandatory|desirable)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NeedWords();

    [GeneratedRegex(@"^(call it|rename( it)?( to| as)?|retitle( it)?( to| as)?|titled) (?<title>.+)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Rename();

    [GeneratedRegex(@"(\b[a-z][a-z0-9+.\-]*://|mailto:|\bwww\.)\S+|[^\s@:/?&<>]+@[^\s@:/?&<>]+\.[^\s@:/?&<>]+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(apply|applications?|send applications?|candidates apply)( only)? (at|via|through|by|to|with|on|link|here:?) (?<at>.+)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ApplyAt();

    [GeneratedRegex(@"[€$£]\s?\d|\d\s?k\b|\d\s?(eur|usd|gbp|chf|€|\$|£)|^\d[\d.,]*( |/|\w)*(per|an?|/) ?(hour|day|week|month|year)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Money();
}
