using System.Text.Json.Nodes;

namespace PostingsBot.Cards.Templating;

/// <summary>Turns a template's JSON into nodes, and refuses what the expander would not treat as Microsoft's engine does.</summary>
internal sealed class TemplateCompiler(string template)
{
    private static readonly HashSet<string> Reserved = ["$data", "$when", "$root", "$index", "$host", "$_acTemplateVersion"];

    /// <exception cref="TemplateException">Something in the template is malformed or unknown.</exception>
    public TemplateNode Compile(JsonNode? node, string path) => node switch
    {
        JsonObject fields => Object(fields, path),
        JsonArray items => new ListNode([.. items.Select((item, i) => Compile(item, $"{path}[{i}]"))]),
        JsonValue value when value.TryGetValue(out string? text) && text.Contains("${", StringComparison.Ordinal) => Text(text, path),
        _ => new ConstantNode(node?.DeepClone()),
    };

    private ObjectNode Object(JsonObject fields, string path)
    {
        var nodes = new List<KeyValuePair<string, TemplateNode>>();
        foreach (var (key, value) in fields)
        {
            if (!Reserved.Contains(key))
                nodes.Add(new(key, Compile(value, $"{path}.{key}")));
            else if (key is not ("$data" or "$when"))
                throw new TemplateException(template, $"{path}.{key}", "this key is reserved");
        }

        return new ObjectNode(nodes, Lone(fields, "$data", path), Lone(fields, "$when", path), template, path);
    }

    private Expression? Lone(JsonObject fields, string key, string path)
    {
        if (!fields.TryGetPropertyValue(key, out var value))
            return null;
        var parts = value is JsonValue text && text.TryGetValue(out string? source) ? Parts(source, $"{path}.{key}") : [];
        return parts is [{ Source: not null, Expression: var expression }]
            ? expression
            : throw new TemplateException(template, $"{path}.{key}", "must be exactly one ${…} expression");
    }

    private TemplateNode Text(string text, string path)
    {
        var parts = Parts(text, path);
        return parts is [{ Source: not null, Expression: var lone }]
            ? new ValueNode(lone, template, path)
            : new TextNode([.. parts.Select(p => (p.Source ?? "", p.Expression))], template, path);
    }

    private List<(string? Source, Expression Expression)> Parts(string text, string path)
    {
        if (text.AsSpan().IndexOfAny('\\', '`') >= 0)
            throw new TemplateException(template, path, "a backslash or back-tick beside ${…} is not known");
        var parts = new List<(string?, Expression)>();
        var at = 0;
        while (text.IndexOf("${", at, StringComparison.Ordinal) is var start and >= 0)
        {
            if (start > at)
                parts.Add((null, new Constant(text[at..start])));
            at = End(text, start + 2, path) + 1;
            var source = text[(start + 2)..(at - 1)].Trim();
            try
            {
                parts.Add((source, ExpressionParser.Parse(source)));
            }
            catch (FormatException problem)
            {
                throw new TemplateException(template, path, problem.Message);
            }
        }

        if (at < text.Length)
            parts.Add((null, new Constant(text[at..])));
        return parts;
    }

    private int End(string text, int at, string path)
    {
        var quote = '\0';
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '\'' or '"')
                quote = c;
            else if (c == '}')
                return at;
            else if (c is '{' or '\r' or '\n')
                break;
        }

        throw new TemplateException(template, path, "an expression is not closed by '}'");
    }
}
