using System.Buffers.Binary;
using System.Text.Json;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;

namespace PostingsBot.Storage.Json;

/// <summary>A posting's traits as they are stored.</summary>
internal static class TraitsJson
{
    public static string Write(RoleTraits traits) => JsonOut.Object(json =>
    {
        json.Text("key", traits.Key);
        json.WriteString("id", traits.Id);
        json.WriteString("file", traits.File);
        json.WriteNumber("line", traits.Line);
        json.Text("posted", traits.Posted is { } day ? DayText.Of(day) : null);
        json.WriteBoolean("isOpen", traits.IsOpen);
        json.Text("applyUrl", traits.ApplyUrl);
        json.Text("address", traits.Address);
        json.WriteBoolean("namesRole", traits.NamesRole);
        json.Each("places", traits.Places, PostingJson.WriteText);
        json.Each("limits", traits.Limits, PostingJson.WriteText);
        json.WriteBoolean("isRemote", traits.IsRemote);
        json.Each("levels", traits.Levels, PostingJson.WriteTerm);
        json.Each("types", traits.Types, PostingJson.WriteTerm);
        json.Each("pay", traits.Pay, WritePay);
        json.WriteNumber("bodyWords", traits.BodyWords);
        json.WriteBase64String("sketch", Bytes(traits.Sketch));
    });

    public static RoleTraits Read(string text) => JsonIn.Object(text, json => new RoleTraits
    {
        Key = json.TextOrNull("key"),
        Id = json.Text("id"),
        File = json.Text("file"),
        Line = json.Number("line"),
        Posted = json.TextOrNull("posted") is { } day ? DayText.Read(day) : null,
        IsOpen = json.GetProperty("isOpen").GetBoolean(),
        ApplyUrl = json.TextOrNull("applyUrl"),
        Address = json.TextOrNull("address"),
        NamesRole = json.GetProperty("namesRole").GetBoolean(),
        Places = json.Each("places", PostingJson.ReadText),
        Limits = json.Each("limits", PostingJson.ReadText),
        IsRemote = json.GetProperty("isRemote").GetBoolean(),
        Levels = json.Each("levels", JsonIn.Term<Seniority>),
        Types = json.Each("types", JsonIn.Term<EmploymentType>),
        Pay = json.Each("pay", item => new YearlyPay(item.TextOrNull("currency"), item.GetProperty("low").GetDecimal(), item.GetProperty("high").GetDecimal())),
        BodyWords = json.Number("bodyWords"),
        Sketch = Hashes(json.GetProperty("sketch").GetBytesFromBase64()),
    });

    private static void WritePay(Utf8JsonWriter json, YearlyPay pay)
    {
        json.WriteStartObject();
        json.Text("currency", pay.Currency);
        json.WriteNumber("low", pay.Low);
        json.WriteNumber("high", pay.High);
        json.WriteEndObject();
    }

    private static byte[] Bytes(IReadOnlyList<uint> hashes)
    {
        var bytes = new byte[hashes.Count * sizeof(uint)];
        for (var i = 0; i < hashes.Count; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), hashes[i]);
        return bytes;
    }

    private static uint[] Hashes(byte[] bytes)
    {
        var hashes = new uint[bytes.Length / sizeof(uint)];
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)));
        return hashes;
    }
}
