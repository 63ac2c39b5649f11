using PostingsBot.Channels.Slack.Receiving;
using PostingsBot.Configuration;
using PostingsBot.Storage.Recruiting;
using PostingsBot.Tests.Support.Slack;

namespace PostingsBot.Tests.Channels.Slack;

/// <summary>Recruiters in Slack, through its own door.</summary>
public sealed class SlackRecruitingTests : IDisposable
{
    private const string Posting = "*Senior Backend Engineer* at Harbour Labs\nLocation: Berlin\nSalary: 70,000 - 90,000 EUR\nApply: <https://harbour.example/apply|here>";

    private readonly SlackTalk talk = new(recruiting: new RecruitingOptions { Admins = [new KnownPerson("slack", $"{StrictSlack.Team}:{SlackTalk.Person}", "Ada")] });

    public void Dispose() => talk.Dispose();

    [Fact]
    public async Task Grant_ByMention_IsForThePersonOfThatId()
    {
        var said = SlackTalk.Words(await talk.SayAsync("make <@U0000009> a recruiter for Harbour Labs"));

        Assert.Contains("is a recruiter now for Harbour Labs.", said, StringComparison.Ordinal);
        var grant = Assert.Single(await talk.Recruiting.Grants.AllAsync(CancellationToken.None));
        Assert.Equal(("slack", $"{StrictSlack.Team}:U0000009", GrantKind.Recruiter), (grant.Person.Channel, grant.Person.User, grant.Kind));
    }

    [Fact]
    public async Task MessageShortcut_OfARecruiter_PreparesThePostingInItsModal()
    {
        var view = await OpenedAsync(talk);
        await talk.DeliverAsync(SlackKind.Interaction, Payloads.PressedInView(1, view, SlackTalk.Button(view, "Post to the catalogue")));
        await talk.WorkAsync();

        var shown = SlackTalk.Words(talk.Slack.Views.Opened[view["id"]!.ToString()]);
        Assert.Contains("It is not published yet", shown, StringComparison.Ordinal);
        Assert.Contains("Senior Backend Engineer", shown, StringComparison.Ordinal);
        Assert.Single(await talk.Recruiting.Drafts.OfOwnerAsync(new Actor("slack", $"{StrictSlack.Team}:{SlackTalk.Person}", ""), CancellationToken.None));
    }

    [Fact]
    public async Task MessageShortcut_OfAnybodyElse_OffersNoPosting()
    {
        using var others = new SlackTalk(recruiting: new RecruitingOptions());

        Assert.DoesNotContain("Post to the catalogue", SlackTalk.Words(await OpenedAsync(others)), StringComparison.Ordinal);
    }

    private static async Task<System.Text.Json.Nodes.JsonObject> OpenedAsync(SlackTalk talk)
    {
        await talk.DeliverAsync(SlackKind.Interaction, Payloads.Shortcut(SlackShortcuts.NewPosting, talk.Slack.Views.NewTrigger(), Posting));
        return talk.Slack.Views.Opened.Values.Last();
    }
}
