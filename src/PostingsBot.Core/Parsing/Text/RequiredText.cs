using System.Globalization;

namespace PostingsBot.Core.Parsing.Text;

/// <summary>
/// Reads from a regular expression which literals a text must hold, one of them at least, for the expression to match. Folded by
/// <see cref="Fold"/>, so that a text is folded in the same way before they are looked for. What it does not understand demands nothing.
/// </summary>
internal sealed class RequiredText
{
    private const int MostVariants = 200;
    private const int MostCharacters = 6;
    private const double LeastOfSecond = 2.5;

    private readonly string pattern;
    private readonly bool asWritten;
    private int at;

    private RequiredText(string pattern, bool asWritten)
    {
        this.pattern = pattern;
        this.asWritten = asWritten;
    }

    /// <summary>The literals; empty when nothing is certain.</summary>
    /// <param name="pattern">The expression.</param>
    /// <param name="asWritten">Literals in the case the expression gives them, for a text that is not folded.</param>
    public static IReadOnlyList<string> Of(string pattern, bool asWritten = false)
    {
        var part = new RequiredText(pattern, asWritten).Alternatives();
        return Certain(part) is { } literals ? Shortest(literals) : [];
    }

    /// <summary>Literals of another place in the expression than those of <see cref="Of"/>, of which each match holds one as well; empty when they would say little.</summary>
    public static IReadOnlyList<string> Second(string pattern) =>
        new RequiredText(pattern, asWritten: true).Alternatives().Second is { } literals && Worth(literals) >= LeastOfSecond ? Shortest(literals) : [];

    /// <summary>One character for all that an expression may take for the same one: capitals become small, every digit is 0.</summary>
    public static char Fold(char c) => char.IsDigit(c) ? '0' : char.ToLowerInvariant(char.ToUpperInvariant(c));

    private static List<string>? Certain(Part part) => Better(part.Required, IsCertain(part.Exact) ? part.Exact : null);

    private static bool IsCertain(List<string>? exact) => exact is { Count: > 0 } && exact.TrueForAll(text => text.Length > 0);

    private Part Alternatives()
    {
        var parts = new List<Part> { Sequence() };
        while (at < pattern.Length && pattern[at] is '|')
        {
            at++;
            parts.Add(Sequence());
        }

        if (parts.Count == 1)
            return parts[0];
        var exact = parts.TrueForAll(part => part.Exact is not null) ? parts.SelectMany(part => part.Exact!).Distinct().ToList() : null;
        var certain = parts.ConvertAll(Certain);
        if (!certain.TrueForAll(text => text is not null))
            return new Part(exact is { Count: <= MostVariants } ? exact : null, null);
        var second = parts.Exists(part => part.Second is not null) ? parts.SelectMany((part, index) => part.Second ?? certain[index]!).Distinct().ToList() : null;
        return new Part(exact is { Count: <= MostVariants } ? exact : null, [.. certain.SelectMany(text => text!).Distinct()], second);
    }

    // A run of exact parts grows until a part is not exact; the best run, or the best that a part demands, is what the sequence demands.
    private Part Sequence()
    {
        List<string> run = [""];
        List<string>? best = null, second = null;
        var isExact = true;
        while (at < pattern.Length && pattern[at] is not ('|' or ')'))
        {
            var part = Quantified();
            Take(part.Required);
            if (part.Exact is { } exact && run.Count * exact.Count <= MostVariants)
            {
                run = [.. run.SelectMany(_ => exact, (before, text) => before + text).Distinct()];
                continue;
            }

            Take(IsCertain(run) ? run : null);
            isExact = false;
            run = part.Exact ?? [""];
        }

        Take(IsCertain(run) ? run : null);
        return new Part(isExact ? run : null, best, second);

        void Take(List<string>? literals)
        {
            var better = Better(best, literals);
            var other = ReferenceEquals(better, best) ? literals : best;
            if (other is not null && !Implies(better!, other))
                second = Better(second, other);
            best = better;
        }
    }

    // Literals of the same place say nothing more.
    private static bool Implies(List<string> literals, List<string> others) =>
        literals.TrueForAll(text => others.Exists(other => text.Contains(other, StringComparison.Ordinal)));

    private Part Quantified()
    {
        var part = Atom();
        while (at < pattern.Length && pattern[at] is '?' or '*' or '+' or '{')
        {
            var isOptional = pattern[at] is '?';
            var isNeeded = pattern[at] is '+' || (pattern[at] is '{' && pattern[at + 1] is not '0');
            at = pattern[at] is '{' ? pattern.IndexOf('}', at) + 1 : at + 1;
            if (at < pattern.Length && pattern[at] is '?')
                at++;
            part = isOptional && part.Exact is { } exact ? new Part([.. exact, ""], null) : new Part(null, isNeeded ? Certain(part) : null);
        }

        return part;
    }

