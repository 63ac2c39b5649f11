using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>"Expired", "no longer open", "still available": whether applications are taken, in the words of people.</summary>
internal static class OpennessWords
{
    private static readonly PhraseTable<bool> Table = Read(
        "still open; still available; still apply; apply still; noch bewerben; encore postuler; todavía postular; ainda me candidatar; still accepting; still taking applications; open still; noch offen; noch frei; noch verfügbar; noch zu haben; encore ouvert; encore ouverte; encore ouverts; encore ouvertes; toujours ouvert; toujours ouverte; encore disponible; sigue abierto; sigue abierta; siguen abiertas; siguen abiertos; aún abierta; todavía abierta; ainda aberta; ainda abertas; ainda aberto; not expired; not closed; not yet closed",
        "closed; expired; filled; archived; no longer open; no longer available; not open anymore; not available anymore; already closed; already filled; geschlossen; abgelaufen; besetzt; schon vergeben; nicht mehr offen; expirée; expirées; pourvu; pourvue; pourvus; pourvues; fermé; fermée; clôturé; clôturée; cerrada; cerradas; cerrado; cerrados; caducada; caducadas; encerrada; encerradas; encerrado; fechada; fechadas; preenchida; preenchidas");

    /// <summary>What follows makes it something else: "closed source", "closed captions", "closed to Europeans".</summary>
    private static readonly HashSet<string> Others = [.. "source loop beta caption captions captioning to won circuit in on by".Split(' ')];

    /// <summary>The phrase that begins at a word: where it ends, and whether it says that applications are taken.</summary>
    public static (int End, bool IsOpen)? At(IReadOnlyList<Word> words, int i)
    {
        (int End, bool IsOpen)? longest = null;
        foreach (var (end, isOpen) in Table.At(words, i))
        {
            if ((longest is not { } known || end > known.End) && (end == words.Count || !Others.Contains(words[end].Folded)))
                longest = (end, isOpen);
        }

        return longest;
    }

    private static PhraseTable<bool> Read(string open, string closed)
    {
        var table = new PhraseTable<bool>();
        foreach (var phrase in open.Split("; "))
            table.Add(phrase, true);
        foreach (var phrase in closed.Split("; "))
            table.Add(phrase, false);
        return table;
    }
}
