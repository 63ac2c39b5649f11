using System.Globalization;
using System.Text.Json.Nodes;

namespace PostingsBot.Channels.Manifests;

/// <summary>A place in a manifest, such as <c>bots[].commandLists[].commands[].title</c>, and the values that stand there.</summary>
internal static class ManifestPath
{
    /// <summary>Each value with its own path; null where the last name is absent though what should hold it is there.</summary>
    public static IEnumerable<(string Path, JsonNode? Node)> Select(JsonNode root, string path)
    {
        IEnumerable<(string Path, JsonNode? Node)> found = [("", root)];
        if (path.Length == 0)
            return found;
        foreach (var part in path.Split('.'))
        {
            var name = part.TrimEnd('[', ']');
            found = found.Where(one => one.Node is JsonObject).Select(one => (one.Path.Length == 0 ? name : $"{one.Path}.{name}", one.Node![name]));
            if (name.Length < part.Length)
                found = found.SelectMany(one => (one.Node as JsonArray ?? []).Select((item, index) => (string.Create(CultureInfo.InvariantCulture, $"{one.Path}[{index}]"), item)));
        }

        return found;
    }
}
