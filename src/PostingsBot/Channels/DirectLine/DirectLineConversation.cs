using System.Globalization;
using System.Threading.Channels;
using PostingsBot.BotSdk;

namespace PostingsBot.Channels.DirectLine;

/// <summary>
/// One conversation's recent activities and its open stream. A watermark is the number of the next activity.
/// Numbers start at the time of creation in milliseconds, so that they go on rising after a restart and no id comes twice.
/// </summary>
internal sealed class DirectLineConversation(string id, string address, DateTimeOffset created, DirectLineOptions options)
{
    private const int MaxWaitingFrames = 256;

    private readonly Lock _lock = new();
    private readonly Queue<Entry> _history = new();
    private long _first = created.ToUnixTimeMilliseconds();
    private int _historyBytes;
    private int _turns;
    private Channel<byte[]>? _stream;

    public string Id => id;

    /// <summary>Where its client connected from.</summary>
    public string Address => address;

    public DateTimeOffset LastUsed { get; set; } = created;

    public bool IsConnected
    {
        get { lock (_lock) return _stream is not null; }
    }

    public long Watermark
    {
        get { lock (_lock) return _first + _history.Count; }
    }

    /// <summary>Counts a turn that begins or waits. False when too many do; each that was let in must leave.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _turns) <= options.MaxWaitingTurns + 1) return true;
        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _turns);

    /// <summary>Gives the activity its id, keeps it and sends it to the open stream.</summary>
    public string Append(Activity activity)
    {
        lock (_lock)
        {
            activity.Id = $"{id}|{(_first + _history.Count).ToString("D15", CultureInfo.InvariantCulture)}";
            var entry = new Entry(activity.Id, ActivityText.Write(activity));
            _history.Enqueue(entry);
            _historyBytes += entry.Json.Length;
            while (_history.Count > options.MaxActivities || (_historyBytes > options.MaxHistoryBytes && _history.Count > 1))
            {
                _historyBytes -= _history.Dequeue().Json.Length;
                _first++;
            }
            Send(entry.Json);
            return activity.Id;
        }
    }

    /// <summary>Sends what is not worth keeping, such as typing, to the open stream.</summary>
    public void Pass(Activity activity)
    {
        lock (_lock) Send(ActivityText.Write(activity));
    }

    /// <summary>Puts another activity in the place of a kept one. False when it is kept no longer.</summary>
    public bool Replace(Activity activity)
    {
        lock (_lock)
        {
            if (_history.FirstOrDefault(entry => entry.Id == activity.Id) is not { } found) return false;
            var json = ActivityText.Write(activity);
            _historyBytes += json.Length - found.Json.Length;
            found.Json = json;
            Send(json);
            return true;
        }
    }

    /// <summary>The kept activities from a watermark on, as an activity set; all of them without one.</summary>
    public byte[] Read(long? watermark)
    {
        lock (_lock) return ActivitySet.Write(From(watermark ?? 0), _first + _history.Count);
    }

    /// <summary>Opens the one stream of the conversation; an earlier one ends.</summary>
    /// <param name="watermark">Where to begin; null for what comes from now on.</param>
    public ChannelReader<byte[]> Open(long? watermark)
    {
        lock (_lock)
        {
            _stream?.Writer.TryComplete();
            _stream = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(MaxWaitingFrames) { SingleReader = true });
            if (watermark is { } from && From(from).ToList() is { Count: > 0 } missed)
                _stream.Writer.TryWrite(ActivitySet.Write(missed, _first + _history.Count));
            return _stream.Reader;
        }
    }

    /// <summary>Ends the stream, unless another took its place.</summary>
    public void Close(ChannelReader<byte[]> stream)
    {
        lock (_lock)
        {
            if (_stream?.Reader == stream) _stream = null;
        }
    }

    private IEnumerable<byte[]> From(long watermark) =>
        _history.Skip((int)Math.Clamp(watermark - _first, 0, _history.Count)).Select(entry => entry.Json);

    private void Send(byte[] json)
    {
        // A client that does not read is cut off; it reconnects with its watermark.
        if (_stream is not null && !_stream.Writer.TryWrite(ActivitySet.Write([json], _first + _history.Count)))
            _stream.Writer.TryComplete();
    }

    private sealed class Entry(string id, byte[] json)
    {
        public string Id => id;
        public byte[] Json { get; set; } = json;
    }
}
