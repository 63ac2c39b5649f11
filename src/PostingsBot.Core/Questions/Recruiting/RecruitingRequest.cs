using NodaTime;

namespace PostingsBot.Core.Questions.Recruiting;

public enum RecruitingAction
{
    /// <summary>"Post a new role"; <see cref="RecruitingRequest.Text"/> has what was pasted behind it.</summary>
    Post,

    /// <summary>"Close the platform role", "we filled the backend job".</summary>
    Close,

    Reopen,

    /// <summary>"Extend it to 15 January", "push the deadline by two weeks".</summary>
    Extend,

    /// <summary>"Raise the Crunch salary to 150k"; <see cref="RecruitingRequest.Text"/> is the correction.</summary>
    Change,

    /// <summary>"Duplicate it as new".</summary>
    Duplicate,

    /// <summary>"Edit the text".</summary>
    EditText,

    /// <summary>"Delete the posting": as if it had never been posted, where closing leaves it to be read.</summary>
    Withdraw,

    /// <summary>"Undo that".</summary>
    Undo,

    /// <summary>"Who changed the Crunch role?"; of a person when <see cref="RecruitingRequest.Person"/> is named.</summary>
    History,

    MyRoles,
    MyDrafts,

    /// <summary>"Publish it", on a day and hour when <see cref="RecruitingRequest.PublishAt"/> says so.</summary>
    Publish,

    SaveDraft,
    Discard,

    /// <summary>"Make @Ana a recruiter for Brightwheel".</summary>
    Grant,

    Revoke,

    /// <summary>"Who are the recruiters?".</summary>
    Recruiters,

    ExportMyData,
    ForgetMe,

    /// <summary>"Approve it".</summary>
    Approve,
}

public enum RecruitingRight
{
    Recruiter,
    Admin,
}

/// <summary>What somebody who posts and updates roles wants done.</summary>
public sealed record RecruitingRequest(RecruitingAction Action)
{
    /// <summary>Which role; of <see cref="IsBulk"/> which roles. Null when nothing says which.</summary>
    public Target? Target { get; init; }

    /// <summary>"Close all Acme roles": each one that the target describes.</summary>
    public bool IsBulk { get; init; }

    /// <summary>As written: a correction to change, or what was pasted behind an order to post.</summary>
    public string Text { get; init; } = "";

    /// <summary>The day to extend to.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>By how much to extend, from the closing date that the role has.</summary>
    public Period? Longer { get; init; }

    /// <summary>In the asker's zone.</summary>
    public LocalDateTime? PublishAt { get; init; }

    /// <summary>The person as written: "@Ana", "&lt;at&gt;Ana Silva&lt;/at&gt;", "&lt;@U123&gt;", "Ana".</summary>
    public string? Person { get; init; }

    public RecruitingRight Right { get; init; }

    /// <summary>The employers that a right is for, as the catalogue spells those it knows; all when empty.</summary>
    public ValueList<string> Employers { get; init; } = [];
}
