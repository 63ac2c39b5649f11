using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Roles;

/// <summary>Roles that one line names ("Product Engineers (Full-stack), AI Associates"), and the role that a longer line begins with.</summary>
internal static partial class TitleList
{
    private const int MaxWords = 10;
    private const int MaxTail = 5;
    private const int MaxDense = 30;

    // Nouns that title a role only beside another: fields of work, not people.
    private static readonly HashSet<string> Fields = new(
        "support operations development fullstack backend frontend devops qa lead design product marketing sales security data web mobile engineering expert president".Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Short = new("swe sre sde sdet tpm pm em cto ceo coo cfo cmo cpo vp am ae csm engr eng dev".Split(' '), StringComparer.Ordinal);

    private static readonly TextMemo<bool> People = new(NamesPerson);
    private static readonly TextMemo<bool> Roles = new(NamesRole);

    /// <summary>The text is the name of a role by itself: short, and with a noun for the person who does the work.</summary>
    public static bool IsRole(string text) => Roles.Of(text);

    private static bool NamesRole(string text)
    {
        if (IsDense(text))
            return text.Length <= MaxDense && !DenseProse().IsMatch(text) && RoleTitles.IsRole(text);
        var words = Words.Split(text);
        return words.Count is > 0 and <= MaxWords && words.Any(IsPerson) && !Filler().IsMatch(text) && (RoleTitles.IsRole(text) || words.Any(IsShort));
    }

    /// <summary>Each role of the line; one alone, when the line's parts are not roles by themselves.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var pieces = Comma().Split(text).Select(Trim).Where(piece => piece.Length > 0 && !Filler().IsMatch(piece)).ToList();
        if (pieces.Count > 1 && (pieces.Any(piece => Count().IsMatch(piece)) || (pieces.Count > 2 && pieces.All(IsRoleOrField))))
            return [.. pieces.SelectMany(SplitPair).Select(WithoutCount)];
        var roles = new List<string>();
        foreach (var piece in pieces)
        {
            if (roles.Count > 0 && !IsRole(piece))
                roles[^1] += ", " + piece;
            else
                roles.Add(piece);
        }

        return [.. roles.SelectMany(SplitPair).Select(WithoutCount)];
    }

    /// <summary>The role that a list entry begins with and what follows it; null when it begins otherwise.</summary>
    public static (string Title, string Behind)? Leading(string text)
    {
        if (!IsDense(text) && !Words.Split(text).Any(IsPerson))
            return null;
        text = Bullet().Replace(text, "");
        var bar = text.AsSpan().IndexOfAny("|｜");
        var end = bar > 0 ? bar : EndOfTitle(text);
        var title = text[..end];
        var aside = Aside().Match(title);
        if (aside.Success)
            title = title.Remove(aside.Index, aside.Length);
        title = WithoutCount(Trim(RoleTitles.Clean(title)));
        // "Researcher in models of the climate - coupled systems over long times": the part before the dash names it.
        if (!IsRole(title) && title.IndexOf(" - ", StringComparison.Ordinal) is > 0 and var dash && IsRole(title[..dash]))
            title = title[..dash];
        return IsRole(title) && !title.Contains("://", StringComparison.Ordinal) && (char.IsLetterOrDigit(title[0]) || title.StartsWith(".net", StringComparison.OrdinalIgnoreCase)) && !(title.Length > 1 && char.IsLower(title[0]) && char.IsLower(title[1]))
            ? (title, aside.Value + " | " + text[end..])
            : null;
    }

    /// <summary>The fewest words at the text's beginning that name a role, where the text goes on with a new sentence; or null.</summary>
    public static string? Shortest(string text)
    {
        var words = Words.Split(text);
        for (var i = 0; i + 1 < words.Count && i < MaxWords; i++)
        {
            var end = words[i].Start + words[i].Length;
            if (IsPerson(words[i]) && char.IsUpper(text[words[i + 1].Start]) && words[i + 1].Start == end + 1 && IsRole(text[..end]))
                return text[..end];
        }

        return null;
    }

    // Written without blanks, so that no word tells the person by itself.
    private static bool IsDense(string text) => text.AsSpan().ContainsAnyInRange('\u3040', '\u9fff');

    private static int EndOfTitle(string text)
    {
        foreach (Match match in Stop().Matches(text))
        {
            if (match.Index > 0 && (match.Value[0] is not (' ' or ',') || !Continues(text[(match.Index + match.Length)..], match.Value[0] is ',')))
                return match.Index;
        }

        return text.Length;
    }

