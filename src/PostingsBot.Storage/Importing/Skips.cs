using System.Globalization;

namespace PostingsBot.Storage.Importing;

/// <summary>Every sentence about what an import leaves out.</summary>
internal static class Skips
{
    public const string UnsettledCode = "file.unsettled";

    public static SkippedFile NotFound(string path) =>
        new(path, "path.missing", $"\"{path}\" does not exist; check the path. What was read from it earlier stays in the catalogue.");

    public static SkippedFile Unreadable(string path, Exception cause) =>
        new(path, "file.unreadable", $"\"{path}\" cannot be read: {cause.Message}");

    public static SkippedFile TooLarge(string file, long bytes, long most) => new(
        file,
        "file.too-large",
        string.Create(CultureInfo.InvariantCulture, $"\"{file}\" has {bytes:N0} bytes; at most {most:N0} are read. Split it or raise the limit."));

    public static SkippedFile NotText(string file) =>
        new(file, "file.not-text", $"\"{file}\" is not text. Give Markdown, HTML or plain text.");

    public static SkippedFile Unsettled(string file) =>
        new(file, UnsettledCode, $"\"{file}\" was being written while it was read; it is read again at the next import.");

    public static SkippedFile ReaderFailed(string file, Exception cause) =>
        new(file, "file.reader-failed", $"\"{file}\" could not be understood, which is a mistake in this program ({cause.GetType().Name}: {cause.Message}).");

    public static SkippedFile SameRole(RefusedPosting posting) => new(
        posting.File,
        "posting.same-id",
        $"\"{posting.Title}\" in \"{posting.File}\" has the same id as a role in \"{posting.HeldBy}\" and is left out. Remove one of the two.");
}
