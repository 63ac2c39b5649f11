using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Parsing.Text;

public class CueTests
{
    [Theory]
    [InlineData(@"\b(visas?|work permit)\b", "visa|work permit")]
    [InlineData(@"\bPh\.?D\b", "phd|ph.d")]
    [InlineData(@"https?://\S+|[\w.+-]+@[\w-]+", "http://|https://|@")]
    [InlineData(@"(?<!\d)(?<y>\d{4})[-/](?<m>\d{1,2})", "0")]
    [InlineData(@"\bhiring .{3,120} at (?<name>\w+)", "hiring ")]
    [InlineData(@"\d+ years?(?=.{0,80}\bexperience\b)", "experience")]
    [InlineData(@"[Jj]oin(?:ing)? (us|them)", "join us|join them|joining us|joining them")]
    [InlineData(@"(?!never)now", "now")]
    [InlineData(@"\bRÉSUMÉ\b", "résumé")]
    [InlineData(@"^\W*[\w -]{4,20}\W*$", "")]
    [InlineData(@"remote|\w+", "")]
    [InlineData(@"(apply)?", "")]
    public void Anchors_Expression_AreTheLiteralsItNeeds(string pattern, string anchors) =>
        Assert.Equal(anchors.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), RequiredText.Of(pattern).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(@"(?<name>\w+)['’]s (?:\w+ ){0,2}(?:mission|platform)", "'s |’s ")]
    [InlineData(@"^(?<name>\w+) (?:is|are) .{0,9}hiring|\bjoining .{3,9} with\b", " is | are | with")]
    [InlineData(@"\bAt (?<name>\w+),", "")]
    [InlineData(@"\bhiring\b", "")]
    public void Second_Expression_AreTheLiteralsItNeedsInAnotherPlace(string pattern, string literals) =>
        Assert.Equal(literals.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), RequiredText.Second(pattern).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("VISA sponsorship", true)]
    [InlineData("no visitors", false)]
    public void IsMatch_Text_SaysWhatTheExpressionSays(string text, bool expected) =>
        Assert.Equal(expected, new Cue(@"\bvisas?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant).IsMatch(text));

    [Fact]
    public void FindInBoth_OverlappingAnchors_FindsTheCueOfEach()
    {
        var scan = new AnchorScan([["she"], ["hers", "them"], ["his"], []]);

        var found = AnchorScan.FindInBoth(scan, scan, "USHERS");

        Assert.True(found.Contains(0) && found.Contains(1) && !found.Contains(2) && found.Contains(3));
    }

    [Fact]
    public void FindInBoth_AnchorThatOneScanLacks_RulesTheCueOut()
    {
        var found = AnchorScan.FindInBoth(new([["she"], ["her"]]), new([["She"], []], asWritten: true), "ushers");

        Assert.True(!found.Contains(0) && found.Contains(1));
    }

    /// <summary>A cue of sentences finds what the expression finds that is tried at every character.</summary>
    [Theory]
    [InlineData("Acme is. Bolt is! Corp. is", "Acme is|. Bolt is")]
    [InlineData(". Acme is: Bolt is", ". Acme is")]
    [InlineData("we. Acme is.  Bolt is.Corp is", ". Acme is|.  Bolt is")]
    [InlineData("an Acme is", "")]
    [InlineData("", "")]
    public void OfSentence_Text_MatchesAtSentencesOnly(string text, string matches)
    {
        var cue = Cue.OfSentence(".!", @"[A-Z]\w+ is", RegexOptions.CultureInvariant);

        Assert.Equal(matches, string.Join('|', cue.Matches(text).Select(match => match.Value)));
        Assert.Equal(matches, string.Join('|', Regex.Matches(text, @"(?:^|[.!]\s+)[A-Z]\w+ is", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).Select(match => match.Value)));
        Assert.Equal(matches.Length > 0, cue.IsMatch(text));
        Assert.Equal(matches.Split('|')[0], cue.Match(text).Value);
    }

    /// <summary>Looking for anchors first changes nothing: where a cue's expression matches, its anchors are found.</summary>
    [Fact]
    public void MayHold_EveryCueOnEveryLineOfTheExamples_NeverHidesAMatch()
    {
        var files = Directory.EnumerateFiles(Repository.Path("seeds")).Concat(Directory.EnumerateFiles(Repository.Path("tests", "PostingsBot.Tests", "Specs")));
        var lines = files.SelectMany(File.ReadLines).Distinct().Select(line => new SharedText(line)).ToList();

        var hidden = from cue in Cue.All()
                     from line in lines
                     where !cue.MayMatch(line) && cue.Expression.IsMatch(line.Value)
                     select $"{cue.Expression}: {line.Value}";

        Assert.NotEmpty(lines);
        Assert.Empty(hidden);
    }

    [Fact]
    public void All_CuesOfTheParser_FitInOneSet() => Assert.InRange(Cue.All().Count, 1, CueSet.Capacity);
}
