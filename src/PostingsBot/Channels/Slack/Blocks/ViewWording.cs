namespace PostingsBot.Channels.Slack.Blocks;

/// <summary>What stands in modals and on App Home.</summary>
internal static class ViewWording
{
    public const string FindTitle = "Find roles";
    public const string FindSubmit = "Find";
    public const string WordsLabel = "What are you looking for?";
    public const string WordsExample = "backend, remote from Germany, posted this month";
    public const string RoleLabel = "Title or employer";
    public const string SkillLabel = "Skills";
    public const string TypedExample = "Type a few letters";
    public const string PlaceLabel = "Place";
    public const string PlaceExample = "Type a city, region or country";
    public const string WorkLabel = "Workplace";
    public const string LevelLabel = "Level";
    public const string PayLabel = "Pay from";
    public const string PayExample = "90,000 EUR, or 50 USD an hour";
    public const string Any = "Any";
    public const string NothingToFind = "Fill in at least one of these.";
    public const string TooMuchToFind = "That is more than I can look for at once. Take something out.";
    public const string PayIsNoAmount = "Write an amount, with its currency if you like: 90,000 EUR.";

    public const string NewPosting = "New posting";
    public const string Post = "Post to the channel";

    public const string Hello = "Hello!";
    public const string WhatIDo = "I answer questions about job postings, and I quote the line each fact stands in.";
    public const string HowToAsk = "Write to me under Messages, mention me in a channel, or type /roles and your question.";
    public const string Tries = "Three things to try";
    public const string FindButton = "Find roles…";
    public const string NewRoles = "New roles";
    public const string NoRoles = "There are no roles yet. When some are added, you see them here.";
    public const string Saved = "Your saved roles";
    public const string NoSaved = "None yet. Open a role and press “Save”.";
    public const string Subscriptions = "Your alerts";
    public const string NoSubscriptions = "None yet. Ask me for roles and press “Send me new ones”, or say “send me new senior Rust roles, weekdays at 8”.";

    public static string HelloTo(string name) => $"Hello, {name}!";

    public static string PostOf(int number, string title) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Post {number}: {title}");

    public static string More(int count) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"and {count} more");
}
