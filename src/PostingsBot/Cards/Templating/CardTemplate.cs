using System.Text.Json;
using System.Text.Json.Nodes;

namespace PostingsBot.Cards.Templating;

/// <summary>
/// A card template in the Adaptive Cards Templating language: compiled once, expanded many times, from any thread.
/// What is expanded equals what Microsoft's adaptivecards-templating makes of the same template and data.
/// </summary>
internal sealed class CardTemplate
{
    private readonly TemplateNode root;

    private CardTemplate(string name, TemplateNode root)
    {
        Name = name;
        this.root = root;
    }

    public string Name { get; }

    /// <exception cref="TemplateException">The JSON is malformed, or the template uses something unknown.</exception>
    public static CardTemplate Compile(string name, string json)
    {
        try
        {
            return new CardTemplate(name, new TemplateCompiler(name).Compile(JsonNode.Parse(json), "$"));
        }
        catch (JsonException problem)
        {
            throw new TemplateException(name, problem.Path ?? "$", problem.Message);
        }
    }

    /// <exception cref="TemplateException">An expression fails on this data.</exception>
    public JsonNode? Expand(JsonNode data, JsonNode? host = null) => root.Expand(new Scope(data, data, host, null));
}
