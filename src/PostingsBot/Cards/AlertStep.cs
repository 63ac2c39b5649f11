namespace PostingsBot.Cards;

/// <summary>What a button does with a subscription.</summary>
internal enum AlertStep
{
    /// <summary>Keep what was offered.</summary>
    Confirm,

    /// <summary>Drop what was offered.</summary>
    Cancel,

    /// <summary>Show it as it is, offered or kept.</summary>
    Show,

    /// <summary>Ask for another time.</summary>
    Form,

    /// <summary>Take the time that was filled in.</summary>
    Save,

    /// <summary>Send news as soon as they appear.</summary>
    AtOnce,

    Pause,
    Resume,

    /// <summary>Ask whether it is to go.</summary>
    Delete,

    DeleteNow,

    /// <summary>Say why it comes.</summary>
    Why,

    /// <summary>Show some of them, by their ids.</summary>
    Which,

    /// <summary>Make it the reader's own and go on.</summary>
    Take,

    /// <summary>Show all of the reader's.</summary>
    List,
}
