using System.Text;
using System.Text.Json.Nodes;

namespace PostingsBot.Cards.Templating;

/// <summary>A compiled part of a template. What may not appear in the card is null.</summary>
internal abstract class TemplateNode
{
    /// <exception cref="TemplateException">An expression fails on this data.</exception>
    public abstract JsonNode? Expand(Scope scope);
}

internal sealed class ConstantNode(JsonNode? value) : TemplateNode
{
    public override JsonNode? Expand(Scope scope) => value?.DeepClone();
}

/// <summary>A string that is one expression and nothing else: keeps the type of its value.</summary>
internal sealed class ValueNode(Expression expression, string template, string path) : TemplateNode
{
    public override JsonNode? Expand(Scope scope) => expression.Evaluate(scope, substitute: true) switch
    {
        Failure failure => throw new TemplateException(template, path, failure.Problem),
        var value => Values.ToJson(value),
    };
}

/// <summary>Text with expressions in it. An expression that fails shows itself, so that a fault is visible on the card.</summary>
internal sealed class TextNode(IReadOnlyList<(string Source, Expression Expression)> parts, string template, string path) : TemplateNode
{
    public override JsonNode? Expand(Scope scope)
    {
        var text = new StringBuilder();
        foreach (var (source, expression) in parts)
        {
            text.Append(expression.Evaluate(scope, substitute: true) switch
            {
                null => throw new TemplateException(template, path, $"${{{source}}} has no value to put into text"),
                Failure => $"${{{source}}}",
                var value => Values.Text(value),
            });
        }

        return JsonValue.Create(text.ToString());
    }
}

/// <summary>A list; lists made by its items are flattened, items that were dropped leave no gap.</summary>
internal sealed class ListNode(IReadOnlyList<TemplateNode> items) : TemplateNode
{
    public override JsonNode? Expand(Scope scope)
    {
        var list = new JsonArray();
        foreach (var item in items)
        {
            var made = item.Expand(scope);
            if (made is JsonArray inner)
            {
                while (inner.Count > 0)
                {
                    var first = inner[0];
                    inner.RemoveAt(0);
                    list.Add(first);
                }
            }
            else if (made is not null)
            {
                list.Add(made);
            }
        }

        return list;
    }
}

/// <summary>An object, repeated for each item of <c>$data</c> and kept where <c>$when</c> is true.</summary>
internal sealed class ObjectNode(IReadOnlyList<KeyValuePair<string, TemplateNode>> fields, Expression? data, Expression? when, string template, string path) : TemplateNode
{
    public override JsonNode? Expand(Scope scope)
    {
        if (data is null)
            return One(scope);
        var value = data.Evaluate(scope, substitute: true);
        if (value is Failure failure)
            throw new TemplateException(template, path + ".$data", failure.Problem);
        if (value is not JsonArray items)
            return One(scope with { Data = value as JsonNode ?? Values.ToJson(value) });
        var made = new List<JsonNode?>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            if (One(scope with { Data = items[i], Index = i }) is { } one)
                made.Add(one);
        }

        return made.Count switch
        {
            0 => null,
            1 => made[0],
            _ => new JsonArray([.. made]),
        };
    }

    private JsonObject? One(Scope scope)
    {
        if (when is not null && when.Evaluate(scope, substitute: false) is not true)
            return null;
        var made = new JsonObject();
        foreach (var (key, node) in fields)
            made[key] = node.Expand(scope);
        return made;
    }
}
