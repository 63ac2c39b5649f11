using PostingsBot.Core.Catalogue;

namespace PostingsBot.Storage.Index;

/// <summary>The index in memory while it grows; <see cref="View"/> gives what readers use. One caller at a time.</summary>
internal sealed class IndexColumns
{
    private readonly TokenLists tokens = new();
    private readonly WordLists words = new();
    private readonly EmployerNames employers = new();
    private readonly Dictionary<string, int> titleNumbers = new(StringComparer.Ordinal);
    private ulong[] live = [];
    private long[] slots = new long[64];
    private int[] days = new int[64];
    private int[] titles = new int[64];
    private ulong[] keys = new ulong[64];
    private int[] lengths = new int[64];
    private int[] pays = new int[64];
    private string[] titleTexts = new string[64];
    private PayRange[] ranges = new PayRange[64];
    private int rangeCount;
    private int rows;
    private long liveLength;

    public int Live { get; private set; }

    public int Gone => rows - Live;

    public void Add(IndexRow row, string? pay, string facets)
    {
        if (rows == slots.Length)
            Grow();
        slots[rows] = row.Slot;
        days[rows] = row.Day;
        titles[rows] = TitleNumber(row.Title);
        keys[rows] = row.Key;
        lengths[rows] = row.Length;
        pays[rows] = pay is null ? -1 : Ranges(pay);
        foreach (var part in facets.AsSpan().Split(IndexText.Separator))
            tokens.Add(facets.AsSpan()[part], rows);
        if (rows / 64 >= live.Length)
            Array.Resize(ref live, Math.Max(16, live.Length * 2));
        live[rows / 64] |= 1UL << rows;
        rows++;
        Live++;
        liveLength += row.Length;
    }

    /// <summary>An employer is named by one row more.</summary>
    public void Name(RowKind kind, string? employer, string id) => employers.Add(kind, employer, id);

    public void Remove(long slot, RowKind kind, string? employer, string id)
    {
        employers.Remove(kind, employer, id);
        var row = kind is RowKind.Open ? Array.BinarySearch(slots, 0, rows, slot) : -1;
        if (row < 0 || (live[row / 64] >> row & 1) == 0)
            return;
        live[row / 64] &= ~(1UL << row);
        Live--;
        liveLength -= lengths[row];
    }

    public IndexView View(long version, long lastSlot) => new()
    {
        Version = version,
        LastSlot = lastSlot,
        Rows = rows,
        LiveRows = Live,
        LiveLength = liveLength,
        // The only array whose old part changes.
        Live = live.AsSpan(0, (rows + 63) / 64).ToArray(),
        Slots = slots,
        Days = days,
        Titles = titles,
        TitleTexts = titleTexts,
        Keys = keys,
        Lengths = lengths,
        Pays = pays,
        PayRanges = ranges,
        Employers = employers.List(),
        EmployerNames = employers.ByToken(),
        Tokens = tokens,
        WordLists = words,
    };

    private void Grow()
    {
        var size = slots.Length * 2;
        Array.Resize(ref slots, size);
        Array.Resize(ref days, size);
        Array.Resize(ref titles, size);
        Array.Resize(ref keys, size);
        Array.Resize(ref lengths, size);
        Array.Resize(ref pays, size);
    }

    private int TitleNumber(string title)
    {
        if (titleNumbers.TryGetValue(title, out var number))
            return number;
        number = titleNumbers.Count;
        if (number == titleTexts.Length)
            Array.Resize(ref titleTexts, number * 2);
        titleTexts[number] = title;
        titleNumbers.Add(title, number);
        return number;
    }

    private int Ranges(string pay)
    {
        var first = rangeCount;
        foreach (var range in IndexText.Pay(pay))
        {
            if (rangeCount == ranges.Length)
                Array.Resize(ref ranges, rangeCount * 2);
            ranges[rangeCount++] = range;
        }

        return first;
    }
}
