using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>What a stage says of its fact: nothing stated, a value, or a value that the text also speaks against.</summary>
internal readonly record struct Verdict<T>(T? Value, Diagnostic? Doubt)
    where T : class
{
    public static Verdict<T> None => default;

    public static Verdict<T> Found(T value) => new(value, null);

    public static Verdict<T> Ambiguous(T? value, Diagnostic doubt) => new(value, doubt);
}

/// <summary>Reads one fact of a role. Never throws on text; what it states carries evidence.</summary>
internal interface IStage<T>
    where T : class
{
    Verdict<T> Read(RoleScope role, Findings found);
}
