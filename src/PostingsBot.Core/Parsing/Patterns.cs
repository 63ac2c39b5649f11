using System.Text.RegularExpressions;

namespace PostingsBot.Core.Parsing;

/// <summary>The options of the parser's expressions. Those that cannot run without backtracking carry a time limit instead.</summary>
internal static class Patterns
{
    public const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    public const RegexOptions LinearAnyCase = Linear | RegexOptions.IgnoreCase;
    public const RegexOptions Bounded = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    public const RegexOptions BoundedAnyCase = Bounded | RegexOptions.IgnoreCase;
}
