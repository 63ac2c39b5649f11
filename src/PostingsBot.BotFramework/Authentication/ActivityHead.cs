using System.Buffers;
using System.Text.Json;

namespace PostingsBot.BotFramework.Authentication;

/// <summary>
/// The few values of an activity that say whether its sender may send it, read in one pass before anything is deserialised.
/// A value is null when it is missing or no text; names are matched as the activity's own reader matches them.
/// </summary>
internal readonly record struct ActivityHead
{
    public string? ChannelId { get; private init; }

    public string? ServiceUrl { get; private init; }

    /// <summary>conversation.tenantId.</summary>
    public string? ConversationTenant { get; private init; }

    /// <summary>channelData.tenant.id.</summary>
    public string? ChannelDataTenant { get; private init; }

    /// <exception cref="JsonException">
    /// Not JSON, too deep, more than one value, or one of these values is there twice: then the check and the turn could see different ones.
    /// </exception>
    public static ActivityHead Read(ReadOnlySequence<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ActivityJson.MaxDepth });
        var (channel, url, conversation, data) = (new Field(), new Field(), new Field(), new Field());
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("channelId"u8)) channel.Take(ref reader);
                else if (reader.ValueTextEquals("serviceUrl"u8)) url.Take(ref reader);
                else if (reader.ValueTextEquals("conversation"u8)) conversation.Take(ref reader, "tenantId"u8);
                else if (reader.ValueTextEquals("channelData"u8)) data.Take(ref reader, "tenant"u8, "id"u8);
                else reader.Skip();
            }
        }
        else
        {
            reader.Skip();
        }
        // Throws when something follows.
        reader.Read();
        return new ActivityHead { ChannelId = channel.Text, ServiceUrl = url.Text, ConversationTenant = conversation.Text, ChannelDataTenant = data.Text };
    }

    private struct Field
    {
        private bool _seen;

        public string? Text { get; private set; }

        /// <summary>Reads the value of the property that the reader stands on, or what lies below it at these names.</summary>
        public void Take(ref Utf8JsonReader reader, ReadOnlySpan<byte> below = default, ReadOnlySpan<byte> belowThat = default)
        {
            if (_seen) throw new JsonException("The property is there twice.", null, 0, reader.TokenStartIndex);
            _seen = true;
            reader.Read();
            if (below.IsEmpty)
            {
                if (reader.TokenType == JsonTokenType.String) Text = reader.GetString();
                reader.Skip();
                return;
            }
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                return;
            }
            var inner = new Field();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals(below)) inner.Take(ref reader, belowThat);
                else reader.Skip();
            }
            Text = inner.Text;
        }
    }
}
