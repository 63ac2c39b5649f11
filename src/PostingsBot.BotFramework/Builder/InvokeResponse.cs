namespace PostingsBot.BotFramework.Builder;

/// <summary>HTTP status and JSON body with which an invoke is answered.</summary>
public class InvokeResponse
{
    public int Status { get; set; }
    public object? Body { get; set; }
}
