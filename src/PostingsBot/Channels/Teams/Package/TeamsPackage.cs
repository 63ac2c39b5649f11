using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PostingsBot.Configuration;

namespace PostingsBot.Channels.Teams.Package;

/// <summary>The file that is uploaded to Teams: manifest and icons in a zip without folders. The same configuration gives the same bytes.</summary>
internal static class TeamsPackage
{
    public const string ColorIcon = "color.png";
    public const string OutlineIcon = "outline.png";

    private const int ColorPixels = 192;
    private const int OutlinePixels = 32;

    private static readonly DateTimeOffset Written = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Beside the program, filled by the build.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "teams-package");

    /// <exception cref="ConfigurationErrorException">A key is missing, or Teams would refuse the package; the message says everything that is wrong.</exception>
    public static byte[] Build(string folder, TeamsAppOptions options, Uri? publicAddress, Version version)
    {
        var manifest = AppManifest.Fill(File.ReadAllText(Path.Combine(folder, AppManifest.FileName)), options, publicAddress, version);
        var (color, outline) = (File.ReadAllBytes(Path.Combine(folder, ColorIcon)), File.ReadAllBytes(Path.Combine(folder, OutlineIcon)));
        IReadOnlyList<string?> icons = [IconRule.Wrong(ColorIcon, color, ColorPixels, isTransparent: false), IconRule.Wrong(OutlineIcon, outline, OutlinePixels, isTransparent: true)];
        var broken = ManifestRules.Broken(manifest).Concat(icons.OfType<string>()).ToList();
        return broken.Count == 0
            ? Zip([(AppManifest.FileName, Encoding.UTF8.GetBytes(manifest.ToJsonString(Json))), (ColorIcon, color), (OutlineIcon, outline)])
            : throw new ConfigurationErrorException("Teams would refuse the package. " + string.Join(" ", broken));
    }

    private static byte[] Zip(IReadOnlyList<(string Name, byte[] Content)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = Written;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
