using System.Globalization;
using System.Text;

namespace PostingsBot.Channels.DirectLine;

/// <summary>The JSON that carries activities to a client: <c>{"activities":[…],"watermark":"n"}</c>.</summary>
internal static class ActivitySet
{
    public static byte[] Write(IEnumerable<byte[]> activities, long watermark)
    {
        using var set = new MemoryStream();
        set.Write("""{"activities":["""u8);
        var first = true;
        foreach (var activity in activities)
        {
            if (!first) set.Write(","u8);
            set.Write(activity);
            first = false;
        }
        set.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""],"watermark":"{{watermark}}"}""")));
        return set.ToArray();
    }
}