    // "Software Engineer - Platform Team" goes on being a title; "- TypeScript, Python", "- Berlin" and "- you will build …" do not.
    private static bool Continues(string rest, bool comma)
    {
        var tail = Stop().Split(rest)[0].Trim();
        var words = Words.Split(tail);
        if (IsDense(tail) && (tail[^1] is '部' or '組' or '组' || tail.EndsWith("方向", StringComparison.Ordinal)))
            return true;
        return words.Count is > 0 and <= MaxTail
            && char.IsUpper(tail[0])
            && tail[^1] is not ('.' or '!')
            && Terms.Workplaces.Find(tail).Count == 0
            && Terms.EmploymentTypes.Find(tail).Count == 0
            && PlaceTexts.Read(tail, false).Count == 0
            && (comma || SkillVocabulary.Default.Find(tail).All(skill => skill.Start > 0));
    }

    private static IEnumerable<string> SplitPair(string text)
    {
        var parts = Pair().Split(text).Select(Trim).ToArray();
        return parts.Length > 1 && parts.All(IsRole) && parts.All(part => Words.Split(part) is var words && (IsPerson(words[^1]) || IsShort(words[^1]))) ? parts : [text];
    }

    private static bool IsRoleOrField(string text) => IsRole(text) || (Words.Split(text) is { Count: 2 } words && Fields.Contains(words[^1].Folded));

    private static bool IsPerson(Word word) => People.Of(word.Folded);

    private static bool NamesPerson(string word) =>
        IsShort(word) || (!Fields.Contains(word) && RoleTitles.IsRole(word) && (Terms.Disciplines.Find(word).Count == 0 || IsPersonal(word)));

    private static bool IsShort(Word word) => IsShort(word.Folded);

    private static bool IsShort(string word) => Short.Contains(word) || (word.EndsWith('s') && Short.Contains(word[..^1]));

    // Disciplines name people as well ("designers"), by the ends that English, German, French and Portuguese give them.
    private static bool IsPersonal(string word) => PersonEnd().IsMatch(word);

    private static string WithoutCount(string text) => Trim(Count().Replace(text, " "));

    // The dot of ".NET" stays.
    private static string Trim(string text) => text.Trim().TrimEnd('.').Trim(',', ';', ':', '-', '–', '—', '*', '•', '|').TrimEnd('.').Trim();

    [GeneratedRegex(@"[,;•](?![^()]*\))(?:\s*(?:and|or|&)\s)?|\s\+\s", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Comma();

    [GeneratedRegex(@"\s(?:&|and|und|et|e|y)\s", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Pair();

    [GeneratedRegex(@"\s*\(\s*[x×]?\s*\d{1,2}\s*[x×]?\s*\)|\s+[x×]\s?\d{1,2}\b|^\d{1,2}\s?[x×]?\s+(?=\p{L})", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Count();

    [GeneratedRegex(@"^(and )?(many |much )?(more|others?|etc\.?|multiple|various|several|all)( more| others?)?\b.{0,20}$|^(multiple|various|several|many|all|other|no|different) ", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Filler();

    [GeneratedRegex(@"[，。；！？、]|经验(?!领|丰)|經驗(?!領|豐)|優先|优先|熟悉|具备|负责|負責|以上|^(参与|參與|掌握|了解|精通|完成|协助|協助|进行|与|與|关注|你|我)", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex DenseProse();

    [GeneratedRegex(@"^\s*([-–—*•▪●>]+\s*|\(?\d{1,2}[.)]\s+|[（(]?\d{1,2}[.)）、．]\s*(?=\p{Lo}))", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\s*[:：](\s|$)|\s[-–—|•→@]+\s|\s=>\s|\.\s|\s+https?:|,\s|\s\(?(?=[$€£¥]\s?\d)", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Stop();

    [GeneratedRegex(@"\s*\([^()]*(\d|https?:|\bapply\b|\bincl|\bI\b|\bremote\b|\bonsite\b|\bhybrid\b)[^()]*\)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Aside();

    [GeneratedRegex(@"(er|or|ist|ant|ent|ian|yst|ect|in|eur|euse|ier|ein|ora|ista|up|ive|ern|tor|dev|man|rs|ts|ns|es)$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex PersonEnd();
}
