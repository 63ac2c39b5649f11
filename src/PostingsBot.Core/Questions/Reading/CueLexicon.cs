using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>What a phrase says: cues and the field of a role it names, if any.</summary>
internal sealed class Said
{
    /// <summary>One bit for each cue: asked hundreds of times for a question.</summary>
    private UInt128 cues;

    public RoleField? Field { get; private set; }

    public bool Is(Cue cue) => (cues & Bit(cue)) != 0;

    /// <summary>As cues.txt writes them.</summary>
    public IEnumerable<string> Names => Enum.GetValues<Cue>().Where(Is).Select(cue => cue.ToString()).Concat(Field is { } named ? ["Field." + named] : []);

    public void Add(string name)
    {
        if (name.StartsWith("Field.", StringComparison.Ordinal))
            Field = Field ?? Enum.Parse<RoleField>(name.AsSpan(6));
        else
            cues |= Bit(Enum.Parse<Cue>(name));
    }

    private static UInt128 Bit(Cue cue) => UInt128.One << (int)cue;
}

/// <summary>The cue phrases of Questions/Data/cues.txt, read once.</summary>
internal static class CueLexicon
{
    private static readonly Lazy<PhraseTable<Said>> Lazy = new(Load);

    public static PhraseTable<Said> Table => Lazy.Value;

    /// <summary>Single words that a misspelt word may be mended to: not those of orders that change or refuse something.</summary>
    public static IEnumerable<string> SpellingWords => Table.SingleWords.Where(word => !Table.At(Words.Split(word), 0).Any(p => IsOrder(p.Value)));

    private static bool IsOrder(Said said) =>
        said.Is(Cue.ClosedTo) || said.Is(Cue.Swap) || said.Is(Cue.Undo) || said.Is(Cue.Task) || said.Is(Cue.OutOfScope);

    private static PhraseTable<Said> Load()
    {
        var said = new Dictionary<string, Said>(StringComparer.Ordinal);
        foreach (var line in WordLists.Lines("cues.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var phrase in line[(colon + 1)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (!said.TryGetValue(phrase, out var entry))
                    said.Add(phrase, entry = new Said());
                entry.Add(line[..colon]);
            }
        }

        var table = new PhraseTable<Said>();
        foreach (var (phrase, entry) in said)
            table.Add(phrase, entry);
        return table;
    }
}
