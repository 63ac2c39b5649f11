using System.Reflection;
using PostingsBot.Configuration;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Conventions;

/// <summary>The house rules that a script can check.</summary>
public class SourceConventionTests
{
    [Theory]
    [InlineData("DateTime" + ".Now")]
    [InlineData("DateTime" + ".UtcNow")]
    [InlineData("DateTime" + ".Today")]
    [InlineData("DateTimeOffset" + ".Now")]
    [InlineData("DateTimeOffset" + ".UtcNow")]
    [InlineData("SystemClock" + ".Instance")]
    [InlineData("Thread" + ".Sleep")]
    public void Sources_AnyFile_TakeTheTimeFromTimeProvider(string forbidden) =>
        Assert.DoesNotContain(Repository.Sources("src", "tests"), file => File.ReadAllText(file).Contains(forbidden, StringComparison.Ordinal));

    [Fact]
    public void Sources_AnyFile_StayBelow400Lines() =>
        Assert.DoesNotContain(Repository.Sources("src", "tests"), file => File.ReadLines(file).Count() > 400);

    [Theory]
    [InlineData("TO" + "DO")]
    [InlineData("FIX" + "ME")]
    [InlineData("NotImplemented" + "Exception")]
    public void Sources_AnyFile_LeaveNothingUnfinished(string marker) =>
        Assert.DoesNotContain(Repository.Sources("src", "tests"), file => File.ReadAllText(file).Contains(marker, StringComparison.Ordinal));

    [Theory]
    [InlineData("using PostingsBot.Bot" + "Framework")]
    [InlineData("using Microsoft.Bot" + ".")]
    public void ApplicationSources_AnyFile_TakeTheBotFrameworkFromGlobalUsings(string forbidden) =>
        Assert.DoesNotContain(Repository.Sources("src/PostingsBot", "tests"), file => File.ReadAllText(file).Contains(forbidden, StringComparison.Ordinal));

    [Fact]
    public void Core_References_NoPackageButTheFourAllowed()
    {
        var core = typeof(PostingsBot.Core.Answers.Assistant).Assembly;
        var packages = core.GetReferencedAssemblies().Select(a => a.Name!).Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name is not ("netstandard" or "mscorlib"));

        Assert.Subset(new HashSet<string> { "Markdig", "YamlDotNet", "AngleSharp", "NodaTime", "Microsoft.CSharp" }, packages.ToHashSet());
    }

    /// <summary>A native program finds no cue whose type is not named: its line would never be scanned for it.</summary>
    [Fact]
    public void CueOwners_EveryTypeWithACue_IsNamed()
    {
        var owners = File.ReadAllText(Repository.Path("src", "PostingsBot.Core", "Parsing", "Text", "CueOwners.cs"));
        var types = typeof(Cue).Assembly.GetTypes().Where(type => type != typeof(Cue)
            && Array.Exists(type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly), field => HoldsCue(field.FieldType))).ToList();

        Assert.NotEmpty(types);
        Assert.DoesNotContain(types, type => !owners.Contains($"typeof({type.Name})", StringComparison.Ordinal));
    }

    // A cue, or a list of cues with something beside each.
    private static bool HoldsCue(Type type) =>
        type == typeof(Cue) || (type.GetElementType() is { } element && HoldsCue(element)) || Array.Exists(type.GetGenericArguments(), HoldsCue);

    [Fact]
    public void Options_EveryKey_StandsInReadmeAndAppsettings()
    {
        var readme = File.ReadAllText(Repository.Path("README.md"));
        var settings = File.ReadAllText(Repository.Path("appsettings.json"));

        foreach (var property in typeof(PostingsBotOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            Assert.Contains($"`PostingsBot:{property.Name}`", readme, StringComparison.Ordinal);
            Assert.Contains($"\"{property.Name}\"", settings, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void PublicTypes_OfTheHost_DoNotExist() =>
        Assert.DoesNotContain(typeof(PostingsBotOptions).Assembly.GetExportedTypes(), type => type.Namespace?.StartsWith("PostingsBot", StringComparison.Ordinal) == true && type.Name != "Program");
}
