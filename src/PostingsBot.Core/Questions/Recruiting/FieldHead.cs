using PostingsBot.Core.Recruiting;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions.Recruiting;

/// <summary>"The Crunch salary", "the deadline of the platform role", "Acme's location", "the title": a field as it is named, and the role it is of, if one is named.</summary>
internal sealed record FieldHead(RoleField Field, string Name, RoleReference? Role)
{
    private static readonly HashSet<string> Joints = ["of", "for", "on", "at", "in"];

    /// <summary>Null when the words are anything else.</summary>
    public static FieldHead? Of(string phrase, Func<string, RoleReference?> roleOf)
    {
        var words = Words.Split(phrase);
        if (words.Count is 0 or > 14)
            return null;
        for (var i = 0; i < words.Count; i++)
        {
            if (FieldWords.At(words, i) is not { } field)
                continue;
            var before = phrase[..words[i].Start].Trim();
            var behind = field.End < words.Count ? phrase[words[field.End].Start..] : "";
            var name = phrase[words[i].Start..(words[field.End - 1].Start + words[field.End - 1].Length)];
            if (behind.Length == 0)
                return IsEmpty(before) ? new FieldHead(field.Field, name, null) : (roleOf(Owner(before)) ?? Titled(before, roleOf)) is { } owner ? new FieldHead(field.Field, name, owner) : null;
            if (IsEmpty(before) && Joints.Contains(words[field.End].Folded) && field.End + 1 < words.Count && roleOf(phrase[(words[field.End].Start + words[field.End].Length)..].Trim()) is { } role)
                return new FieldHead(field.Field, name, role);
        }

        return null;
    }

    /// <summary>"The platform salary" is that of the platform role, whoever the employer is.</summary>
    private static RoleReference? Titled(string before, Func<string, RoleReference?> roleOf) =>
        before.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? roleOf(Owner(before) + " role") : null;

    private static bool IsEmpty(string before) => before.Length == 0 || before.ToLowerInvariant() is "the" or "its" or "our" or "their" or "a" or "this" or "that" or "my";

    private static string Owner(string before) => before.EndsWith("'s", StringComparison.Ordinal) || before.EndsWith("’s", StringComparison.Ordinal) ? before[..^2] : before;
}
