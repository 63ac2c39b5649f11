using System.Globalization;
using PostingsBot.Core.Recruiting;

namespace PostingsBot.Commands.Evaluation;

/// <summary>
/// What a recruiter would correct who pastes the labelled documents that advertise one role: fields that were read wrong, or not at all though the document states them. The parts of pay are
/// one field; a paste has no file name.
/// </summary>
internal sealed class PasteScore
{
    private const string Pasted = "your text";

    private readonly Dictionary<string, (int Wrong, int Missing)> byField = [];

    public int Postings { get; private set; }

    /// <summary>Refused, or read as another number of roles.</summary>
    public int NotRead { get; private set; }

    /// <summary>Without any field to correct.</summary>
    public int Clean { get; private set; }

    public int Corrections { get; private set; }

    /// <summary>Roles of which every labelled skill was read, of those that have labelled skills.</summary>
    public (int Whole, int Labelled) Skills { get; private set; }

    /// <summary>Documents of other kinds, and of several roles, do not count.</summary>
    public void Add(Label label, ReadOnlySpan<byte> content)
    {
        if (label.Kind != "posting" || label.Roles is not [var role])
            return;
        Postings++;
        if (PasteReader.Read(content, Pasted) is not Paste.Roles { Document.Postings: [var posting] })
        {
            NotRead++;
            return;
        }

        var tallies = RoleComparison.Compare(ScoredRole.OfLabel(role), ScoredRole.Of(posting), role.TryGetProperty("accept", out var accept) ? accept : default);
        var wrong = ScoredRole.Fields.Where(field => tallies[field] is var tally && (tally.Gold != tally.Correct || tally.Parsed != tally.Correct)).GroupBy(NameOf).ToList();
        foreach (var field in wrong)
        {
            var isMissing = field.All(part => tallies[part].Parsed == 0);
            var before = byField.GetValueOrDefault(field.Key);
            byField[field.Key] = isMissing ? (before.Wrong, before.Missing + 1) : (before.Wrong + 1, before.Missing);
        }

        Corrections += wrong.Count;
        Clean += wrong.Count == 0 ? 1 : 0;
        if (tallies["skills"].Gold > 0)
            Skills = (Skills.Whole + (tallies["skills"].Correct == tallies["skills"].Gold ? 1 : 0), Skills.Labelled + 1);
    }

    public void Write(TextWriter output)
    {
        var read = Math.Max(1, Postings - NotRead);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pasted: {Postings} postings of one role; {NotRead} not read as one role"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  no correction needed: {Clean} ({100.0 * Clean / Math.Max(1, Postings):0.0} %)"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  corrections for each posting that was read: {(double)Corrections / read:0.00}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  every labelled skill was read: {Skills.Whole} of {Skills.Labelled}"));
        foreach (var (field, (wrong, missing)) in byField.OrderByDescending(entry => entry.Value.Wrong + entry.Value.Missing).ThenBy(entry => entry.Key, StringComparer.Ordinal))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {field,-12} wrong {wrong,3}  missing {missing,3}"));
    }

    private static string NameOf(string field) => field.StartsWith("salary", StringComparison.Ordinal) ? "salary" : field;
}
