using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>What people ask of a role that no field holds, with the words that texts say it in: text-terms.tsv.</summary>
internal static class TextTerms
{
    /// <summary>The name of the line of contracts without an end.</summary>
    public const string Permanent = "permanent";

    private static readonly Lazy<PhraseTable<Constraint>> Lazy = new(Load);

    /// <summary>What kind of employer a role is at: counts only where the question says so.</summary>
    public static Constraint Startup => Lazy.Value.At(Words.Split("startup jobs"), 0).First().Value;

    public static PhraseTable<Constraint> Table => Lazy.Value;

    /// <summary>The names of the file's lines.</summary>
    public static IReadOnlySet<string> Names { get; } = DataFile.Read("text-terms.tsv").Select(line => line[0]).ToHashSet(StringComparer.Ordinal);

    private static PhraseTable<Constraint> Load()
    {
        var table = new PhraseTable<Constraint>();
        foreach (var line in DataFile.Read("text-terms.tsv"))
        {
            var written = new EitherConstraint([.. line.List(2).Select(words => new WordsConstraint([.. words.Split(' ')]) { IsPhrase = Words.Split(words).Count > 1 })]) { Name = line[0] };
            foreach (var phrase in line.List(1))
                table.Add(phrase, written);
        }

        return table;
    }
}
