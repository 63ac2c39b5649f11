using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace PostingsBot.Core.Parsing.Text;

/// <summary>
/// An expression that is run only on texts that hold one of the literals it needs. All cues are looked for in one pass over each text, so
/// that a further cue costs next to nothing where it does not occur. Use: a static readonly field beside the pattern,
/// <c>private static readonly Cue RemarkCue = new(Remark, Patterns.AnyCase);</c>, and <c>RemarkCue.IsMatch(line)</c>.
/// The literals are read from the pattern itself (<see cref="RequiredText"/>): there is nothing to keep in step.
/// Its type stands in <see cref="CueOwners"/>.
/// The expression is made when it is first needed, interpreted at first and compiled once it has read many texts, where the program compiles at all: generated code of such
/// alternatives is megabytes that take the compiler minutes, and compiling all of them would delay the start.
/// </summary>
internal sealed class Cue
{
    private const int UsesToCompile = 2_000;

    private static readonly Lock Gate = new();
    private static readonly List<Cue> Known = [];
    private static readonly Lazy<(AnchorScan Folded, AnchorScan Written)> LazyScans = new(BuildScans);

    private readonly string pattern;
    private readonly RegexOptions options;
    private readonly SearchValues<char>? ends;
    private Regex? expression;
    private int uses;

    public Cue([StringSyntax(StringSyntaxAttribute.Regex, nameof(options))] string pattern, RegexOptions options)
        : this(pattern, pattern, options, null)
    {
    }

    private Cue(string demanding, string pattern, RegexOptions options, SearchValues<char>? ends)
    {
        this.pattern = pattern;
        this.options = options;
        this.ends = ends;
        Anchors = RequiredText.Of(demanding);
        Written = options.HasFlag(RegexOptions.IgnoreCase) ? []
            : RequiredText.Second(demanding) is { Count: > 0 } second ? second
            : RequiredText.Of(demanding, asWritten: true);
        lock (Gate)
        {
            Number = Known.Count;
            Known.Add(this);
        }
    }

    /// <summary>
    /// A cue for what stands at the beginning of a sentence: of the text, or behind one of the signs and blanks, which are part of the match. It is tried
    /// only there; an expression that begins so would be tried at every character.
    /// </summary>
    public static Cue OfSentence(string signs, [StringSyntax(StringSyntaxAttribute.Regex, nameof(options))] string pattern, RegexOptions options) =>
        new(pattern, @"\G(?:^|[" + signs + @"]\s+)(?:" + pattern + ")", options, SearchValues.Create(signs));

    /// <summary>For a cue of sentences it matches only where it is told to begin.</summary>
    public Regex Expression
    {
        get
        {
            if (Interlocked.Increment(ref uses) == UsesToCompile)
                expression = Warm(Make(options | RegexOptions.Compiled));
            return expression ??= Make(options);
        }
    }

    /// <summary>The folded literals of which each match holds one; empty when the expression demands none.</summary>
    public IReadOnlyList<string> Anchors { get; }

    /// <summary>Literals in the case that the expression asks for, of another place in it where it has two, of which each match holds one as well; empty where case does not matter to it.</summary>
    public IReadOnlyList<string> Written { get; }

    public int Number { get; }

    /// <summary>The cues of the parser that may match in the text.</summary>
    public static CueSet FindAll(string text) => AnchorScan.FindInBoth(LazyScans.Value.Folded, LazyScans.Value.Written, text);

    public bool IsMatch(SharedText text) => MayMatch(text) && (ends is null ? Expression.IsMatch(text.Value) : OfSentences(text.Value).Any());

    public Match Match(SharedText text) =>
        !MayMatch(text) ? System.Text.RegularExpressions.Match.Empty
        : ends is null ? Expression.Match(text.Value)
        : OfSentences(text.Value).FirstOrDefault(System.Text.RegularExpressions.Match.Empty);

    public IEnumerable<Match> Matches(SharedText text) => !MayMatch(text) ? [] : ends is null ? Expression.Matches(text.Value) : OfSentences(text.Value);

    /// <summary>The text itself where nothing is to be replaced.</summary>
    public SharedText Replace(SharedText text, string replacement)
    {
        var replaced = MayMatch(text) ? Expression.Replace(text.Value, replacement) : text.Value;
        return ReferenceEquals(replaced, text.Value) ? text : new SharedText(replaced);
    }

    /// <summary>False when the expression cannot match; true says only that it is worth a try.</summary>
    public bool MayMatch(SharedText text) => text.MayHold(this);

    private IEnumerable<Match> OfSentences(string text)
    {
        for (var at = 0; at >= 0;)
        {
            var match = Expression.Match(text, at);
            if (match.Success)
                yield return match;
            var next = at + Math.Max(match.Length, 1);
            var sign = next < text.Length ? text.AsSpan(next).IndexOfAny(ends!) : -1;
            at = sign < 0 ? -1 : next + sign;
        }
    }

    // The first match makes machine code, which may take longer than a match may: that time is nobody's text's fault.
    private Regex Warm(Regex compiled)
    {
        foreach (var text in Anchors.Append("a"))
        {
            try
            {
                _ = compiled.IsMatch(text);
            }
            catch (RegexMatchTimeoutException)
            {
                continue;
            }
        }

        return compiled;
    }

    private Regex Make(RegexOptions with) => new(pattern, with, TimeSpan.FromMilliseconds(Patterns.TimeLimit));

    /// <summary>All cues of the parser, whether or not their stage has run yet.</summary>
    public static IReadOnlyList<Cue> All()
    {
        CueOwners.MakeAll();
        lock (Gate)
            return [.. Known];
    }

    private static (AnchorScan Folded, AnchorScan Written) BuildScans() =>
        (new([.. All().Select(cue => cue.Anchors)]), new([.. All().Select(cue => cue.Written)], asWritten: true));
}
