using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using PostingsBot.Cards;
using PostingsBot.Cards.Models;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Delivered;

/// <summary>A delivered card as it is to look now. <paramref name="Words"/> stand for it where no card is shown.</summary>
internal sealed record Redrawn(JsonObject Card, string Words, LiveCard Live);

/// <summary>Draws delivered cards from their record and the roles as they are. The same record and roles give the same card.</summary>
internal sealed class LiveDrawing(CardRenderer cards)
{
    /// <summary>As <see cref="DrawAsync"/>, from roles that are at hand.</summary>
    public Redrawn Draw(LiveCard live, IReadOnlyDictionary<string, Posting> roles, LocalDate today)
    {
        var now = !live.IsFollowed ? live : live with { Roles = [.. live.Roles.Select(role => Noted(role, roles.GetValueOrDefault(role.Id), today))] };
        var shown = now.Roles.Where(role => roles.ContainsKey(role.Id)).ToList();
        var gone = now.Roles.Where(role => !roles.ContainsKey(role.Id)).Select(role => role.Name).ToList();
        var (card, words) = shown.Count == 0 ? Nothing(gone, live.Dialect) : now.IsDetail ? Detail(now, roles[shown[0].Id], today) : List(now, shown, gone, roles);
        return new Redrawn(card, words, now with { Drawn = RolePrint.Hash(card.ToJsonString(CardRenderer.Json)) });
    }

    /// <summary>The card, with what became of its roles said on it.</summary>
    public async Task<Redrawn> DrawAsync(LiveCard live, ICatalogue catalogue, LocalDate today, CancellationToken ct)
    {
        var roles = new Dictionary<string, Posting>(StringComparer.Ordinal);
        foreach (var role in live.Roles)
        {
            if (await catalogue.FindPostingAsync(role.Id, ct) is { } posting)
                roles[role.Id] = posting;
        }

        return Draw(live, roles, today);
    }

    private (JsonObject Card, string Words) Detail(LiveCard live, Posting posting, LocalDate today)
    {
        var role = live.Roles[0];
        var detail = Assistant.Describe(posting, today) with { Chips = live.Chips, Suggestions = live.Suggestions, Mended = live.Mended };
        var note = NoteOf(role, posting);
        var place = new DetailPlace(live.Dialect, live.Asker, live.IsPersonal);
        return (LiveDetail.Draw(cards, detail, place, new CardVerb.Refresh(role.Id, role.Seen, role.Closed), note), detail.Text);
    }

    private (JsonObject Card, string Words) List(LiveCard live, List<LiveRole> shown, List<string> gone, IReadOnlyDictionary<string, Posting> roles)
    {
        var postings = shown.ConvertAll(role => roles[role.Id]);
        var list = new RoleListAnswer(live.Facets, live.HasMore)
        {
            Text = live.Text,
            First = live.First,
            Total = live.Total,
            Postings = postings,
            Quotes = QuotesOf(live, shown, postings),
            Chips = live.Chips,
            Suggestions = live.Suggestions,
            Mended = live.Mended,
            Search = live.Search,
            Alerts = live.Alerts,
        };
        var card = Draw(list, live.Dialect, model =>
        {
            if (gone.Count > 0)
                model.Data["gone"] = RoleNotes.Gone(gone);
            var rows = model.Data["roles"]!.AsArray();
            for (var i = 0; i < rows.Count; i++)
            {
                if (NoteOf(shown[i], postings[i]) is { } note)
                    rows[i]!["note"] = note;
            }
        });
        return (LiveList.Refreshed(card, [.. live.Roles.Select(role => (role.Id, role.Seen))], live.Asker), live.Text);
    }

    private (JsonObject Card, string Words) Nothing(List<string> gone, CardDialect dialect)
    {
        var message = new MessageAnswer(AnswerKind.Other) { Text = RoleNotes.Gone(gone) };
        return (Draw(message, dialect, _ => { }), message.Text);
    }

    private JsonObject Draw(Answer answer, CardDialect dialect, Action<CardModel> add) => cards.Draw(
        budget =>
        {
            var model = cards.ModelOf(answer, budget);
            add(model);
            return model;
        },
        dialect);

    /// <summary>A line that was quoted stands where it stood only when the role was not written again.</summary>
    private static List<Quote> QuotesOf(LiveCard live, List<LiveRole> shown, List<Posting> postings)
    {
        bool IsAsItWas(int i) => shown[i].Lines == RolePrint.OfLines(postings[i]);
        if (live.Quotes.Count == live.Roles.Count)
            return [.. shown.Select((role, i) => IsAsItWas(i) ? live.Quotes[live.Roles.ToList().FindIndex(one => one.Id == role.Id)] : Show.Quote(postings[i].File, postings[i].Title.Evidence))];
        var steady = postings.Where((_, i) => IsAsItWas(i)).Select(posting => posting.File).ToHashSet(StringComparer.Ordinal);
        return [.. live.Quotes.Where(quote => steady.Contains(quote.File))];
    }

    private static LiveRole Noted(LiveRole role, Posting? posting, LocalDate today) =>
        posting is { IsOpen: false } ? role with { Closed = role.Closed ?? LocalDatePattern.Iso.Format(today) } : role with { Closed = null };

    private static string? NoteOf(LiveRole role, Posting posting) =>
        RoleNotes.Of(posting, role.Seen, role.Closed is { } day ? LocalDatePattern.Iso.Parse(day).Value : null);
}
