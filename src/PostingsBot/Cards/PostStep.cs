namespace PostingsBot.Cards;

/// <summary>What a button does with a posting that is being prepared in chat.</summary>
internal enum PostStep
{
    /// <summary>Begin one in an empty form.</summary>
    New,

    /// <summary>Prepare one of the roles that a text holds.</summary>
    Pick,

    /// <summary>Show it as it is.</summary>
    Show,

    /// <summary>Ask for its fields.</summary>
    Form,

    /// <summary>Take the fields that were filled in.</summary>
    Fill,

    Publish,

    /// <summary>Keep it as a draft.</summary>
    Keep,

    /// <summary>Ask when it is to be published.</summary>
    Schedule,

    /// <summary>Publish it at the time that was filled in.</summary>
    ScheduleAt,

    Discard,

    /// <summary>The yes of a second person.</summary>
    Approve,

    /// <summary>Show the person's drafts.</summary>
    List,
}

/// <summary>What a button does with roles of the catalogue.</summary>
internal enum RoleEditStep
{
    /// <summary>Ask for the role's fields.</summary>
    Form,

    /// <summary>Take the fields that were filled in.</summary>
    Fill,

    /// <summary>Make the change that was shown.</summary>
    Confirm,

    /// <summary>Drop the change that was shown.</summary>
    Cancel,

    /// <summary>Take a change back.</summary>
    Undo,

    /// <summary>Show who changed the role.</summary>
    History,

    Close,
    Reopen,

    /// <summary>Extend it by two weeks.</summary>
    Longer,

    /// <summary>Leave it as it is.</summary>
    Leave,

    /// <summary>An edit stays although the file says something else now.</summary>
    KeepMine,

    /// <summary>An edit goes, because the file says something else now.</summary>
    TakeFiles,

    /// <summary>Show the person's open roles.</summary>
    List,
}
