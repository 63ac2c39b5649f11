namespace PostingsBot.BotFramework.Dialogs;

/// <summary>A dialog made of dialogs, with a stack of its own inside its state.</summary>
public class ComponentDialog(string? dialogId = null) : Dialog(dialogId)
{
    /// <summary>Key of the inner stack in the state of this dialog.</summary>
    public const string PersistedDialogState = "dialogs";

    public DialogSet Dialogs { get; } = new();

    /// <summary>The inner dialog that begins; the first one added unless set.</summary>
    public string? InitialDialogId { get; set; }

    public ComponentDialog AddDialog(Dialog dialog)
    {
        Dialogs.Add(dialog);
        InitialDialogId ??= dialog.Id;
        return this;
    }

    public Dialog? FindDialog(string dialogId) => Dialogs.Find(dialogId);

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var result = await OnBeginDialogAsync(CreateInner(dc), options, cancellationToken);
        return await FinishAsync(dc, result, cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var result = await OnContinueDialogAsync(CreateInner(dc), cancellationToken);
        return await FinishAsync(dc, result, cancellationToken);
    }

    // A dialog begun on the outer stack has ended: the inner dialogs still wait for their activity.
    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog!, cancellationToken);
        return EndOfTurn;
    }

    public override async Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        await new DialogContext(Dialogs, turnContext, InnerState(instance)).RepromptDialogAsync(cancellationToken);
        await OnRepromptDialogAsync(turnContext, instance, cancellationToken);
    }

    public override async Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        if (reason == DialogReason.CancelCalled)
            await new DialogContext(Dialogs, turnContext, InnerState(instance)).CancelAllDialogsAsync(cancellationToken);
        await OnEndDialogAsync(turnContext, instance, reason, cancellationToken);
    }

    protected virtual Task<DialogTurnResult> OnBeginDialogAsync(DialogContext innerDc, object? options, CancellationToken cancellationToken = default) =>
        innerDc.BeginDialogAsync(
            InitialDialogId ?? throw new InvalidOperationException($"The component dialog '{Id}' has no dialogs."), options, cancellationToken);

    protected virtual Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default) =>
        innerDc.ContinueDialogAsync(cancellationToken);

    protected virtual Task OnEndDialogAsync(ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) => Task.CompletedTask;

    protected virtual Task OnRepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) => Task.CompletedTask;

    protected virtual Task<DialogTurnResult> EndComponentAsync(DialogContext outerDc, object? result, CancellationToken cancellationToken) =>
        outerDc.EndDialogAsync(result, cancellationToken);

    private async Task<DialogTurnResult> FinishAsync(DialogContext outer, DialogTurnResult result, CancellationToken cancellationToken)
    {
        return result.Status == DialogTurnStatus.Waiting ? EndOfTurn : await EndComponentAsync(outer, result.Result, cancellationToken);
    }

    private DialogContext CreateInner(DialogContext outer) => new(Dialogs, outer, InnerState(outer.ActiveDialog!));

    private static DialogState InnerState(DialogInstance instance)
    {
        if (instance.GetState<DialogState>(PersistedDialogState) is { } state) return state;
        state = new DialogState();
        instance.SetState(PersistedDialogState, state);
        return state;
    }
}
