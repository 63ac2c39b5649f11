using PostingsBot.Channels.DirectLine;
using PostingsBot.Channels.Slack;
using PostingsBot.Channels.Teams;
using PostingsBot.Core.Questions.Recruiting;
using PostingsBot.Recruiting.Answers;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Recruiting.Rights;

/// <summary>Who may post, said in chat by admins; and who somebody is.</summary>
internal sealed class RightsDesk(WhoMay whoMay, IGrants grants, MentionedPeople people)
{
    private const int MostShown = 12;

    public async Task<RecruitingReply> GrantAsync(RecruitingTurn turn, RecruitingRequest request, CancellationToken ct)
    {
        if (!turn.Standing.IsAdmin)
            return await RefusedAsync(turn, ct);
        if (await PersonAsync(turn, request, ct) is not { } person)
            return turn.Say(request.Person is { } words ? RecruitingWording.NotKnown(words, Mentions(turn)) : RecruitingWording.WhomToGrant);
        if (person.IsSame(turn.Me!))
            return turn.Say(RecruitingWording.GrantToSelf);
        var isAdmin = request.Right is RecruitingRight.Admin;
        await grants.GrantAsync(new Grant(person, isAdmin ? GrantKind.Admin : GrantKind.Recruiter, isAdmin ? [] : request.Employers), turn.Me!, turn.From, turn.Now, ct);
        return turn.Say(RecruitingWording.Granted(person.Name, isAdmin, request.Employers));
    }

    public async Task<RecruitingReply> RevokeAsync(RecruitingTurn turn, RecruitingRequest request, CancellationToken ct)
    {
        if (!turn.Standing.IsAdmin)
            return await RefusedAsync(turn, ct);
        if (await PersonAsync(turn, request, ct) is not { } person)
            return turn.Say(request.Person is { } words ? RecruitingWording.NotKnown(words, Mentions(turn)) : RecruitingWording.WhomToGrant);
        if (person.IsSame(turn.Me!))
            return turn.Say(RecruitingWording.GrantToSelf);
        var had = await grants.RevokeAsync(person, turn.Me!, turn.From, turn.Now, ct);
        if (whoMay.IsConfigured(person))
            return turn.Say(RecruitingWording.IsConfigured(person.Name));
        return turn.Say(had ? RecruitingWording.Revoked(person.Name) : RecruitingWording.NeverGranted(person.Name));
    }

    /// <summary>Who may.</summary>
    public async Task<RecruitingReply> ListAsync(RecruitingTurn turn, CancellationToken ct)
    {
        var all = await whoMay.PeopleAsync(ct);
        return turn.Reply(new DeskListAnswer([.. all.Take(MostShown).Select(one => new DeskRow(one.Name, one.What))]) { Text = RecruitingWording.People(all.Count), More = Math.Max(all.Count - MostShown, 0) });
    }

    /// <summary>Who the person is to this bot, for somebody who writes the configuration.</summary>
    public static RecruitingReply Me(RecruitingTurn turn) =>
        turn.Say(turn.Me switch
        {
            null => RecruitingWording.MeUnknown,
            { Channel: DirectLineAdapter.ChannelId } => RecruitingWording.MeNotSignedIn,
            var me => RecruitingWording.Me(me.Channel, me.User, RecruitingWording.RightOf(turn.Standing)),
        });

    /// <summary>The person that a request names, by mention, by id, or by a name that one known person has.</summary>
    public async Task<Actor?> PersonAsync(RecruitingTurn turn, RecruitingRequest request, CancellationToken ct)
    {
        if (request.Person is not { } words)
            return null;
        if (await people.FindAsync(turn.Context, words, ct) is { } mentioned)
            return mentioned;
        if (Identity.Named(words, turn.Channel) is { } named)
            return (await whoMay.KnownAsync(named.Channel, ct)).FirstOrDefault(named.IsSame) ?? named;
        var known = (await whoMay.KnownAsync(turn.Channel, ct)).Where(person => string.Equals(person.Name, words.Trim().TrimStart('@'), StringComparison.OrdinalIgnoreCase)).ToList();
        return known is [var only] ? only : null;
    }

    private async Task<RecruitingReply> RefusedAsync(RecruitingTurn turn, CancellationToken ct) => turn.Standing.MayAnything
        ? turn.Say(RecruitingWording.OnlyAdmins)
        : turn.Say(RecruitingWording.Refusal(await whoMay.AdminsAsync(turn.Channel, ct), turn.Me));

    private static bool Mentions(RecruitingTurn turn) => turn.Channel is TeamsScope.Channel or SlackAdapter.ChannelId;
}
