using System.Net;
using System.Text.Json;
using PostingsBot.EndToEnd.Tests.Support;

namespace PostingsBot.EndToEnd.Tests;

/// <summary>Typeahead over real HTTP.</summary>
[Collection(SharedHost.Name)]
public sealed class SuggestTests(RunningHost host)
{
    [Theory]
    [InlineData("q=pyth&kind=skill", "skill Python")]
    [InlineData("q=PYHTON", "skill Python")]
    [InlineData("q=bright&kind=employer", "employer Brightwheel")]
    [InlineData("q=", null)]
    [InlineData("q=zzzzqqq", null)]
    [InlineData("q=%22%27%3B--%00*", null)]
    public async Task Get_Text_IsCompleted(string query, string? first)
    {
        using var response = await host.Http.GetAsync("/api/suggest?" + query);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var suggestions = json.RootElement.GetProperty("suggestions").EnumerateArray().ToList();
        Assert.Equal(first, suggestions.Count == 0 ? null : $"{suggestions[0].GetProperty("kind").GetString()} {suggestions[0].GetProperty("text").GetString()}");
        Assert.All(suggestions, s => Assert.True(s.GetProperty("roles").GetInt32() > 0));
    }

    [Theory]
    [InlineData("", 400, "q, in at most")]
    [InlineData("q=a&kind=colour", 400, "title, employer, skill and place")]
    [InlineData("q=a&take=0", 400, "1 to 20")]
    [InlineData("q=a&take=21", 400, "1 to 20")]
    [InlineData("q=a&take=many", 400, "1 to 20")]
    public async Task Get_BadQuery_IsRefusedInWords(string query, int status, string words)
    {
        using var response = await host.Http.GetAsync("/api/suggest?" + query);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(words, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TooLongText_IsRefused()
    {
        using var response = await host.Http.GetAsync("/api/suggest?q=" + new string('a', 300));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("Host", "bot.example.com", HttpStatusCode.BadRequest)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("X-Forwarded-For", "203.0.113.7", HttpStatusCode.Forbidden)]
    public async Task Get_ThroughAnotherDoor_IsRefused(string header, string value, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/suggest?q=py");
        if (header is "Host")
            request.Headers.Host = value;
        else
            request.Headers.TryAddWithoutValidation(header, value);

        using var response = await host.Http.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Get_ManyAtOnce_AreAnsweredOrToldToWait()
    {
        var statuses = await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            using var response = await host.Http.GetAsync($"/api/suggest?q=xq{i}zz");
            return (int)response.StatusCode;
        }));

        Assert.All(statuses, status => Assert.True(status is 200 or 429));
        Assert.Contains(200, statuses);
    }
}
