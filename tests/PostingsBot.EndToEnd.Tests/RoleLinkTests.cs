using System.Net;
using PostingsBot.EndToEnd.Tests.Support;

namespace PostingsBot.EndToEnd.Tests;

/// <summary>A role's link leads to the chat page, whose files are found from there.</summary>
[Collection(SharedHost.Name)]
public sealed class RoleLinkTests(RunningHost host)
{
    [Theory]
    [InlineData("/roles/0123456789", HttpStatusCode.OK)]
    [InlineData("/roles/", HttpStatusCode.NotFound)]
    [InlineData("/roles/0123456789/more", HttpStatusCode.NotFound)]
    public async Task Get_RoleLink_IsTheChatPage(string path, HttpStatusCode status)
    {
        using var response = await host.Http.GetAsync(path);

        Assert.Equal(status, response.StatusCode);
        if (status is HttpStatusCode.OK)
            Assert.Equal(await host.Http.GetStringAsync("/"), await response.Content.ReadAsStringAsync());
        Assert.DoesNotContain("src=\"page", await host.Http.GetStringAsync("/"), StringComparison.Ordinal);
    }
}
