using PostingsBot.Storage.Following;

namespace PostingsBot.Workers;

/// <summary>News of the local index for the log, kept until there is one.</summary>
internal sealed class FollowReport
{
    private readonly Lock gate = new();
    private readonly List<FollowNews> early = [];
    private ILogger? log;

    public void Tell(FollowNews news)
    {
        lock (gate)
        {
            if (log is null)
                early.Add(news);
            else
                HostLog.Report(log, news);
        }
    }

    public void WriteTo(ILogger logger)
    {
        lock (gate)
        {
            early.ForEach(news => HostLog.Report(logger, news));
            early.Clear();
            log = logger;
        }
    }
}
