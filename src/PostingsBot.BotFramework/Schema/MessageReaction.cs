namespace PostingsBot.BotFramework.Schema;

public class MessageReaction
{
    public MessageReaction() { }

    public MessageReaction(string? type = null) => Type = type;

    public string? Type { get; set; }
}
