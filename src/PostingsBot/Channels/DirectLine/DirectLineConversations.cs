namespace PostingsBot.Channels.DirectLine;

/// <summary>
/// The conversations of this process, bounded in number and age. One that was forgotten, or that began before a restart,
/// is taken up again under its id by whoever holds its token: its dialog state is stored elsewhere, only the history is gone.
/// </summary>
internal sealed class DirectLineConversations(DirectLineOptions options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DirectLineConversation> _conversations = [];

    /// <summary>The conversation with this id, begun when it is not known. Null when there is no room for another one.</summary>
    public DirectLineConversation? GetOrBegin(string id, string address, out bool begun)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            begun = !_conversations.TryGetValue(id, out var conversation);
            if (begun)
            {
                if (!MakeRoom(address, now)) return null;
                conversation = new(id, address, now, options);
                _conversations.Add(id, conversation);
            }
            conversation!.LastUsed = now;
            return conversation;
        }
    }

    public DirectLineConversation? Find(string id)
    {
        lock (_lock) return _conversations.GetValueOrDefault(id);
    }

    private bool MakeRoom(string address, DateTimeOffset now)
    {
        foreach (var old in _conversations.Values.Where(one => one.LastUsed < now - options.IdleLifetime && !one.IsConnected).ToList())
            _conversations.Remove(old.Id);
        return MakeRoom([.. _conversations.Values.Where(one => one.Address == address)], options.MaxConversationsPerAddress)
            && MakeRoom(_conversations.Values, options.MaxConversations);
    }

    private bool MakeRoom(IReadOnlyCollection<DirectLineConversation> among, int max)
    {
        if (among.Count < max) return true;
        return among.Where(one => !one.IsConnected).MinBy(one => one.LastUsed) is { } oldest && _conversations.Remove(oldest.Id);
    }
}
