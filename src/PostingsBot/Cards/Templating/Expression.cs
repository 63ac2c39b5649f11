using System.Globalization;
using System.Text.Json.Nodes;

namespace PostingsBot.Cards.Templating;

/// <summary>
/// A compiled expression. With <c>substitute</c> a missing field evaluates to the text <c>${path}</c>, as in Microsoft's engine;
/// conditions and comparisons look at their operands without it.
/// </summary>
internal abstract class Expression
{
    public abstract object? Evaluate(Scope scope, bool substitute);

    /// <summary>The dotted path when the expression is nothing but a path.</summary>
    public virtual string? Path => null;
}

internal sealed class Constant(object? value) : Expression
{
    public object? Value { get; } = value;

    public override object? Evaluate(Scope scope, bool substitute) => Value;
}

/// <summary>A name: a field of the current item, or one of <c>$data $root $index $host</c>.</summary>
internal sealed class Name(string name) : Expression
{
    public override string Path => name;

    public override object? Evaluate(Scope scope, bool substitute)
    {
        if (name[0] != '$')
            return Field.TryFind(Values.FromJson(scope.Data), name, out var field) || !substitute ? field : $"${{{name}}}";
        object? value = name switch
        {
            "$data" => Values.FromJson(scope.Data),
            "$root" => Values.FromJson(scope.Root),
            "$host" => Values.FromJson(scope.Host),
            _ => scope.Index is { } index ? (double)index : null,
        };
        return value ?? (substitute ? $"${{{name}}}" : null);
    }
}

/// <summary>A field of an object; field names are compared without case when no name is exactly equal.</summary>
internal sealed class Field(Expression owner, string name) : Expression
{
    public override string? Path => owner.Path is { } path ? $"{path}.{name}" : null;

    public override object? Evaluate(Scope scope, bool substitute)
    {
        var value = owner.Evaluate(scope, substitute: false);
        if (value is Failure)
            return value;
        return TryFind(value, name, out var field) || !substitute ? field : $"${{{Path ?? name}}}";
    }

    /// <summary>False when there is no such field; a field that is null is there.</summary>
    public static bool TryFind(object? owner, string name, out object? value)
    {
        value = null;
        if (owner is not JsonObject fields)
            return false;
        if (!fields.TryGetPropertyValue(name, out var found))
        {
            var key = fields.Select(f => f.Key).FirstOrDefault(k => k.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (key is null)
                return false;
            found = fields[key];
        }

        value = Values.FromJson(found);
        return true;
    }
}

/// <summary>An item of a list by number, or a field by its name in quotes.</summary>
internal sealed class Element(Expression owner, Expression index) : Expression
{
    public override string? Path => owner.Path is { } path && index is Constant { Value: { } value }
        ? value is string ? $"{path}['{value}']" : $"{path}[{Values.Text(value)}]"
        : null;

    public override object? Evaluate(Scope scope, bool substitute)
    {
        var list = owner.Evaluate(scope, substitute: false);
        if (list is Failure)
            return list;
        return (list, index.Evaluate(scope, substitute: false)) switch
        {
            (null, _) => null,
            (JsonArray items, double at) when Values.IsInteger(at) && at >= 0 && at < items.Count => Values.FromJson(items[(int)at]),
            (JsonObject fields, string name) => Field.TryFind(fields, name, out var field) ? field : null,
            (_, Failure failure) => failure,
            (_, var at) => new Failure(string.Create(CultureInfo.InvariantCulture, $"there is no item {at}")),
        };
    }
}

/// <summary>A call of a known function.</summary>
internal sealed class Call(Function function, IReadOnlyList<Expression> arguments) : Expression
{
    public override object? Evaluate(Scope scope, bool substitute) => function.Invoke(arguments, scope, substitute);
}
