using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Recruiting;

/// <summary>Corrections without a field's name: "remote in the EU only", "hybrid in Austin", "part-time", "now senior, in Berlin". Every word must be understood.</summary>
internal static class TermCorrection
{
    private static readonly HashSet<string> Small =
        [.. "in the a an at from of within only to and or is are it now based fully full completely office offices work working role job position also but for be anywhere worldwide globally world 100 level be based on just limited possible allowed with any remotely".Split(' ')];

    private static readonly HashSet<string> Anywhere = [.. "anywhere worldwide globally world".Split(' ')];

    /// <summary>Null when the words name none of these.</summary>
    public static FieldReading? Read(string text, Posting current)
    {
        var words = Words.Split(text);
        var workplaces = Terms.Workplaces.Find(text);
        var types = Terms.EmploymentTypes.Find(text).Where(match => !workplaces.Any(one => Overlap(one.Start, one.Length, match.Start, match.Length))).ToList();
        var levels = Terms.TitleSeniorities.Find(text).Where(match => !types.Exists(one => Overlap(one.Start, one.Length, match.Start, match.Length))).ToList();
        var areas = AreaVocabulary.Default.Find(text, words, lenient: true).Where(match => match.Value.Code != AreaData.World && !workplaces.Any(one => Overlap(one.Start, one.Length, match.Start, match.Length))).ToList();
        if (workplaces.Count + types.Count + levels.Count + areas.Count == 0 || workplaces.Select(match => match.Value).Distinct().Count() > 1)
            return null;
        var known = workplaces.Select(m => (m.Start, m.Length)).Concat(types.Select(m => (m.Start, m.Length))).Concat(levels.Select(m => (m.Start, m.Length))).Concat(areas.Select(m => (m.Start, m.Length))).ToList();
        if (words.FirstOrDefault(word => !Small.Contains(word.Folded) && !known.Exists(span => Overlap(span.Start, span.Length, word.Start, word.Length))) is { Length: > 0 })
            return null;
        var places = areas.Count == 0 ? "" : text[areas[0].Start..(areas[^1].Start + areas[^1].Length)];
        var isOnly = words.Any(word => word.Folded is "only" or "within" or "limited");
        var workplace = workplaces.Count > 0 ? workplaces[0].Value : (Workplace?)null;
        var reading = new FieldReading([], PostingFields.Blank);
        if (workplace is { } way)
            reading = reading.And(ParsedValue.OfKey("workplace", TermNames.Of(way)), RoleField.Workplace);
        if (types.Count > 0)
            reading = reading.And(ParsedValue.OfKey("employment_type", Written(text, types)), RoleField.Employment);
        if (levels.Count > 0)
            reading = reading.And(PostingFields.Blank with { Seniorities = [.. levels.Select(level => new Stated<Seniority>(level.Value, new Evidence(1, 1, "")))] }, RoleField.Seniority);
        if (places.Length > 0 && (workplace is Workplace.Remote || (workplace is null && isOnly && current.Workplace?.Value is Workplace.Remote)))
            reading = reading.And(ParsedValue.OfRemoteWithin(places), RoleField.EligibleFrom);
        else if (places.Length > 0)
            reading = reading.And(ParsedValue.OfKey("locations", places), RoleField.Location);
        return Limits(reading, workplace, places, words, current);
    }

    /// <summary>What a new way of working does to the limits of remote work that stand.</summary>
    private static FieldReading Limits(FieldReading reading, Workplace? workplace, string places, IReadOnlyList<Word> words, Posting current)
    {
        if (workplace is null || places.Length > 0 && workplace is Workplace.Remote || current.RemoteWithin.Count == 0)
            return reading;
        var limits = PostingFields.Text(RoleField.EligibleFrom, current);
        if (workplace is Workplace.Remote && !words.Any(word => Anywhere.Contains(word.Folded)))
            return reading with { Notes = [.. reading.Notes, CorrectionWording.Kept($"remote within {limits}")] };
        return reading with { Fields = [.. reading.Fields, RoleField.EligibleFrom], Notes = [.. reading.Notes, CorrectionWording.TakenAway($"remote within {limits}")] };
    }

    private static string Written<T>(string text, IEnumerable<TermMatch<T>> matches) => string.Join(", ", matches.Select(match => text.Substring(match.Start, match.Length)));

    private static bool Overlap(int start, int length, int otherStart, int otherLength) => start < otherStart + otherLength && otherStart < start + length;
}
