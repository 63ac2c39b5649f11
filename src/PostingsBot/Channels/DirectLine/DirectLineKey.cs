using System.Security.Cryptography;

namespace PostingsBot.Channels.DirectLine;

/// <summary>The key that signs tokens: in a file readable by its owner only, or in memory.</summary>
internal static class DirectLineKey
{
    private const int Length = 32;

    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static byte[] LoadOrCreate(string? path)
    {
        var key = RandomNumberGenerator.GetBytes(Length);
        if (path is null) return key;
        if (!File.Exists(path))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(path, options);
            file.Write(key);
            return key;
        }
        key = File.ReadAllBytes(path);
        return key.Length == Length
            ? key
            : throw new InvalidDataException($"{path} should hold a key of {Length} bytes but holds {key.Length}. Delete it; a new one is made at the next start.");
    }
}
