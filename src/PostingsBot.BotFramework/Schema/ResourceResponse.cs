namespace PostingsBot.BotFramework.Schema;

/// <summary>The id a channel gave to what was sent; null where the channel gives none.</summary>
public class ResourceResponse
{
    public ResourceResponse() { }

    public ResourceResponse(string? id = null) => Id = id;

    public string? Id { get; set; }
}

/// <summary>Body of the HTTP response to an activity with the delivery mode expectReplies.</summary>
public class ExpectedReplies
{
    public ExpectedReplies() { }

    public ExpectedReplies(IList<Activity>? activities = null) => Activities = activities;

    public IList<Activity>? Activities { get; set; }
}
