namespace PostingsBot.Core.Questions.Recruiting;

/// <summary>
/// A form of sentences, word by word: "a|b" is either word, "x:a|b" also names it, "a?" may be missing, "{x}" is at least one word and "{x?}" may be none, as few as lead to a match. It
/// takes all words of an order.
/// </summary>
internal sealed class OrderPattern(string form)
{
    private readonly Piece[] pieces = [.. form.Split(' ').Select(Piece.Of)];

    /// <summary>"The role is filled", "we filled it": no order; with a question mark it asks.</summary>
    public bool IsStatement => pieces[0].IsOpen || pieces[0].Words.Contains("we") || pieces[0].Words.Contains("i");

    /// <summary>The named parts as first word and end; null when the order is of another form.</summary>
    /// <param name="order">The order.</param>
    /// <param name="accepts">Whether a named part may be these words.</param>
    public IReadOnlyDictionary<string, (int First, int End)>? Match(OrderText order, Func<string, int, int, bool> accepts)
    {
        if (!MayMatch(order))
            return null;
        var found = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        return Fits(order, accepts, found, 0, order.First) ? found : null;
    }

    /// <summary>A cheap look at the words that the form cannot do without: hundreds of forms are tried on every question.</summary>
    private bool MayMatch(OrderText order)
    {
        if (pieces[0] is { IsOpen: false, IsOptional: false } lead && !lead.Words.Contains(order[order.First]))
            return false;
        foreach (var piece in pieces)
        {
            if (piece is { IsOpen: false, IsOptional: false } && !order.HasOneOf(piece.Words))
                return false;
        }

        return true;
    }

    private bool Fits(OrderText order, Func<string, int, int, bool> accepts, Dictionary<string, (int First, int End)> found, int at, int word)
    {
        if (at == pieces.Length)
            return word == order.End;
        var piece = pieces[at];
        if (!piece.IsOpen)
            return FitsWord(order, accepts, found, at, word) || (piece.IsOptional && Fits(order, accepts, found, at + 1, word));
        if (piece.IsOptional && Fits(order, accepts, found, at + 1, word))
            return true;
        for (var end = word + 1; end <= order.End; end++)
        {
            if (!MayFollow(at + 1, order, end))
                continue;
            found[piece.Name!] = (word, end);
            if (accepts(piece.Name!, word, end) && Fits(order, accepts, found, at + 1, end))
                return true;
        }

        found.Remove(piece.Name!);
        return false;
    }

    private bool FitsWord(OrderText order, Func<string, int, int, bool> accepts, Dictionary<string, (int First, int End)> found, int at, int word)
    {
        if (word >= order.End || !pieces[at].Words.Contains(order[word]))
            return false;
        if (pieces[at].Name is { } name)
            found[name] = (word, word + 1);
        return Fits(order, accepts, found, at + 1, word + 1);
    }

    /// <summary>A cheap look before the named part is read: may what stands here go on the form?</summary>
    private bool MayFollow(int at, OrderText order, int word)
    {
        for (; at < pieces.Length; at++)
        {
            if (pieces[at].IsOpen || (word < order.End && pieces[at].Words.Contains(order[word])))
                return true;
            if (!pieces[at].IsOptional)
                return false;
        }

        return word == order.End;
    }

    private sealed record Piece(string? Name, HashSet<string> Words, bool IsOptional, bool IsOpen)
    {
        private static readonly HashSet<string> None = [];

        public static Piece Of(string form)
        {
            if (form[0] is '{')
                return new Piece(form.Trim('{', '}', '?'), None, form.EndsWith("?}", StringComparison.Ordinal), IsOpen: true);
            var name = form.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? form[..colon] : null;
            var words = (name is null ? form : form[(name.Length + 1)..]).TrimEnd('?').Split('|');
            return new Piece(name, words.ToHashSet(StringComparer.Ordinal), form.EndsWith('?'), IsOpen: false);
        }
    }
}
