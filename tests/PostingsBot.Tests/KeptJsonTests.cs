using PostingsBot.BotSdk;
using PostingsBot.Delivered;
using PostingsBot.Digests;
using PostingsBot.Recruiting;
using PostingsBot.Recruiting.After;
using PostingsBot.Recruiting.Drafting;

namespace PostingsBot.Tests;

/// <summary>Records that an earlier build kept: names and forms stay, and what that build did not know yet has its default.</summary>
public class KeptJsonTests
{
    [Fact]
    public void Read_LiveCardOfAnEarlierBuild_HasDefaults()
    {
        var card = LiveCard.Read("""{"version":1,"dialect":1,"text":"2 roles","roles":[{"id":"a","name":"Baker","seen":"1","lines":"2","closed":null}]}""")!;

        Assert.Equal(("2 roles", 1, "", 0), (card.Text, card.First, card.Drawn, card.Chips.Count + card.Quotes.Count + card.Suggestions.Count + card.Alerts.Count + card.Mended.Count + card.Facets.Count));
        Assert.Equal("Baker", Assert.Single(card.Roles).Name);
    }

    [Fact]
    public void Read_DigestOfAnEarlierBuild_HasDefaults()
    {
        var digest = DigestMessage.Read("""{"version":1,"text":"1 new role","roles":[{"id":"a","kind":0,"changed":[]}],"total":1}""")!;

        Assert.Equal((1, 0, 0), (digest.Roles.Count, digest.Alerts.Count, digest.Suggestions.Count));
        Assert.Empty(NoticeMessage.Read("""{"kind":"notice","version":2,"text":"hello"}""")!.Rows);
    }

    [Fact]
    public void Read_ToldRecordOfAnEarlierBuild_HasDefaults() => Assert.Empty(ToldRecord.Read("""{"version":1}""").Told);

    [Fact]
    public void Read_DraftOfAnEarlierBuild_HasDefaults()
    {
        var draft = PostingDraft.Read("""{"version":1,"state":"Saved","text":"We hire","file":"a.md"}""")!;

        Assert.Equal((DraftState.Saved, 0, ""), (draft.State, draft.Done.Count, draft.From));
        Assert.Equal(draft, PostingDraft.Read(draft.Write())! with { Done = draft.Done });
    }

    [Fact]
    public void Read_RecruitingMemoryOfAnEarlierBuild_HasDefaults()
    {
        var memory = RecruitingMemory.Read("""{"version":1,"desks":[{"by":"u","waits":"ForText"}],"changes":[]}""")!;

        Assert.Equal(Waits.ForText, memory.Of("u").Waits);
        Assert.Contains("\"waits\":\"ForText\"", memory.Write(), StringComparison.Ordinal);
    }

    [Fact]
    public void ReadReference_WrittenByAnEarlierBuild_IsTheSame() =>
        Assert.Equal("c", ActivityValues.ReadReference("""{"activityId":"1","user":{"id":"u"},"bot":{"id":"b"},"conversation":{"id":"c"},"channelId":"msteams","serviceUrl":"https://smba.example/"}""")!.Conversation.Id);
}
