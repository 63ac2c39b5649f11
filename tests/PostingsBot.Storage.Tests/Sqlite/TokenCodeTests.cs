using PostingsBot.Storage.Sqlite;

namespace PostingsBot.Storage.Tests.Sqlite;

public sealed class TokenCodeTests
{
    [Theory]
    [InlineData("skill:c++", "skill:c++")]
    [InlineData("place:US-CA/san-francisco", "place:^u^s-^c^a/san-francisco")]
    [InlineData("don't", "don't")]
    [InlineData("straße", "straße")]
    [InlineData("two words", "two%0020words")]
    [InlineData("a\"b", "a%0022b")]
    [InlineData("^u%0020", "%005eu%00250020")]
    [InlineData("\0", "%0000")]
    [InlineData("👍", "%d83d%dc4d")]
    public void Of_Token_IsSafeForTheTokenizer(string token, string code) => Assert.Equal(code, TokenCode.Of(token));

    [Fact]
    public async Task Of_AnyTwoSigns_AreToldApartByFts5()
    {
        // Every ASCII sign and some others, each as a token of its own between two letters.
        string[] tokens = [.. Enumerable.Range(0, 128).Concat([0xE9, 0xC9, 0x212A, 0x4E2D]).Select(c => $"a{(char)c}b")];
        using var database = SqliteDatabase.OpenInMemory();
        using var lease = await database.WriteAsync(CancellationToken.None);
        for (var i = 0; i < tokens.Length; i++)
            lease.Session.Execute("INSERT INTO search(rowid, facets) VALUES(@row, @facets)", ("@row", i + 1), ("@facets", TokenCode.Join(["all", tokens[i]])));

        for (var i = 0; i < tokens.Length; i++)
        {
            using var rows = lease.Session.Statement("SELECT rowid FROM search WHERE search MATCH @text", ("@text", $"\"{TokenCode.Of(tokens[i])}\"")).ExecuteReader();
            Assert.True(rows.Read(), tokens[i]);
            Assert.Equal(i + 1, rows.GetInt32(0));
            Assert.False(rows.Read(), tokens[i]);
        }
    }
}
