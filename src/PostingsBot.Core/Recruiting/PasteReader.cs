using System.Text;
using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Recruiting;

/// <summary>Reads what a recruiter pasted or attached: the roles in it, or why there are none.</summary>
public static partial class PasteReader
{
    /// <summary>Longer pastes are refused, in bytes of UTF-8.</summary>
    public const int MostBytes = 200 * 1024;

    private static readonly DocumentParser Parser = new();

    private static readonly byte[][] Pictures = [[0x89, (byte)'P', (byte)'N', (byte)'G'], [0xFF, 0xD8, 0xFF], [.. "GIF8"u8], [.. "BM"u8], [.. "RIFF"u8], [0, 0, 0]];

    public static Paste Read(string text, string name) => Read(Encoding.UTF8.GetBytes(text), name);

    /// <param name="content">As pasted, or the bytes of a file.</param>
    /// <param name="name">The file's; it tells nothing but the format.</param>
    public static Paste Read(ReadOnlySpan<byte> content, string name)
    {
        if (content.Length > MostBytes)
            return new Paste.NotAPosting(NoPosting.TooLong, PasteWording.TooLong(content.Length, MostBytes));
        if (TextDecoder.Decode(content) is not { } text)
            return new Paste.NotAPosting(NoPosting.ImageOnly, IsPicture(content) ? PasteWording.Image : PasteWording.NoText);
        if (text.All(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\uFEFF' or '\u200B'))
            return new Paste.NotAPosting(NoPosting.Empty, PasteWording.Empty);
        if (Image().Replace(text, "").AsSpan().Trim().IsEmpty)
            return new Paste.NotAPosting(NoPosting.ImageOnly, PasteWording.Image);
        if (IsOnlyLinks(text))
            return new Paste.NotAPosting(NoPosting.LinkOnly, PasteWording.Link);
        if (ResumeSigns.Are(text))
            return new Paste.NotAPosting(NoPosting.Resume, PasteWording.Resume);
        var document = Parse(name, content);
        return document.Postings.Count > 0 ? new Paste.Roles(document)
            : document.Kind is DocumentKind.Company || Employer().IsMatch(text) ? new Paste.NotAPosting(NoPosting.CompanyPage, PasteWording.CompanyPage)
            : new Paste.NotAPosting(NoPosting.NoRole, PasteWording.NoRole);
    }

    /// <summary>As a document would be read, but for what people leave out who paste: a first line that names a role is its title, and several roles need no list.</summary>
    public static ParsedDocument Parse(string name, ReadOnlySpan<byte> content)
    {
        if (TextDecoder.Decode(content)?.ReplaceLineEndings("\n") is not { } whole)
            return Parser.Parse(name, content);
        var text = WithoutOrder(whole);
        var document = text == whole ? Parser.Parse(name, content) : Parser.Parse(name, Encoding.UTF8.GetBytes(text));
        if (document.Postings.Count > 1 || document.Kind is DocumentKind.Company)
            return document;
        var parts = PasteParts.Of(text);
        var roles = parts.Select(part => Parser.ParseRole(name, Encoding.UTF8.GetBytes(part)).Postings).ToList();
        if (roles.Count > 1 && roles.TrueForAll(role => role.Count > 0))
            return document with { Kind = DocumentKind.Posting, Postings = [.. roles.Select(role => role[0])] };
        return document.Postings.Count == 0 && PasteParts.WithHeading(text) is { } headed ? Parser.ParseRole(name, Encoding.UTF8.GetBytes(headed)) : document;
    }

    /// <summary>"Post this role:" before the text is no part of it; its line stays, empty.</summary>
    private static string WithoutOrder(string text) => Order().Replace(text, "", 1);

    private static bool IsPicture(ReadOnlySpan<byte> content)
    {
        foreach (var start in Pictures)
        {
            if (content.StartsWith(start))
                return true;
        }

        return false;
    }

    private static bool IsOnlyLinks(string text) =>
        Address().IsMatch(text) && Address().Replace(Image().Replace(text, ""), " ").Split([' ', '\n', '\r', '\t', '[', ']', '(', ')', '<', '>', '|', '.', ','], StringSplitOptions.RemoveEmptyEntries).Length < 4;

    [GeneratedRegex(@"!\[[^\]]{0,300}\]\([^)]{0,2000}\)|<img\b[^>]{0,2000}>|!\[\[[^\]]{0,300}\]\]|data:image/[a-z+]+;base64,[A-Za-z0-9+/=]+", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Image();

    [GeneratedRegex(@"\bhttps?://\S+|\bwww\.\S+", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Address();

    [GeneratedRegex(@"^\s*#*\s*(about (us|our company|the company)|about [A-Z][\w&.-]{1,30}\s*$|our (story|mission|values|history|team))", Patterns.AnyCase | RegexOptions.Multiline, Patterns.TimeLimit)]
    private static partial Regex Employer();

    [GeneratedRegex(@"^[ \t]*(please )?(can you )?(post|publish|add|advertise|upload) (this|the following|these|a|an|our|my)( new| following)?( \w+){0,2}( for me)?( please)?[ \t]*(:[ \t]*|(?=\n))", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Order();
}
