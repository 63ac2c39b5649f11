namespace PostingsBot.BotFramework.Dialogs;

public static class DialogExtensions
{
    /// <summary>Continues the dialog that waits in this conversation, or begins <paramref name="dialog"/>.</summary>
    public static async Task RunAsync(this Dialog dialog, ITurnContext turnContext, IStatePropertyAccessor<DialogState> accessor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        var context = await new DialogSet(accessor).Add(dialog).CreateContextAsync(turnContext, cancellationToken);
        var result = await context.ContinueDialogAsync(cancellationToken);
        if (result.Status == DialogTurnStatus.Empty) await context.BeginDialogAsync(dialog.Id, null, cancellationToken);
    }
}
