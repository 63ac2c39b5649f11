using System.Runtime.InteropServices;

namespace PostingsBot.BotFramework.Builder;

/// <summary>
/// One turn at a time for each conversation. A conversation is remembered only while it has turns running or waiting.
/// </summary>
internal sealed class ConversationTurns
{
    private static readonly AsyncLocal<Turn?> Current = new();

    private readonly Dictionary<(string?, string?), Gate> _gates = [];

    public int Count
    {
        get
        {
            lock (_gates) return _gates.Count;
        }
    }

    /// <summary>The caller's turn: wait for it, dispose it. It must be called synchronously by the method that runs the turn.</summary>
    public Turn Enter(string? channelId, string? conversationId)
    {
        var turn = new Turn(this, (channelId, conversationId), Current.Value);
        Current.Value = turn;
        return turn;
    }

    private Gate Join((string?, string?) key)
    {
        lock (_gates)
        {
            ref var gate = ref CollectionsMarshal.GetValueRefOrAddDefault(_gates, key, out _);
            gate ??= new Gate();
            gate.Users++;
            return gate;
        }
    }

    private void Leave((string?, string?) key, Gate gate)
    {
        lock (_gates)
        {
            if (--gate.Users > 0) return;
            _gates.Remove(key);
        }
        gate.Semaphore.Dispose();
    }

    private sealed class Gate
    {
        public SemaphoreSlim Semaphore { get; } = new(1, 1);
        public int Users { get; set; }
    }

    internal sealed class Turn : IDisposable
    {
        private readonly ConversationTurns _owner;
        private readonly (string?, string?) _key;
        private readonly Turn? _outer;
        private readonly Gate? _gate;
        private bool _entered;
        private volatile bool _ended;

        public Turn(ConversationTurns owner, (string?, string?) key, Turn? outer)
        {
            (_owner, _key, _outer) = (owner, key, outer);
            if (!IsInside(outer)) _gate = owner.Join(key);
        }

        public async ValueTask WaitAsync(CancellationToken cancellationToken)
        {
            if (_gate is null) return;
            await _gate.Semaphore.WaitAsync(cancellationToken);
            _entered = true;
        }

        public void Dispose()
        {
            _ended = true;
            Current.Value = _outer;
            if (_gate is null) return;
            if (_entered) _gate.Semaphore.Release();
            _owner.Leave(_key, _gate);
        }

        // Work that outlives the turn that started it keeps the turn in its context; it has ended and counts no more.
        private bool IsInside(Turn? turn)
        {
            for (; turn is not null; turn = turn._outer)
                if (!turn._ended && ReferenceEquals(turn._owner, _owner) && turn._key == _key) return true;
            return false;
        }
    }
}
