using PostingsBot.Configuration;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.BotFramework;

/// <summary>
/// What the application uses of our library has the same signature in Microsoft's, so that -p:BotSdk=Microsoft compiles. The table holds the signatures
/// of SDK 4.23.1 that ours shares; a use that is not in it must be looked up there first.
/// </summary>
public class SdkSignatureTests
{
    /// <summary>Signatures that differ, though source that uses them is the same: more optional parameters, an extension method, a parameter's name.</summary>
    private static readonly string[] SameInSource =
    [
        "Activity(String type, String id?)",
        "BotAdapter.ContinueConversationAsync(String botAppId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken) : Task",
        "Error(String code?, String message?)",
        "MemoryStorage()",
        "ThumbnailCard.ToAttachment() : Attachment",
    ];

    /// <summary>Types whose members differ: the files of BotSdk may name them.</summary>
    private static readonly string[] OfOursAlone = ["ActivityJson", "StoredJson", "ErrorResponseException", "ConfigurationBotFrameworkAuthentication"];

    /// <summary>Types whose source is compiled into the application in the SDK's mode.</summary>
    private static IEnumerable<string> Linked => System.Xml.Linq.XDocument.Load(Repository.Path("src/PostingsBot/PostingsBot.csproj")).Descendants("Compile")
        .Select(part => (string?)part.Attribute("Include") ?? "")
        .Where(file => file.StartsWith("../PostingsBot.BotFramework/", StringComparison.Ordinal))
        .Select(file => Path.GetFileNameWithoutExtension(file)!);

    [Fact]
    public void Application_WhatItUses_IsInTheSdk()
    {
        var known = File.ReadLines(Repository.Path("tests/PostingsBot.Tests/BotFramework/sdk-signatures.txt")).Concat(SameInSource).ToHashSet(StringComparer.Ordinal);

        var uses = SdkSignature.UsesOf(typeof(Activity).Assembly, typeof(PostingsBotOptions).Assembly).Select(SdkSignature.Of).ToHashSet(StringComparer.Ordinal);

        Assert.Contains("ITurnContext.SendActivityAsync(IActivity activity, CancellationToken cancellationToken?) : Task<ResourceResponse>", uses);
        Assert.Contains("ActivityHandler.OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) : Task", uses);
        Assert.Contains("IStorage.ReadAsync(String[] keys, CancellationToken cancellationToken?) : Task<IDictionary<String, Object>>", uses);
        Assert.Empty(uses.Where(use => !OfOursAlone.Concat(Linked).Append(nameof(ETagConflictException)).Any(name => use.StartsWith(name, StringComparison.Ordinal))).Except(known));
    }

    [Fact]
    public void Application_WhatOnlyOursHas_StandsInBotSdk() => Assert.DoesNotContain(
        Repository.Sources("src/PostingsBot"),
        file => Path.GetFileName(Path.GetDirectoryName(file)) != "BotSdk" && OfOursAlone.Any(name => File.ReadAllText(file).Contains(name, StringComparison.Ordinal)));
}
