using PostingsBot.BotSdk;
using PostingsBot.Channels.Teams;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Recruiting.Rights;

/// <summary>Somebody's id in the directory, from the id that a mention carries; null when Teams does not say.</summary>
internal delegate Task<ChannelAccount?> LookUpMember(ITurnContext context, string id, CancellationToken ct);

/// <summary>People whom a message mentions. A mention carries the person's id, so that a name cannot stand for somebody else.</summary>
internal sealed class MentionedPeople(LookUpMember lookUp)
{
    private const int MostMentions = 50;

    /// <summary>The person whose mention is meant by these words; null when nobody but the bot is mentioned so.</summary>
    public async Task<Actor?> FindAsync(ITurnContext context, string words, CancellationToken ct)
    {
        var activity = context.Activity;
        var mentioned = MentionsIn(activity).Where(mention => mention.Mentioned?.Id is { Length: > 0 } id && id != activity.Recipient?.Id).ToList();
        var named = mentioned.Where(mention => words.Contains(mention.Mentioned!.Id!, StringComparison.Ordinal) || NameOf(mention).Length > 0 && words.Contains(NameOf(mention), StringComparison.OrdinalIgnoreCase)).DistinctBy(mention => mention.Mentioned!.Id).ToList();
        if ((named.Count > 0 ? named : mentioned) is not [var only])
            return null;
        var account = only.Mentioned!;
        if (TeamsScope.IsTeams(activity) && string.IsNullOrEmpty(account.AadObjectId) && await lookUp(context, account.Id!, ct) is { AadObjectId: { Length: > 0 } directory } member)
            account = new ChannelAccount { Id = account.Id, Name = member.Name ?? NameOf(only), AadObjectId = directory };
        return Identity.Mentioned(activity, new ChannelAccount { Id = account.Id, Name = string.IsNullOrEmpty(account.Name) ? NameOf(only) : account.Name, AadObjectId = account.AadObjectId });
    }

    /// <summary>Asks Teams; a refusal is no answer.</summary>
    public static async Task<ChannelAccount?> AskTeamsAsync(ITurnContext context, string id, CancellationToken ct)
    {
        try
        {
            return await TeamsInfo.GetMemberAsync(context, id, ct);
        }
        catch (Exception error) when (ActivityValues.RefusedWith(error) is not null)
        {
            return null;
        }
    }

    private static List<Mention> MentionsIn(Activity activity)
    {
        try
        {
            return activity.Entities is null ? [] : [.. activity.GetMentions().Take(MostMentions)];
        }
        catch (Exception error) when (ActivityValues.IsUnreadable(error))
        {
            return [];
        }
    }

    private static string NameOf(Mention mention) =>
        mention.Mentioned?.Name is { Length: > 0 } name ? name : SpokenText.NameIn(mention.Text ?? "");
}
