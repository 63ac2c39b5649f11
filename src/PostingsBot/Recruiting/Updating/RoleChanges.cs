using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Questions.Recruiting;
using PostingsBot.Core.Recruiting;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Recruiting.Updating;

/// <summary>What a request changes of one role.</summary>
/// <param name="Edit">Null when nothing is to be changed.</param>
/// <param name="Notes">What was assumed, or why nothing is to be changed; a sentence each.</param>
internal sealed record PlannedEdit(PostingEdit? Edit, IReadOnlyList<string> Notes)
{
    public static PlannedEdit Nothing(params IReadOnlyList<string> why) => new(null, why);
}

/// <summary>Requests as changes of fields.</summary>
internal static class RoleChanges
{
    public static AuditAction ActionOf(RecruitingAction action) => action switch
    {
        RecruitingAction.Close => AuditAction.Close,
        RecruitingAction.Reopen => AuditAction.Reopen,
        RecruitingAction.Extend => AuditAction.Extend,
        RecruitingAction.Withdraw => AuditAction.Withdraw,
        RecruitingAction.EditText => AuditAction.EditText,
        _ => AuditAction.Edit,
    };

    /// <summary>Whether a closed role may be changed so.</summary>
    private static bool IsForClosed(RecruitingAction action) => action is RecruitingAction.Reopen or RecruitingAction.Extend;

    public static PlannedEdit Plan(RecruitingRequest request, Posting shown, LocalDate today)
    {
        if (!shown.IsOpen && request.Action is RecruitingAction.Close)
            return PlannedEdit.Nothing(RecruitingWording.Already(shown, ChangeWords.Of(AuditAction.Close)));
        if (!shown.IsOpen && !IsForClosed(request.Action))
            return PlannedEdit.Nothing(RecruitingWording.IsClosed(shown));
        return request.Action switch
        {
            RecruitingAction.Close => new PlannedEdit(Of(shown, PostingStatus.Closed), []),
            RecruitingAction.Reopen => Reopened(shown, today),
            RecruitingAction.Extend => Extended(request, shown, today),
            RecruitingAction.Change when request.Text.Length > 0 => Corrected(request.Text, shown, today),
            _ => PlannedEdit.Nothing(RecruitingWording.NothingToChange),
        };
    }

    /// <summary>What a sentence changes.</summary>
    public static PlannedEdit Corrected(string sentence, Posting shown, LocalDate today) => Told(CorrectionReader.Read(sentence, shown, today), shown);

    /// <summary>What was read of a sentence or a form.</summary>
    public static PlannedEdit Told(Correction read, Posting shown) => read.Edit switch
    {
        { } edit when PostingFields.Differences(shown, edit.Over(shown)).Count > 0 => new PlannedEdit(edit, [.. read.Problems, .. read.Notes]),
        { } => PlannedEdit.Nothing([RecruitingWording.SaysSo(shown), .. read.Problems]),
        null => PlannedEdit.Nothing(read.Problems.Count > 0 ? read.Problems : [RecruitingWording.NothingToChange]),
    };

    private static PlannedEdit Reopened(Posting shown, LocalDate today)
    {
        if (shown.IsOpen)
            return PlannedEdit.Nothing(RecruitingWording.Already(shown, new AuditWord("open", "open", "")));
        var edit = Of(shown, PostingStatus.Open);
        return shown.ValidThrough is { } end && end.Value < today
            ? new PlannedEdit(edit.And(PostingEdit.Of([RoleField.ValidThrough], shown with { ValidThrough = null })), [RecruitingWording.ClosingDropped(LocalDatePattern.Iso.Format(end.Value))])
            : new PlannedEdit(edit, []);
    }

    private static PlannedEdit Extended(RecruitingRequest request, Posting shown, LocalDate today)
    {
        if ((request.Until ?? (request.Longer is { } longer && shown.ValidThrough is { } end ? end.Value + longer : null)) is not { } until)
            return PlannedEdit.Nothing(RecruitingWording.NoClosingDate);
        if (until < today)
            return PlannedEdit.Nothing(RecruitingWording.NotLater(LocalDatePattern.Iso.Format(until)));
        var day = LocalDatePattern.Iso.Format(until);
        var edit = PostingEdit.Of([RoleField.ValidThrough], shown with { ValidThrough = new Stated<LocalDate>(until, new Evidence(1, 1, $"open until {day}")) });
        if (shown.IsOpen)
            return shown.ValidThrough?.Value == until ? PlannedEdit.Nothing(RecruitingWording.SaysSo(shown)) : new PlannedEdit(edit, []);
        return new PlannedEdit(edit.And(Of(shown, PostingStatus.Open)), [RecruitingWording.ReopenedToo]);
    }

    private static PostingEdit Of(Posting shown, PostingStatus status) =>
        PostingEdit.Of([RoleField.Status], shown with { Status = new Stated<PostingStatus>(status, new Evidence(1, 1, TermNames.Of(status))) });
}
