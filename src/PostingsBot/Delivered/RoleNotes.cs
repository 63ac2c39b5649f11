using NodaTime;
using NodaTime.Text;
using PostingsBot.Cards;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Delivered;

/// <summary>What a card says of a role that is not any more as it was when the card was sent.</summary>
internal static class RoleNotes
{
    private const int LongestQuote = 120;

    /// <param name="posting">The role as it is.</param>
    /// <param name="seen">Its print when the card was sent.</param>
    /// <param name="closed">The day on which it was found closed; null when that is not known.</param>
    /// <returns>Null when nothing is to be said.</returns>
    public static string? Of(Posting posting, string? seen, LocalDate? closed)
    {
        var changed = RolePrint.Changed(seen, posting).ToList();
        var ended = changed.Remove(TermNames.Of(RoleField.Status)) ? Ended(posting, closed) : null;
        var others = changed.Count > 0 ? $"Changed since you saw it: {string.Join(", ", changed)}." : null;
        return ended is null ? others : others is null ? ended : ended + " " + others;
    }

    /// <summary>Above a list whose search is forgotten.</summary>
    public const string ShownBefore = "I showed you these roles before. This is how they are now.";

    /// <param name="names">"" for a role whose name is not known any more.</param>
    public static string Gone(IReadOnlyList<string> names)
    {
        var unnamed = names.Count(name => name.Length == 0);
        var said = names.Where(name => name.Length > 0).Select(name => $"“{name}” is no longer in the catalogue.");
        return string.Join(" ", unnamed switch
        {
            0 => said,
            1 => said.Append("One role of this list is no longer in the catalogue."),
            _ => said.Append(FormattableString.Invariant($"{unnamed} roles of this list are no longer in the catalogue.")),
        });
    }

    private static string Ended(Posting posting, LocalDate? closed)
    {
        if (posting.IsOpen)
            return "It is open again.";
        var since = closed is { } day ? " on " + LocalDatePattern.Iso.Format(day) : " since you saw it";
        var quote = Show.Quote(posting.File, posting.Status!.Evidence);
        var word = posting.Status.Value is PostingStatus.Draft ? "Withdrawn to a draft" : Cards.Models.FactData.Capital(TermNames.Of(posting.Status.Value));
        return $"{word}{since}: “{CardText.Cut(quote.Text, LongestQuote)}” {Sources.Of(quote)}.";
    }
}
