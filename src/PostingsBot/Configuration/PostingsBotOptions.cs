using PostingsBot.Core.Answers;
using PostingsBot.Core.Parsing;

namespace PostingsBot.Configuration;

/// <summary>The keys of the section "PostingsBot". Relative paths are taken from the current folder; a catalogue path that is not there is looked for beside the program.</summary>
internal sealed class PostingsBotOptions
{
    public const string Section = "PostingsBot";

    /// <summary>Files and folders that hold the postings.</summary>
    public IReadOnlyList<string> Catalogue { get; init; } = ["seeds"];

    /// <summary>Where the database lives; with PostgreSQL, this bot's search index.</summary>
    public string DataFolder { get; init; } = "data";

    /// <summary>The connection string of the PostgreSQL database that several bots share; null for a database of the bot's own. A secret.</summary>
    public string? Postgres { get; init; }

    /// <summary>Where people reach this bot's page from outside, https and without a path; null when they do not: then roles have no links.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>What the app package for Teams says.</summary>
    public TeamsAppOptions Teams { get; init; } = new();

    /// <summary>The app in Slack.</summary>
    public SlackOptions Slack { get; init; } = new();

    /// <summary>Whether changes of the catalogue's files are followed while the bot runs.</summary>
    public bool Watch { get; init; } = true;

    /// <summary>Documents of more megabytes (of 1,048,576 bytes) are left out.</summary>
    public int MaxDocumentMegabytes { get; init; } = DocumentParser.DefaultMaxBytes / OptionsReader.Megabyte;

    /// <summary>A conversation is forgotten after this many hours without a word; 0 keeps it for ever.</summary>
    public int ForgetAfterHours { get; init; } = 24;

    /// <summary>So many alerts may one person have.</summary>
    public int MostAlerts { get; init; } = 50;

    /// <summary>Who may post and change roles in chat.</summary>
    public RecruitingOptions Recruiting { get; init; } = new();

    /// <summary>Whether this bot makes and sends digests. Off, everything waits: what is owed then goes out once it is on again.</summary>
    public bool Digests { get; init; } = true;

    /// <summary>For how long what is kept of people is kept.</summary>
    public RetentionOptions Retention { get; init; } = new();

    public WebChatOptions WebChat { get; init; } = new();

    /// <summary>What one unit of each currency is worth in one base currency, so that pay in different currencies can be compared. None by default.</summary>
    public CurrencyRates Rates { get; init; } = CurrencyRates.None;
}
