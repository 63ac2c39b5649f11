using System.Globalization;
using PostingsBot.Core.Postings;

namespace PostingsBot.Storage.Importing;

/// <summary>Every sentence about what is left out. Names and causes come from outside: <see cref="Quoted"/> makes them safe to print.</summary>
internal static class Skips
{
    public const string UnsettledCode = "file.unsettled";
    private const int LongestName = 200;

    public static SkippedFile NotFound(string path) =>
        new(path, "path.missing", $"{Quoted(path)} does not exist. Check the spelling; paths are relative to the current folder.");

    public static SkippedFile NoMatch(string pattern) =>
        new(pattern, "path.missing", $"{Quoted(pattern)} matches no file. \"*\" and \"?\" stand for letters of a name, \"**\" for folders.");

    public static SkippedFile Unreadable(string path, Exception cause) => new(path, "file.unreadable", $"{Quoted(path)} cannot be read: {Printable(cause.Message)}");

    public static SkippedFile Vanished(string path) => new(path, "file.vanished", $"{Quoted(path)} was gone, or its link led nowhere, when it was to be read.");

    public static SkippedFile LinkedFolder(string path) =>
        new(path, "file.linked", $"{Quoted(path)} is a link to a folder; such links are not followed. Name the folder itself to read it.");

    public static SkippedFile BadName(string path) =>
        new(path, "file.bad-name", $"{Quoted(path)} cannot be opened: its name on disk is not valid UTF-8. Rename it.");

    public static SkippedFile NoBytes(string file) =>
        new(file, "file.empty", $"{Quoted(file)} has no bytes: it is empty, or a pipe or device, which are read as standard input (\"-\") only.");

    public static SkippedFile TooLarge(string file, long bytes, long most) => new(
        file, "file.too-large", string.Create(CultureInfo.InvariantCulture, $"{Quoted(file)} has {bytes:N0} bytes; at most {most:N0} are read. Split it or raise the limit."));

    public static SkippedFile LargerThan(string file, long most) => new(
        file, "file.too-large", string.Create(CultureInfo.InvariantCulture, $"{Quoted(file)} has more than {most:N0} bytes unpacked; that is the most that is read. Split it or raise the limit."));

    public static SkippedFile Unsettled(string file) =>
        new(file, UnsettledCode, $"{Quoted(file)} was being written while it was read; it is read again at the next import.");

    /// <summary>The parser got nothing out of the bytes.</summary>
    public static SkippedFile NotRead(ParsedDocument document) =>
        new(document.File, "file." + document.Diagnostics[0].Code, $"{Quoted(document.File)}: {document.Diagnostics[0].Message}");

    public static SkippedFile ReaderFailed(string file, Exception cause) => new(
        file, "file.reader-failed", $"{Quoted(file)} could not be understood, which is a mistake in this program ({cause.GetType().Name}: {Printable(cause.Message)}).");

    public static SkippedFile Damaged(string file, Exception cause) =>
        new(file, "archive.damaged", $"{Quoted(file)} is damaged or not what its name says: {Printable(cause.Message)} What came before the damage was read.");

    public static SkippedFile Nested(string file) =>
        new(file, "archive.nested", $"{Quoted(file)} is an archive inside an archive; it is not opened. Unpack the outer one first.");

    public static SkippedFile Locked(string file) => new(file, "archive.encrypted", $"{Quoted(file)} is encrypted. Unpack it with its password first.");

    public static SkippedFile NoFile(string file) => new(file, "archive.no-file", $"{Quoted(file)} is a link or device inside an archive; only plain files are read.");

    public static SkippedFile BadEntryName(string archive, string name) =>
        new(archive, "archive.bad-name", $"{Quoted(archive)} has an entry {Quoted(name)}, whose name leads out of the archive. It was not read.");

    public static SkippedFile SameEntry(string file) => new(file, "archive.same-name", $"{Quoted(file)} occurs more than once in its archive; the first was read.");

    public static SkippedFile TooManyEntries(string archive, int most) => new(
        archive, "archive.too-many", string.Create(CultureInfo.InvariantCulture, $"{Quoted(archive)} has more than {most:N0} entries; the rest was not read. Divide it."));

    public static SkippedFile UnpacksTooFar(string archive, string limit) =>
        new(archive, "archive.too-large", $"{Quoted(archive)} unpacks to {limit}, as archives made to fill a machine do; the rest was not read. Unpack it yourself if it is sound.");

    public static SkippedFile PostedUnderThisName(string file) =>
        new(file, "file.posted", $"{Quoted(file)} has the name of a posting that was made in a chat, which stays. Give the file another name.");

    public static SkippedFile SameRole(RefusedPosting posting) => new(
        posting.File,
        "posting.same-id",
        $"{Quoted(posting.Title)} in {Quoted(posting.File)} has the same id as a role in {Quoted(posting.HeldBy)} and is left out. Remove one of the two.");

    private static string Quoted(string name) =>
        "\"" + (name.Length <= LongestName ? Printable(name) : Printable(name[..(LongestName / 2)]) + "…" + Printable(name[^(LongestName / 2)..])) + "\"";

    // A name must not give orders to the terminal that shows it.
    private static string Printable(string text) => string.Concat(text.Select(c =>
        char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? '\uFFFD' : c));
}