    private Part Atom()
    {
        var c = pattern[at++];
        return c switch
        {
            '(' => Group(),
            '[' => Characters(),
            '\\' => Escape(),
            '^' or '$' => Part.Nothing,
            '.' => Part.Any,
            _ => Literal(c),
        };
    }

    private Part Group()
    {
        var isBehindOrNot = false;
        var isAhead = false;
        if (pattern[at] is '?')
        {
            var next = pattern[at + 1];
            isAhead = next is '=' or '!';
            isBehindOrNot = next is '!' || (next is '<' && pattern[at + 2] is '=' or '!');
            at = next is ':' or '=' or '!' ? at + 2 : isBehindOrNot ? at + 3 : pattern.IndexOf('>', at) + 1;
        }

        var inner = Alternatives();
        at++;
        if (isBehindOrNot)
            return Part.Nothing;
        return isAhead ? Part.Nothing with { Required = Certain(inner) } : inner;
    }

    private Part Escape()
    {
        var c = pattern[at++];
        switch (c)
        {
            case 'b' or 'B' or 'A' or 'Z' or 'z' or 'G':
                return Part.Nothing;
            case 'd':
                return asWritten ? Part.Any : Literal('0');
            case 'w' or 'W' or 's' or 'S' or 'D':
                return Part.Any;
            case 'p' or 'P':
                at = pattern.IndexOf('}', at) + 1;
                return Part.Any;
            case 'k':
                at = pattern.IndexOf('>', at) + 1;
                return Part.Any;
            default:
                at--;
                return Literal(Escaped());
        }
    }

    private Part Literal(char c) => new([(asWritten ? c : Fold(c)).ToString()], null);

    // The character behind a backslash.
    private char Escaped()
    {
        var c = pattern[at++];
        if (c is not ('u' or 'x'))
            return c switch { 't' => '\t', 'n' => '\n', 'r' => '\r', 'f' => '\f', 'v' => '\v', _ => c };
        var length = c is 'u' ? 4 : 2;
        at += length;
        return (char)ushort.Parse(pattern.AsSpan(at - length, length), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    private Part Characters()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var isOpen = pattern[at] is '^';
        for (var first = at + (isOpen ? 1 : 0); pattern[at] is not ']' || at == first;)
        {
            var from = pattern[at++];
            if (from is '\\' && pattern[at] is 'd')
            {
                (from, at, isOpen) = ('0', at + 1, isOpen || asWritten);
            }
            else if (from is '\\' && pattern[at] is 'w' or 'W' or 's' or 'S' or 'D' or 'p' or 'P')
            {
                isOpen = true;
                at = pattern[at] is 'p' or 'P' ? pattern.IndexOf('}', at) + 1 : at + 1;
                continue;
            }
            else if (from is '\\')
            {
                from = Escaped();
            }

            var to = from;
            if (pattern[at] is '-' && pattern[at + 1] is not ']')
            {
                at++;
                to = pattern[at++];
                to = to is '\\' ? Escaped() : to;
            }

            isOpen |= to - from > 100;
            for (var c = from; c <= to && !isOpen; c++)
                found.Add((asWritten ? c : Fold(c)).ToString());
        }

        at++;
        return isOpen || found.Count > MostCharacters ? Part.Any : new Part([.. found], null);
    }

    private static List<string>? Better(List<string>? one, List<string>? other)
    {
        if (one is null || other is null)
            return one ?? other;
        return Worth(other) > Worth(one) ? other : one;
    }

    // Long literals are rare in a text; signs say more than letters, blanks and digits less, ideographs most.
    private static double Worth(List<string> literals) =>
        literals.Min(text => Math.Min(8, text.Sum(Worth))) - literals.Count * 0.002;

    private static double Worth(char c) => c switch
    {
        >= '\u2E80' => 4,
        ' ' or '0' or '.' or ',' or '-' => 0.5,
        _ => char.IsLetter(c) ? 1 : 1.5,
    };

    private static List<string> Shortest(List<string> literals) =>
        [.. literals.Where(text => !literals.Exists(other => other.Length < text.Length && text.Contains(other, StringComparison.Ordinal)))];

    /// <summary>
    /// Exact: all texts the part matches, where they are few. Required: literals of which each match holds one. Second: others, of another place
    /// in it, of which each match holds one as well.
    /// </summary>
    private sealed record Part(List<string>? Exact, List<string>? Required, List<string>? Second = null)
    {
        public static Part Any { get; } = new(null, null);

        public static Part Nothing { get; } = new([""], null);
    }
}
