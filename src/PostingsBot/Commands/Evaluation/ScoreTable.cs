using System.Globalization;

namespace PostingsBot.Commands.Evaluation;

/// <summary>Prints what a scorer counted, field by field.</summary>
internal static class ScoreTable
{
    public static void Write(TextWriter writer, Scorer score)
    {
        writer.WriteLine($"{"field",-16} {"gold",6} {"parsed",6} {"correct",7}  {"precision",9} {"recall",7} {"F1",7}");
        foreach (var field in ScoredRole.Fields)
        {
            var (precision, recall, f1) = Ratios(score.Fields[field]);
            writer.WriteLine(Line($"{Counts(field, score.Fields[field])}  {precision,9:0.000} {recall,7:0.000} {f1,7:0.000}"));
        }

        var skills = score.Fields["skills"];
        writer.WriteLine(Line($"{Counts("skills", skills)}  {"-",9} {Ratios(skills).Recall,7:0.000} {"-",7}"));
        writer.WriteLine();
        var counted = ScoredRole.Fields.Where(field => score.Fields[field].Gold > 0 || score.Fields[field].Parsed > 0).ToList();
        var micro = Ratios(counted.Aggregate(default(Tally), (sum, field) => sum + score.Fields[field]));
        var macro = counted.Count == 0 ? 0 : counted.Average(field => Ratios(score.Fields[field]).F1);
        writer.WriteLine(Line($"macro F1 {macro:0.000}   micro precision {micro.Precision:0.000}, recall {micro.Recall:0.000}, F1 {micro.F1:0.000}   (without skills)"));
        writer.WriteLine(Line($"document kind: {score.RightKinds} of {score.Documents} right ({(double)score.RightKinds / Math.Max(1, score.Documents):0.000})")
            + string.Concat(score.Confusion.Select(pair => $"; {pair.Key}: {pair.Value}")));
        WriteRoles(writer, "lists", score.ListRoles);
        WriteRoles(writer, "all documents", score.Roles);
        if (score.Companies.Gold > 0)
            writer.WriteLine($"company of company documents: {score.Companies.Correct} of {score.Companies.Gold}");
        if (score.Missing > 0)
            writer.WriteLine($"labelled documents that are not there: {score.Missing} of {score.Documents} (counted as missed)");
    }

    public static (double Precision, double Recall, double F1) Ratios(Tally tally)
    {
        var precision = tally.Parsed == 0 ? 0 : (double)tally.Correct / tally.Parsed;
        var recall = tally.Gold == 0 ? 0 : (double)tally.Correct / tally.Gold;
        return (precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }

    private static void WriteRoles(TextWriter writer, string where, (int Labelled, int Found, int Extra) roles) =>
        writer.WriteLine($"roles in {where}: {roles.Labelled} labelled, {roles.Found} found, {roles.Labelled - roles.Found} missed, {roles.Extra} extra");

    private static string Counts(string field, Tally tally) => $"{field,-16} {tally.Gold,6} {tally.Parsed,6} {tally.Correct,7}";

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
