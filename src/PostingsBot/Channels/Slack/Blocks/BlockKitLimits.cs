namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>
/// What Slack takes, in characters unless said otherwise, as docs.slack.dev and Slack's SDKs publish it. Slack does not say whether escapes count, so they do here.
/// </summary>
internal static class BlockKitLimits
{
    /// <summary>Of a message's text: chat.update takes no more.</summary>
    public const int Text = 4_000;

    public const int MessageBlocks = 50;
    public const int ViewBlocks = 100;

    /// <summary>Of all texts in the blocks of a message; observed, not published.</summary>
    public const int AllText = 13_000;

    public const int SectionText = 3_000;
    public const int ContextText = 3_000;
    public const int Fields = 10;
    public const int FieldText = 2_000;
    public const int Header = 150;
    public const int AltText = 2_000;
    public const int ImageUrl = 3_000;

    public const int Actions = 25;
    public const int ButtonText = 75;
    public const int ButtonValue = 2_000;
    public const int ButtonUrl = 3_000;
    public const int ButtonLabel = 75;

    public const int TableRows = 100;
    public const int TableColumns = 20;

    /// <summary>Of all cells together.</summary>
    public const int TableText = 10_000;

    public const int InputLabel = 2_000;
    public const int InputHint = 2_000;
    public const int InputText = 3_000;
    public const int Placeholder = 150;
    public const int Options = 100;

    /// <summary>Of checkboxes and radio buttons.</summary>
    public const int Boxes = 10;

    public const int OptionText = 75;

    /// <summary>Slack's pages say 150, its types for JavaScript 75.</summary>
    public const int OptionValue = 75;

    public const int Id = 255;
    public const int ViewTitle = 24;
    public const int Metadata = 3_000;
}
