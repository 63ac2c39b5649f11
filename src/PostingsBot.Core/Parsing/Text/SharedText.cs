using PostingsBot.Core.Text;

namespace PostingsBot.Core.Parsing.Text;

/// <summary>A piece of a document's text that several stages read: its words and the cues in it are found once, when first asked for.</summary>
internal sealed class SharedText(string value)
{
    private IReadOnlyList<Word>? words;
    private CueSet cues;
    private bool isScanned;

    public string Value { get; } = value;

    /// <summary>For the vocabularies: <c>Terms.Workplaces.Find(text.Value, text.Words)</c>.</summary>
    public IReadOnlyList<Word> Words => words ??= Core.Text.Words.Split(Value);

    public static implicit operator SharedText(string value) => new(value);

    /// <summary>False when the cue cannot match; true says only that it is worth a look.</summary>
    public bool MayHold(Cue cue)
    {
        if (!isScanned)
        {
            cues = Cue.FindAll(Value);
            isScanned = true;
        }

        return cue.Number >= CueSet.Capacity || cues.Contains(cue.Number);
    }
}
