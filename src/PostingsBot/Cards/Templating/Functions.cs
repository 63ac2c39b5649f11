using System.Globalization;
using System.Text.Json.Nodes;

namespace PostingsBot.Cards.Templating;

/// <summary>The functions and operators that templates may use. Operators stand here under their sign.</summary>
internal static class Functions
{
    private const int Many = 64;

    private static readonly Dictionary<string, Function> Table = Build();

    public static Function? Find(string name) => Table.GetValueOrDefault(name);

    private static Dictionary<string, Function> Build()
    {
        var table = new Dictionary<string, Function>
        {
            ["if"] = new(3, 3, (a, scope, substitute) =>
                a[0].Evaluate(scope, substitute: false) is var value and not Failure && Values.IsTrue(value)
                    ? a[1].Evaluate(scope, substitute)
                    : a[2].Evaluate(scope, substitute)),
            ["and"] = new(1, Many, (a, scope, _) => a.All(e => Holds(e, scope))),
            ["or"] = new(1, Many, (a, scope, _) => a.Any(e => Holds(e, scope))),
            ["not"] = new(1, 1, (a, scope, _) => !Holds(a[0], scope)),
            ["exists"] = Function.Test(1, 1, a => a[0] is not null),
            ["empty"] = Function.Test(1, 1, a => IsEmpty(a[0])),
            ["equals"] = Function.Test(2, 2, a => AreEqual(a[0], a[1])),
            ["!="] = Function.Test(2, 2, a => !AreEqual(a[0], a[1])),
            ["less"] = Ordering(sign => sign < 0),
            ["lessOrEquals"] = Ordering(sign => sign <= 0),
            ["greater"] = Ordering(sign => sign > 0),
            ["greaterOrEquals"] = Ordering(sign => sign >= 0),
            ["coalesce"] = new(1, Many, (a, scope, substitute) =>
                a.Select(e => e.Evaluate(scope, substitute)).FirstOrDefault(v => v is not null)),
            ["count"] = Function.Of(1, 1, a => Size(a[0])),
            ["length"] = Function.Of(1, 1, a => (a[0] ?? "") is string s ? (double)s.Length : Wrong("length", a[0])),
            ["join"] = Function.Of(2, 3, Join),
            ["concat"] = Function.Of(1, Many, a => a.FirstOrDefault(v => v is JsonNode) is { } node ? Wrong("concat", node) : string.Concat(a.Select(Stringify))),
            ["toUpper"] = Function.Of(1, 1, a => Map("toUpper", a[0], s => s.ToUpperInvariant())),
            ["toLower"] = Function.Of(1, 1, a => Map("toLower", a[0], s => s.ToLowerInvariant())),
            ["trim"] = Function.Of(1, 1, a => Map("trim", a[0], s => s.Trim())),
            ["string"] = Function.Of(1, 1, a => a[0] is double d ? Grouped(d) : a[0] is JsonNode n ? n.ToJsonString() : Stringify(a[0])),
            ["formatNumber"] = Function.Of(2, 2, a => a is [double number, double digits] && digits is >= 0 and <= 10
                ? Grouped(Math.Floor((number * Math.Pow(10, digits)) + 0.5) / Math.Pow(10, digits), (int)digits)
                : Wrong("formatNumber", a[0])),
            ["add"] = Function.Of(2, Many, a => a.Aggregate(Add)),
            ["sub"] = Arithmetic("sub", (x, y) => x - y),
            ["mul"] = Arithmetic("mul", (x, y) => x * y),
            ["div"] = Arithmetic("div", Divide),
            ["mod"] = Arithmetic("mod", (x, y) => y == 0 ? null : x % y),
            ["first"] = Function.Of(1, 1, a => a[0] is JsonArray { Count: > 0 } list ? Values.FromJson(list[0]) : null),
            ["last"] = Function.Of(1, 1, a => a[0] is JsonArray { Count: > 0 } list ? Values.FromJson(list[^1]) : null),
        };
        foreach (var (sign, name) in new[]
        {
            ("&&", "and"), ("||", "or"), ("!", "not"), ("==", "equals"), ("<>", "!="), ("<", "less"), ("<=", "lessOrEquals"),
            (">", "greater"), (">=", "greaterOrEquals"), ("??", "coalesce"), ("?:", "if"), ("&", "concat"),
            ("+", "add"), ("-", "sub"), ("*", "mul"), ("/", "div"), ("%", "mod"),
        })
        {
            table[sign] = table[name];
        }

        return table;
    }

    private static bool Holds(Expression expression, Scope scope) =>
        expression.Evaluate(scope, substitute: false) is var value and not Failure && Values.IsTrue(value);

    private static bool IsEmpty(object? value) => value switch
    {
        null or "" => true,
        JsonArray list => list.Count == 0,
        JsonObject fields => fields.Count == 0,
        _ => false,
    };

    private static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (JsonNode a, JsonNode b) => JsonNode.DeepEquals(a, b),
        _ => Equals(left, right),
    };

    /// <summary>Nothing is less or greater than a missing value; numbers and texts cannot be compared with each other.</summary>
    private static Function Ordering(Func<int, bool> holds) => new(2, 2, (arguments, scope, _) =>
        (arguments[0].Evaluate(scope, substitute: false), arguments[1].Evaluate(scope, substitute: false)) switch
        {
            (null or Failure, _) or (_, null or Failure) => false,
            (double a, double b) => holds(a.CompareTo(b)),
            (string a, string b) => holds(string.CompareOrdinal(a, b)),
            var (a, b) => new Failure($"{Values.Text(a)} and {Values.Text(b)} cannot be compared"),
        });

    private static object Size(object? value) => value switch
    {
        string s => (double)s.Length,
        JsonArray list => (double)list.Count,
        JsonObject fields => (double)fields.Count,
        _ => Wrong("count", value),
    };

    private static object Join(object?[] values)
    {
        if (values[0] is not JsonArray list || values[1] is not string separator)
            return Wrong("join", values[0]);
        var items = Values.Items(list).ToArray();
        if (values is not [_, _, string last] || items.Length == 0)
            return string.Join(separator, items);
        return items.Length < 3 ? string.Join(last, items) : string.Join(separator, items[..^1]) + last + items[^1];
    }

    private static string Stringify(object? value) => value is null ? "" : Values.Text(value);

    private static object Map(string function, object? value, Func<string, string> change) => value switch
    {
        null => "",
        string s => change(s),
        _ => Wrong(function, value),
    };

    private static object? Add(object? left, object? right) => (left, right) switch
    {
        (Failure, _) => left,
        (double a, double b) => a + b,
        (double, null) or (null, double) => Wrong("add", null),
        (null or string or double, null or string or double) => Stringify(left) + Stringify(right),
        _ => Wrong("add", left is null or string or double ? right : left),
    };

    private static Function Arithmetic(string name, Func<double, double, double?> compute) => Function.Of(2, 2, a =>
        a is [double left, double right] ? (object?)compute(left, right) ?? Wrong(name, a[1]) : Wrong(name, a[0]));

    private static double? Divide(double left, double right)
    {
        if (right == 0)
            return null;
        return Values.IsInteger(left) && Values.IsInteger(right) ? Math.Floor(left / right) : left / right;
    }

    private static string Grouped(double number) => number.ToString("#,##0.##########", CultureInfo.InvariantCulture);

    private static string Grouped(double number, int digits) => number.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static Failure Wrong(string function, object? value) =>
        new($"{function} cannot work on {(value is null ? "a missing value" : Values.Text(value))}");
}
