using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace PostingsBot.Core.Text;

/// <summary>The one way a text becomes words: documents when they are indexed, questions when they are asked.</summary>
public static class Words
{
    // Each character's fold, made when it is first met: decomposing a text costs more than reading it.
    private static readonly string?[] Folds = new string?[char.MaxValue + 1];

    private static readonly TextMemo<IReadOnlyList<Word>> Known = new(text => Split(text.AsSpan()));

    /// <summary>
    /// Words in reading order: folded in case and accents, lightly stemmed; "c++", "c#", ".net", "node.js" stay whole.
    /// Chinese characters, written without blanks, are a word each.
    /// </summary>
    public static IReadOnlyList<Word> Split(string text) => Known.Of(text);

    /// <summary>As of a string.</summary>
    public static IReadOnlyList<Word> Split(ReadOnlySpan<char> text)
    {
        var words = new List<Word>(Math.Min((text.Length / 5) + 1, 256));
        var position = 0;
        while (position < text.Length)
        {
            if (!IsStart(text, position))
            {
                position++;
                continue;
            }

            var end = position + 1;
            var isWhole = IsIdeograph(text[position]);
            while (end < text.Length && !isWhole && (char.IsAsciiLetterOrDigit(text[end]) || IsPart(text, end)))
                end++;
            while (end > position + 1 && text[end - 1] is '.' or '\'' or '’')
                end--;
            var form = FormOf(text[position..end]);
            if (form.Folded.Length > 0)
                words.Add(new Word(position, end - position, form));
            position = end;
        }

        return words;
    }

    /// <summary>The words without a call for each; a list that <see cref="Split"/> made is not copied.</summary>
    internal static ReadOnlySpan<Word> AsSpan(IReadOnlyList<Word> words) => words is List<Word> list ? CollectionsMarshal.AsSpan(list) : words.ToArray();

    /// <summary>The word, folded.</summary>
    internal static WordForm FormOf(ReadOnlySpan<char> word) => WordPool.Lower(word) ?? new WordForm(FoldNew(word));

    /// <summary>Lower case, compatibility forms unified, accents removed.</summary>
    public static string Fold(ReadOnlySpan<char> text) => WordPool.Lower(text)?.Folded ?? FoldNew(text);

    private static string FoldNew(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
            return text.ToString().ToLowerInvariant();
        var folded = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            // Pairs of surrogates are one character, and rare.
            if (char.IsSurrogate(c))
                return Decompose(text.ToString());
            folded.Append(Folds[c] ??= Decompose(c.ToString()));
        }

        return folded.ToString();
    }

    private static string Decompose(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                folded.Append(Simple(char.ToLowerInvariant(c)));
        }

        return folded.Replace("ß", "ss").Replace("æ", "ae").Replace("œ", "oe").ToString();
    }

    /// <summary>Letters that have no decomposition, as people without them on the keyboard write them.</summary>
    private static char Simple(char c) => c switch
    {
        '’' => '\'',
        'ł' => 'l',
        'ø' => 'o',
        'đ' => 'd',
        'ı' => 'i',
        _ => c,
    };

    private static bool IsStart(ReadOnlySpan<char> text, int at) =>
        char.IsAsciiLetterOrDigit(text[at]) || char.IsLetterOrDigit(text[at])
        || (text[at] is '.' && at + 1 < text.Length && char.IsLetter(text[at + 1]) && (at == 0 || IsBreak(text[at - 1])));

    private static bool IsBreak(char c) => !char.IsLetterOrDigit(c) && c is not '.';

    private static bool IsIdeograph(char c) => c is (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff');

    private static bool IsPart(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '+' or '#' => !LetterAfterSigns(text, at),
        '.' or '\'' or '’' => at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]) && !IsIdeograph(text[at + 1]) && text[at - 1] is not '#',
        var c when IsIdeograph(c) => false,
        var c => char.IsLetterOrDigit(c) || (!char.IsAscii(c) && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark),
    };

    /// <summary>"Python+Django" is two words, "C++", "C++17" and "C#" are one.</summary>
    private static bool LetterAfterSigns(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ('+' or '#'))
            at++;
        return at < text.Length && char.IsLetter(text[at]);
    }
}

/// <summary>A word with where it stands: characters <see cref="Start"/> up to Start + <see cref="Length"/> of the text.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct Word
{
    private readonly WordForm form;

    internal Word(int start, int length, WordForm form)
    {
        (Start, Length, this.form) = (start, length, form);
        Number = form.Number;
    }

    public int Start { get; }

    public int Length { get; }

    public string Folded => form.Folded;

    /// <summary>For <see cref="WordFilter"/>: kept beside the word, so that most words need not be looked at again.</summary>
    internal int Number { get; }

    public string Stem => form.Stem;
}
