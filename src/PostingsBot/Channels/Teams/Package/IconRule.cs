using System.Buffers.Binary;

namespace PostingsBot.Channels.Teams.Package;

/// <summary>What Teams asks of an icon: a PNG of one size, the outline with transparency.</summary>
internal static class IconRule
{
    private const int HeaderEnd = 29;
    private const int WidthAt = 16;
    private const int HeightAt = 20;
    private const int ColourTypeAt = 25;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>What is wrong; null when nothing is.</summary>
    public static string? Wrong(string name, ReadOnlySpan<byte> png, int pixels, bool isTransparent)
    {
        if (png.Length < HeaderEnd || !png.StartsWith(Signature))
            return $"{name} is no PNG picture.";
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png[WidthAt..]), BinaryPrimitives.ReadInt32BigEndian(png[HeightAt..]));
        if (width != pixels || height != pixels)
            return $"{name} is {width} × {height} pixels; Teams asks for {pixels} × {pixels}.";
        return isTransparent && png[ColourTypeAt] is not (4 or 6) ? $"{name} has no transparency; Teams asks for a white sign on nothing." : null;
    }
}
