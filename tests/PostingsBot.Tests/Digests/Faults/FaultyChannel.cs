using System.Net;

namespace PostingsBot.Tests.Digests.Faults;

/// <summary>A channel as one bot sees it: it may refuse, take a message and lose the answer, or be the last thing that the bot saw.</summary>
internal sealed class FaultyChannel(FaultyBot bot, FaultyWorld world) : TestAdapter
{
    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        await bot.PassAsync();
        if (world.Chance(world.Faults.Refuse))
        {
            world.Report.Refusals++;
            throw new HttpRequestException("busy", null, HttpStatusCode.TooManyRequests);
        }

        if (world.Chance(world.Faults.Gone))
        {
            world.Report.Refusals++;
            throw new HttpRequestException("not a member", null, HttpStatusCode.Forbidden);
        }

        // Words to an owner are no digest.
        var digests = activities.Where(activity => activity.Attachments is { Count: > 0 }).Select(activity => activity.Id!).ToList();
        digests.ForEach(key => world.Witness.Accepted(bot, key));
        await bot.PassAsync();
        if (world.Chance(world.Faults.LoseAnswer))
        {
            digests.ForEach(key => world.Witness.Unnoted(bot, key));
            throw new HttpRequestException("the connection broke");
        }

        return [.. activities.Select(activity => new ResourceResponse(activity.Id))];
    }
}
