using PostingsBot.Channels.DirectLine;
using PostingsBot.Configuration;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Recruiting;

/// <summary>
/// Who may post and change roles: whom the configuration names, whom admins named in chat, and whoever uses the terminal, who has the database's file at hand anyway.
/// Read anew each time, so that a right that was taken away is gone at once.
/// </summary>
/// <param name="options">Whom the configuration names.</param>
/// <param name="grants">Whom admins named.</param>
/// <param name="page">Whom the bot knows on its chat page.</param>
internal sealed class WhoMay(RecruitingOptions options, IGrants grants, PagePeople page)
{
    private const int MostNames = 5;

    public PagePeople Page => page;

    /// <param name="person">Null for somebody of whom the channel does not prove who it is.</param>
    /// <param name="ct">Stops the look-up.</param>
    public async Task<Standing> OfAsync(Actor? person, CancellationToken ct)
    {
        switch (person)
        {
            case null:
                return Standing.None;
            case { Channel: Identity.Terminal }:
                return new Standing(IsAdmin: true, IsRecruiter: true, []);
            case { Channel: DirectLineAdapter.ChannelId }:
                // A visitor of the page chooses the name and gets any id: without a signed-in token nobody is known there.
                return page is PagePeople.Everybody ? new Standing(IsAdmin: false, IsRecruiter: true, []) { IsByException = true } : Standing.None;
        }

        if (options.Admins.Any(admin => IsSame(admin, person)))
            return new Standing(IsAdmin: true, IsRecruiter: true, []);
        var granted = await grants.FindAsync(person, ct);
        if (granted is { Kind: GrantKind.Admin })
            return new Standing(IsAdmin: true, IsRecruiter: true, []);
        var named = options.Recruiters.Where(one => IsSame(one, person)).Select(one => one.Employers).ToList();
        if (granted is not null)
            named.Add(granted.Employers);
        if (named.Count == 0)
            return Standing.None;
        return new Standing(IsAdmin: false, IsRecruiter: true, named.Exists(employers => employers.Count == 0) ? [] : [.. named.SelectMany(employers => employers).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>The names of admins, for somebody who is refused; those of the same channel first.</summary>
    public async Task<IReadOnlyList<string>> AdminsAsync(string channel, CancellationToken ct)
    {
        // Who is not signed in on the page may be, or ask somebody who is.
        if (channel is DirectLineAdapter.ChannelId)
            channel = Identity.Web;
        var granted = (await grants.AllAsync(ct)).Where(grant => grant.Kind is GrantKind.Admin).Select(grant => (grant.Person.Channel, grant.Person.Name));
        return [.. options.Admins.Select(admin => (admin.Channel, admin.Name)).Concat(granted).OrderBy(admin => admin.Channel != channel).Select(admin => admin.Name).Distinct(StringComparer.Ordinal).Take(MostNames)];
    }

    /// <summary>Everybody who may, as one line each; whom the configuration names says so.</summary>
    public async Task<IReadOnlyList<(string Name, string What)>> PeopleAsync(CancellationToken ct) =>
    [
        .. options.Admins.Select(admin => (admin.Name, RecruitingWording.Right(isAdmin: true, [], isConfigured: true))),
        .. options.Recruiters.Select(one => (one.Name, RecruitingWording.Right(isAdmin: false, one.Employers, isConfigured: true))),
        .. (await grants.AllAsync(ct)).Select(grant => (grant.Person.Name, RecruitingWording.Right(grant.Kind is GrantKind.Admin, grant.Employers, isConfigured: false))),
    ];

    /// <summary>Whether the configuration names a person: such a right cannot be taken away in chat.</summary>
    public bool IsConfigured(Actor person) => options.Admins.Concat(options.Recruiters).Any(one => IsSame(one, person));

    /// <summary>Everybody who is known by name on a channel, from the configuration and from grants. The one person at a terminal speaks of everybody.</summary>
    public async Task<IReadOnlyList<Actor>> KnownAsync(string channel, CancellationToken ct) =>
    [
        .. options.Admins.Concat(options.Recruiters).Select(one => new Actor(one.Channel, one.User, one.Name)).Concat((await grants.AllAsync(ct)).Select(grant => grant.Person))
            .Where(person => channel is Identity.Terminal || person.Channel == channel).DistinctBy(person => (person.Channel, person.User)),
    ];

    /// <summary>A host site may tell "ana" and "Ana" apart.</summary>
    private static bool IsSame(KnownPerson known, Actor person) =>
        known.Channel == person.Channel && string.Equals(known.User, person.User, known.Channel is Identity.Web ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
}
