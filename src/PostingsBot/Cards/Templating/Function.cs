namespace PostingsBot.Cards.Templating;

/// <summary>A function of the language: how many arguments it takes, and how it treats them.</summary>
internal sealed record Function(int Least, int Most, Func<IReadOnlyList<Expression>, Scope, bool, object?> Invoke)
{
    /// <summary>A function of its arguments' values; a failed argument fails the call.</summary>
    public static Function Of(int least, int most, Func<object?[], object?> compute) => new(least, most, (arguments, scope, substitute) =>
    {
        var values = new object?[arguments.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Evaluate(scope, substitute);
            if (values[i] is Failure failure)
                return failure;
        }

        return compute(values);
    });

    /// <summary>A yes or no: a missing field is null to it, and whatever cannot be compared is a no.</summary>
    public static Function Test(int least, int most, Func<object?[], bool> holds) => new(least, most, (arguments, scope, _) =>
    {
        var values = new object?[arguments.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Evaluate(scope, substitute: false);
            if (values[i] is Failure)
                return false;
        }

        return holds(values);
    });
}
