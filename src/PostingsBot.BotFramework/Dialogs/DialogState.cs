namespace PostingsBot.BotFramework.Dialogs;

/// <summary>The stack of running dialogs, the active one first.</summary>
public class DialogState
{
    public DialogState() { }

    public DialogState(List<DialogInstance>? stack) => DialogStack = stack ?? [];

    public List<DialogInstance> DialogStack { get; set; } = [];
}

/// <summary>A running dialog. Values of <see cref="State"/> are JSON after a round trip: read them with <see cref="DialogInstanceExtensions"/>.</summary>
public class DialogInstance
{
    public string Id { get; set; } = null!;

    public IDictionary<string, object> State { get; set; } = new Dictionary<string, object>();
}
