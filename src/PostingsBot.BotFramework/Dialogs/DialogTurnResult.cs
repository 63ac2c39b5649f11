namespace PostingsBot.BotFramework.Dialogs;

public enum DialogTurnStatus { Empty, Waiting, Complete, Cancelled }

/// <summary>Why a dialog is resumed or ended.</summary>
public enum DialogReason { BeginCalled, ContinueCalled, EndCalled, ReplaceCalled, CancelCalled, NextCalled }

public class DialogTurnResult(DialogTurnStatus status, object? result = null)
{
    public DialogTurnStatus Status { get; set; } = status;

    /// <summary>What the ended dialog returned.</summary>
    public object? Result { get; set; } = result;
}
