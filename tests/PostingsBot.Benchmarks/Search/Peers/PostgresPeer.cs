using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using PostingsBot.Core.Catalogue;
using PostingsBot.Storage.Tests.Support;

namespace PostingsBot.Benchmarks.Search.Peers;

/// <summary>PostgreSQL's own text search: facets and words in one tsvector under a GIN index, ts_rank for the order, count(*) for the total.</summary>
internal sealed class PostgresPeer : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;

    private PostgresPeer(NpgsqlDataSource source) => this.source = source;

    public static async Task<PostgresPeer> FillAsync(PostingMaker maker, int postings)
    {
        var peer = new PostgresPeer(NpgsqlDataSource.Create(await PostgresServer.NewSchemaAsync()));
        await peer.ExecuteAsync("CREATE UNLOGGED TABLE given(id int, facets text[], words text)");
        await using (var connection = await peer.source.OpenConnectionAsync())
        await using (var writer = await connection.BeginBinaryImportAsync("COPY given FROM STDIN (FORMAT BINARY)"))
        {
            for (var number = 0; number < postings; number++)
            {
                var tokens = PostingTokens.Of(maker.Make(number));
                await writer.StartRowAsync();
                await writer.WriteAsync(number, NpgsqlDbType.Integer);
                await writer.WriteAsync(tokens.Facets.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
                await writer.WriteAsync(string.Join(' ', tokens.TitleWords.Concat(tokens.BodyWords)), NpgsqlDbType.Text);
            }

            await writer.CompleteAsync();
        }

        await peer.ExecuteAsync("CREATE TABLE peer AS SELECT id, array_to_tsvector(facets) || to_tsvector('simple', words) AS tokens FROM given");
        await peer.ExecuteAsync("CREATE INDEX ON peer USING gin(tokens)");
        await peer.ExecuteAsync("ANALYZE peer");
        return peer;
    }

    public async Task<long> SearchAsync(PeerQuery query, int most)
    {
        var words = string.Join(query.IsAny ? " | " : " & ", query.Words.Select(Quoted));
        var text = string.Join(" & ", query.Facets.Select(Quoted).Append($"({words})"));
        await using var connection = await source.OpenConnectionAsync();
        await using (var best = new NpgsqlCommand("SELECT id FROM peer WHERE tokens @@ @text::tsquery ORDER BY ts_rank(tokens, @text::tsquery) DESC, id LIMIT @most", connection))
        {
            best.Parameters.AddWithValue("text", text);
            best.Parameters.AddWithValue("most", most);
            await using var reader = await best.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                reader.GetInt32(0);
        }

        await using var count = new NpgsqlCommand("SELECT count(*) FROM peer WHERE tokens @@ @text::tsquery", connection);
        count.Parameters.AddWithValue("text", text);
        return Convert.ToInt64(await count.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static string Quoted(string token) => $"'{token.Replace("'", "''", StringComparison.Ordinal)}'";

    private async Task ExecuteAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 3600;
        await command.ExecuteNonQueryAsync();
    }
}
