using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PostingsBot.Tests.BotFramework.Authentication;

public class ActivityHeadTests
{
    [Fact]
    public void Read_Activity_FindsTheFourValues()
    {
        var head = Read("""{"type":{"channelId":"no"},"channelData":{"x":[1],"tenant":{"id":"t2","id2":1}},"channel\u0049d":"msteams","serviceUrl":"u","conversation":{"a":{},"tenantId":"t1"}}""");

        Assert.Equal(("msteams", "u", "t1", "t2"), (head.ChannelId, head.ServiceUrl, head.ConversationTenant, head.ChannelDataTenant));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"ChannelId":"a","channelId":1,"serviceUrl":null,"conversation":"x","channelData":{"tenant":"t"}}""")]
    [InlineData("""{"channelId":{"channelId":"a"},"serviceUrl":["u"],"conversation":[{"tenantId":"t"}],"channelData":{"tenant":{"id":{"id":"t"}}}}""")]
    public void Read_OtherShapes_FindsNothing(string json) => Assert.Equal(default, Read(json));

    [Theory]
    [InlineData("""{"channelId":"a","channelId":"a"}""")]
    [InlineData("""{"channelId":1,"channel\u0049d":"a"}""")]
    [InlineData("""{"serviceUrl":"a","x":1,"serviceUrl":"b"}""")]
    [InlineData("""{"conversation":{"tenantId":"a"},"conversation":{"tenantId":"b"}}""")]
    [InlineData("""{"conversation":{"tenantId":"a","tenantId":"b"}}""")]
    [InlineData("""{"channelData":{},"channelData":{"tenant":{"id":"b"}}}""")]
    [InlineData("""{"channelData":{"tenant":{},"tenant":{"id":"b"}}}""")]
    [InlineData("""{"channelData":{"tenant":{"id":"a","id":"b"}}}""")]
    [InlineData("""{"channelId":"a"} {}""")]
    [InlineData("""{"channelId":"a" """)]
    [InlineData("")]
    public void Read_TwiceOrNoJson_Throws(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    [Fact]
    public void Read_InPieces_IsTheSame()
    {
        var bytes = Encoding.UTF8.GetBytes("""{"text":"größe","channelId":"msteams","conversation":{"tenantId":"t1"}}""");
        for (var cut = 1; cut < bytes.Length; cut++)
        {
            var first = new Segment(bytes.AsMemory(0, cut), 0);
            var last = first.Then(bytes.AsMemory(cut));

            var head = ActivityHead.Read(new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length));

            Assert.Equal(("msteams", "t1"), (head.ChannelId, head.ConversationTenant));
        }
    }

    private static ActivityHead Read(string json) => ActivityHead.Read(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(json)));

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long index) => (Memory, RunningIndex) = (memory, index);

        public Segment Then(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
