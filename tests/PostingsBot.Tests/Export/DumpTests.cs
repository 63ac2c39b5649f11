using PostingsBot.Core.Export;
using PostingsBot.Core.Parsing;
namespace PostingsBot.Tests.Export;
public sealed class DumpTests
{
    [Fact]
    public void Dump()
    {
        var o = new List<string>(); var fields = new Dictionary<string,int>(); int n = 0, bad = 0, files = 0;
        var all = Directory.GetFiles("/work/shared/corpus", "*", SearchOption.AllDirectories).Order().Where((_, i) => i % int.Parse(File.ReadAllText("/tmp/step")) == 0).ToArray();
        var gate = new object();
        Parallel.ForEach(all, new ParallelOptions { MaxDegreeOfParallelism = 2 }, f =>
        {
            var info = new FileInfo(f); 
            var d = new DocumentParser().Parse(f, File.ReadAllBytes(f));
            var diffs = d.Postings.Select(p => (p, RoundTrip.Differences(p))).ToList();
            lock (gate)
            {
                files++;
                foreach (var (p, ds) in diffs)
                {
                    n++; if (ds.Count == 0) continue; bad++;
                    foreach (var c in ds) fields[c.Field.ToString()] = fields.GetValueOrDefault(c.Field.ToString()) + 1;
                    foreach (var c in ds) o.Add($"{f[20..]} [{p.Title.Value}] {c.Field}: <<{(c.Before.Length > 300 ? c.Before[..300] : c.Before)}>> -> <<{(c.After.Length > 300 ? c.After[..300] : c.After)}>>".Replace("\n", "\\n"));
                }
            }
        });
        o.Insert(0, $"files {files} postings {n} bad {bad} " + string.Join(" ", fields.OrderByDescending(x => x.Value).Select(x => x.Key + "=" + x.Value)));
        File.WriteAllLines("/tmp/rt.out", o);
    }
}
