using System.Buffers;
using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Roles;

/// <summary>A line that states an advert's facts side by side: "Heron | Data Engineer | Berlin | Full-time". Company first or title first, the rest in any order.</summary>
internal sealed partial record HeaderLine(Stated<string>? Company, IReadOnlyList<Stated<string>> Titles, IReadOnlyList<LabelledValue> Labels)
{
    private const int MaxSegments = 16;
    private const int MaxName = 60;
    private const int LongSegment = 60;

    private static readonly SearchValues<char> Signs = SearchValues.Create("•·-—–/");
    private static readonly string[] Dividers = [" • ", " · ", " -- ", " — ", " – ", " - ", " / "];

    /// <summary>The title stands before everything else, as in a list of one employer's roles.</summary>
    public bool IsTitleFirst { get; private init; }

    /// <summary>The line as a header, or null when it is prose, a list entry of another kind, or says too little.</summary>
    public static HeaderLine? Read(Block atom)
    {
        if (atom.Kind is not (BlockKind.Paragraph or BlockKind.Heading) || atom.Lines.Count != 1)
            return null;
        var segments = Divide(atom.Text);
        return segments.Count < 2 ? null : Read(atom, segments);
    }

    private static HeaderLine? Read(Block atom, List<string> segments)
    {
        var titles = segments.Select(TitlesIn).ToList();
        var barred = Bar().IsMatch(atom.Text);
        var company = CompanyIn(segments, titles, barred);
        if (company < 0 && !barred)
            return null;
        var last = segments[^1];
        var written = atom.Text[..Math.Min(atom.Text.Length, atom.Text.LastIndexOf(last, StringComparison.Ordinal) + last.Length)];
        var evidence = new Evidence(atom.FirstLine, atom.LastLine, written);
        var labels = HeaderFacts.Read(segments.Where((_, index) => titles[index].Count == 0 && index != company), atom.Links, evidence);
        var isTitleFirst = titles[0].Count > 0;
        var named = isTitleFirst ? titles[0] : [.. titles.SelectMany(list => list)];
        if (!IsHeader(segments, named.Count, company, labels))
            return null;
        var titled = named.Select(title => new Stated<string>(title, new Evidence(atom.FirstLine, atom.LastLine, title))).ToList();
        var name = company < 0 ? null : new Stated<string>(NameOf(segments[company]), evidence);
        return new HeaderLine(name, titled, labels) { IsTitleFirst = isTitleFirst };
    }

    private static bool IsHeader(List<string> segments, int titles, int company, IReadOnlyList<LabelledValue> labels)
    {
        var kinds = labels.Select(label => label.Label).Where(label => label is not Label.Apply).Distinct().Count();
        if (company < 0)
            return titles > 0 && (kinds > 1 || labels.Any(label => label.Label is Label.Salary));
        return segments.Count > 2 && (titles > 0 ? kinds > 0 : kinds > 1);
    }

    // Bars divide; else the sign that stands at least twice.
    private static List<string> Divide(string text)
    {
        var parts = text.AsSpan().ContainsAny('|', '｜', '‖') ? Bar().Split(text)
            : !text.AsSpan().ContainsAny(Signs) ? []
            : Array.Find(Dividers, divider => text.AsSpan().Count(divider) > 1) is { } twice ? text.Split(twice)
            : [];
        if (parts.Length is < 2 or > MaxSegments)
            return [];
        var segments = parts.Select(part => part.Trim()).ToList();
        if (segments[..^1].Any(segment => segment.Length > 2 * LongSegment))
            return [];
        segments[^1] = BeforeProse(segments[^1], NameOf(segments[0]));
        segments.RemoveAll(segment => segment.Length == 0);
        return segments;
    }

    // Where line ends were lost, the text goes on behind the last fact.
    private static string BeforeProse(string text, string name)
    {
        if (text.Length <= LongSegment)
            return text;
        if (TitleList.Shortest(text) is { } title)
            return title;
        if (name.Length > 2 && text.IndexOf(name, StringComparison.Ordinal) is var again and > 0)
            return text[..again].Trim();
        return Prose().Match(text) is { Success: true } prose ? text[..prose.Index].Trim() : text[..LongSegment];
    }

    private static IReadOnlyList<string> TitlesIn(string segment)
    {
        var text = Lead().Replace(segment, "");
        if (Address().IsMatch(text))
            text = Address().Replace(text, "").Trim();
        // "FULL-TIME / INTERN" says how people are employed, not as what.
        if (Terms.EmploymentTypes.Find(text) is { Count: > 1 } types && text.Count(char.IsLetter) <= types.Sum(type => text.AsSpan(type.Start, type.Length).ToString().Count(char.IsLetter)))
            return [];
        var words = Words.Split(text);
        if (words.Count > 8 && TitleList.Split(text) is { Count: 1 } && !text.Contains('(', StringComparison.Ordinal))
            return [];
        return TitleList.Split(text).SkipWhile(title => !TitleList.IsRole(title)).ToList() is { Count: > 0 } titles && Terms.Workplaces.Find(words.Count > 0 ? words[0].Folded : "").Count == 0 ? titles : [];
    }

    // The first part, unless it is the title; then the first other part that reads like a name.
    private static int CompanyIn(List<string> segments, List<IReadOnlyList<string>> titles, bool barred)
    {
        if (titles[0].Count == 0 && IsName(segments[0]))
            return 0;
        for (var i = 1; barred && i < segments.Count && i < 4; i++)
        {
            if (titles[i].Count == 0 && IsName(segments[i]) && Words.Split(segments[i]).Count <= 3 && !NoName().IsMatch(segments[i]) && SkillVocabulary.Default.Find(segments[i]).Count == 0)
                return i;
        }

        return -1;
    }

    private static bool IsName(string segment) =>
        NameOf(segment) is { Length: > 1 and <= MaxName } name
        && char.IsLetterOrDigit(name[0])
        && !name.Contains(':', StringComparison.Ordinal)
        && HeaderFacts.KindsOf(name).Count == 0
        && Terms.Seniorities.Find(name).Count == 0
        && Words.Split(name).Count <= 6;

    private static string NameOf(string segment) => Note().Replace(Address().Replace(segment, ""), "").Trim().Trim(',', '-', '–', '—', ':').Trim();

    [GeneratedRegex(@"\s*[|｜‖]+\s*", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Bar();

    [GeneratedRegex(@"^\W*(roles?|positions?|job|hiring|looking for|we need|wanted)\s*:\s*", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s*[(\[<]?\s*\b(https?://\S+|www\.\S+)\s*[)\]>]?", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Address();

    [GeneratedRegex(@"\s*\([^()]*\)\s*$|,? \(?YC [A-Z]?\d{2}\)?$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Note();

    [GeneratedRegex(@"\b(We|We['’]re|Our|At|The|I|I['’]m|Hi|You|This|Apply|Role|About|Location|Description)\b(?=[ :,])|[.!?]\s|https?:", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Prose();

    [GeneratedRegex(@"\b(parent|next|prev|root|context|favou?rite|points?|equity|salary|stock|visa|multiple|various|roles?|positions?|competitive|benefits|series|yc|days?|weeks?|interns?|levels?|all|jobs?|careers|team)\b|%", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex NoName();
}
