using System.Text.Json.Serialization;

namespace PostingsBot.BotFramework.Schema.Teams;

/// <summary>Value of the invokes "task/fetch" and "task/submit" of a dialog.</summary>
public class TaskModuleRequest
{
    /// <summary>The button's data, or the inputs of the dialog's card.</summary>
    public object? Data { get; set; }
    public TaskModuleRequestContext? Context { get; set; }
}

/// <summary><see cref="Theme"/> is default, dark or contrast.</summary>
public class TaskModuleRequestContext
{
    public string? Theme { get; set; }
}

/// <summary>Answer to a dialog: what it shows next; without a <see cref="Task"/> it closes.</summary>
public class TaskModuleResponse
{
    public TaskModuleResponseBase? Task { get; set; }
    public CacheInfo? CacheInfo { get; set; }
}

[JsonDerivedType(typeof(TaskModuleContinueResponse))]
[JsonDerivedType(typeof(TaskModuleMessageResponse))]
public class TaskModuleResponseBase
{
    public TaskModuleResponseBase() { }

    public TaskModuleResponseBase(string? type = null) => Type = type;

    public string? Type { get; set; }
}

/// <summary>Shows a card or a page in the dialog.</summary>
public class TaskModuleContinueResponse : TaskModuleResponseBase
{
    public TaskModuleContinueResponse() : base("continue") { }

    public TaskModuleContinueResponse(TaskModuleTaskInfo? value = null) : this() => Value = value;

    public TaskModuleTaskInfo? Value { get; set; }
}

/// <summary>Shows a sentence in the dialog.</summary>
public class TaskModuleMessageResponse : TaskModuleResponseBase
{
    public TaskModuleMessageResponse() : base("message") { }

    public TaskModuleMessageResponse(string? value = null) : this() => Value = value;

    public string? Value { get; set; }
}

/// <summary><see cref="Height"/> and <see cref="Width"/> are small, medium, large or a number of pixels.</summary>
public class TaskModuleTaskInfo
{
    public string? Title { get; set; }
    public object? Height { get; set; }
    public object? Width { get; set; }
    public string? Url { get; set; }

    /// <summary>An attachment that holds an Adaptive Card.</summary>
    public Attachment? Card { get; set; }
    public string? FallbackUrl { get; set; }
    public string? CompletionBotId { get; set; }
}
