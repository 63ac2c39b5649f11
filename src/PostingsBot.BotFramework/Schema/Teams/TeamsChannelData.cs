using System.Text.Json;
using System.Text.Json.Serialization;

namespace PostingsBot.BotFramework.Schema.Teams;

/// <summary>What Teams puts into <see cref="Activity.ChannelData"/>.</summary>
public class TeamsChannelData
{
    public ChannelInfo? Channel { get; set; }

    /// <summary>What happened: teamMemberAdded, channelCreated, editMessage, softDeleteMessage and the like.</summary>
    public string? EventType { get; set; }
    public TeamInfo? Team { get; set; }
    public NotificationInfo? Notification { get; set; }
    public TenantInfo? Tenant { get; set; }
    public TeamsChannelDataSettings? Settings { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>What the person who installed the bot chose.</summary>
public class TeamsChannelDataSettings
{
    public ChannelInfo? SelectedChannel { get; set; }
}

public class ChannelInfo
{
    public ChannelInfo() { }

    public ChannelInfo(string? id = null, string? name = null) => (Id, Name) = (id, name);

    public string? Id { get; set; }

    /// <summary>Null for a team's General channel.</summary>
    public string? Name { get; set; }
    public string? Type { get; set; }
}

public class TeamInfo
{
    public TeamInfo() { }

    public TeamInfo(string? id = null, string? name = null) => (Id, Name) = (id, name);

    public string? Id { get; set; }
    public string? Name { get; set; }
    public string? AadGroupId { get; set; }
}

public class TenantInfo
{
    public TenantInfo() { }

    public TenantInfo(string? id = null) => Id = id;

    public string? Id { get; set; }
}

/// <summary>Whether Teams shows the message in the reader's activity feed.</summary>
public class NotificationInfo
{
    public NotificationInfo() { }

    public NotificationInfo(bool? alert = null) => Alert = alert;

    public bool? Alert { get; set; }
}
