using PostingsBot.Cards.Templating;

namespace PostingsBot.Cards;

/// <summary>The templates of a folder, compiled, by the name of their file.</summary>
internal sealed class CardTemplates
{
    private readonly Dictionary<string, CardTemplate> templates;

    private CardTemplates(Dictionary<string, CardTemplate> templates) => this.templates = templates;

    public static IReadOnlyList<string> Names { get; } =
        ["role-list", "role-detail", "company", "comparison", "quote", "nothing-found", "help", "count", "clarify", "message", "welcome", "postings-read", "subscription", "subscription-form", "subscriptions", "notice", "posting-preview", "role-form", "publish-later", "role-change", "role-history", "desk-list"];

    /// <summary>The folder beside the program, filled by the build from <c>cards/</c>.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "cards");

    /// <exception cref="TemplateException">A template is missing, malformed or uses something unknown.</exception>
    public static CardTemplates Load(string folder)
    {
        var loaded = new Dictionary<string, CardTemplate>();
        foreach (var name in Names)
        {
            var file = Path.Combine(folder, name + ".json");
            if (!File.Exists(file))
                throw new TemplateException(name, "$", $"the file {file} is missing");
            loaded.Add(name, CardTemplate.Compile(name, File.ReadAllText(file)));
        }

        return new CardTemplates(loaded);
    }

    public CardTemplate this[string name] => templates[name];
}
