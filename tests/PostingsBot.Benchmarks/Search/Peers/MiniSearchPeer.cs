using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PostingsBot.Core.Catalogue;

namespace PostingsBot.Benchmarks.Search.Peers;

/// <summary>MiniSearch in a Node process, installed from npm for this run; a query a line in, the total a line out.</summary>
internal sealed class MiniSearchPeer : IDisposable
{
    private const string Package = "minisearch@7.1.2";

    private const string Script = """
        const MiniSearch = require('minisearch');
        const lines = require('readline').createInterface({ input: process.stdin });
        const facets = new Map();
        const index = new MiniSearch({ fields: ['title', 'body'], tokenize: text => text.split(' ') , processTerm: term => term });
        lines.on('line', line => {
          const given = JSON.parse(line);
          if (given.title !== undefined) {
            facets.set(given.id, new Set(given.facets));
            index.add(given);
            return;
          }
          const found = index.search(given.words.join(' '), {
            combineWith: given.isAny ? 'OR' : 'AND', boost: { title: 4 },
            filter: given.facets.length === 0 ? undefined : hit => given.facets.every(facet => facets.get(hit.id).has(facet)),
          });
          found.slice(0, given.most);
          console.log(found.length);
        });
        """;

    private readonly Process node;

    private MiniSearchPeer(Process node) => this.node = node;

    public static async Task<MiniSearchPeer> FillAsync(PostingMaker maker, int postings, string folder)
    {
        using (var install = Process.Start(new ProcessStartInfo("npm", ["install", "--no-audit", "--no-fund", "--silent", Package]) { WorkingDirectory = folder })!)
            await install.WaitForExitAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, "peer.js"), Script);
        var start = new ProcessStartInfo("node", ["--max-old-space-size=8000", "peer.js"]) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        var peer = new MiniSearchPeer(Process.Start(start)!);
        for (var number = 0; number < postings; number++)
        {
            var tokens = PostingTokens.Of(maker.Make(number));
            await peer.WriteAsync(new { id = number, title = string.Join(' ', tokens.TitleWords), body = string.Join(' ', tokens.BodyWords), facets = tokens.Facets });
        }

        return peer;
    }

    public async Task<long> SearchAsync(PeerQuery query, int most)
    {
        await WriteAsync(new { words = query.Words, facets = query.Facets, isAny = query.IsAny, most });
        var total = await node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("MiniSearch ended; is npm there?");
        return long.Parse(total, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        node.StandardInput.Close();
        node.WaitForExit();
        node.Dispose();
    }

    private async Task WriteAsync(object line)
    {
        await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(line));
        await node.StandardInput.FlushAsync();
    }
}
