using System.Text.RegularExpressions;

namespace PostingsBot.Core.Parsing;

/// <summary>
/// What the parser's expressions have in common. They are generated at build time, without nested repetition, and each match has a
/// time limit: a stage that meets it leaves its fact out.
/// </summary>
internal static class Patterns
{
    /// <summary>In milliseconds, by the clock: on a busy machine the first match, which makes machine code, was seen to take a second.</summary>
    public const int TimeLimit = 5000;

    public const RegexOptions SameCase = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    public const RegexOptions AnyCase = SameCase | RegexOptions.IgnoreCase;
}
