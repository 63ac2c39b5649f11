using System.Globalization;

namespace PostingsBot.Storage.Importing;

/// <summary>An archive went beyond what it may unpack to; the message says beyond what.</summary>
internal sealed class UnpackLimitException(string message) : IOException(message);

/// <summary>Counts what an archive of a known size unpacks to.</summary>
internal sealed class UnpackBudget(long packed, ReadingLimits limits)
{
    private long unpacked;

    /// <exception cref="UnpackLimitException">That was too much.</exception>
    public void Take(int bytes)
    {
        unpacked += bytes;
        if (unpacked > limits.MostArchiveBytes)
            throw new UnpackLimitException(string.Create(CultureInfo.InvariantCulture, $"more than {limits.MostArchiveBytes:N0} bytes"));
        if (unpacked > limits.AnyRatioBytes && unpacked / limits.MostArchiveRatio > packed)
            throw new UnpackLimitException(string.Create(CultureInfo.InvariantCulture, $"more than {limits.MostArchiveRatio:N0} times its size"));
    }
}

/// <summary>A stream that is only read forwards and charges what it gives to a budget.</summary>
internal sealed class BudgetedStream(Stream inner, UnpackBudget budget) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        budget.Take(read);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
