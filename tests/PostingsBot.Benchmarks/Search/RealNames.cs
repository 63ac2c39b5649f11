using System.IO.Compression;
using System.Text.Json;

namespace PostingsBot.Benchmarks.Search;

/// <summary>Titles, employers and places that belong together: from the corpus beside the checkout where there is one, else a few of our own.</summary>
internal static class RealNames
{
    private const string Corpus = "shared/corpus/f/Feashliaa__job-board-aggregator/data/all_jobs.json.gz";

    public static IReadOnlyList<(string Title, string Employer, string Place)> Load()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Corpus)))
                return Read(Path.Combine(folder.FullName, Corpus));
        }

        return Own();
    }

    private static List<(string Title, string Employer, string Place)> Read(string path)
    {
        using var stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var json = JsonDocument.Parse(stream);
        return
        [
            .. json.RootElement.EnumerateArray()
                .Select(job => (Title: Text(job, "title"), Employer: Text(job, "company"), Place: Text(job, "location")))
                .Where(job => job.Title.Length is > 2 and < 120 && job.Employer.Length > 1),
        ];
    }

    private static string Text(JsonElement job, string name) => job.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()!.Trim() : "";

    private static List<(string Title, string Employer, string Place)> Own()
    {
        string[] levels = ["", "Senior ", "Junior ", "Staff ", "Lead "];
        string[] trades = ["Backend Engineer", "Frontend Developer", "Data Scientist", "Product Manager", "Site Reliability Engineer", "QA Engineer", "Mobile Developer", "Designer", "Data Engineer", "Account Executive"];
        string[] places = ["Berlin, Germany", "London, UK", "Toronto, Canada", "New York, NY", "Paris, France", "Remote", "Austin, TX", "Lisbon, Portugal", "Madrid, Spain", "Sydney, Australia"];
        return
        [
            .. from i in Enumerable.Range(0, 20_000)
               select (levels[i % levels.Length] + trades[i / 7 % trades.Length], $"Employer{i % 1_999} Works", places[i / 3 % places.Length]),
        ];
    }
}
