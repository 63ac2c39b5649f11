using System.Text.RegularExpressions;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Who hires: a label, the title's "at X", the heading under the title, then the text's own phrases. Never a link's host.</summary>
internal sealed partial class EmployerStage : IStage<Stated<string>>
{
    private const int MaxName = 60;
    private const int MaxLabelled = 75;
    private const int MaxHeadingWords = 5;
    private const int MaxTitleLine = 120;
    private const int MaxUnder = 3;

    public Verdict<Stated<string>> Read(RoleScope role, Findings found)
    {
        var name = FromLabel(role)
            ?? FromTitle(role, found)
            ?? FromSiblings(role, found)
            ?? FromHeader(role, found)
            ?? (found.Title is { } title ? Under(role, title) : null)
            ?? OverTitle(role, found)
            ?? EmployerCues.Find(role)?.Name;
        return name is null ? Verdict<Stated<string>>.None : Verdict<Stated<string>>.Found(name);
    }

    /// <summary>What a label calls the employer is believed, whatever else the words may mean ("Open Syllabus Project", "State of Illinois").</summary>
    public static Stated<string>? FromLabel(RoleScope role) =>
        role.LabelledAs(Label.Company)
            .Where(value => value.Value.Length <= MaxLabelled && value.Value.Any(char.IsLetterOrDigit) && !Unknown().IsMatch(value.Value) && !Byline().IsMatch(value.Value))
            .Where(value => value.Origin is not LabelOrigin.Heading || IsName(value.Value))
            .Select(value => new Stated<string>(Greeting().Replace(WithoutPictogram(value.Value), ""), value.Evidence))
            .FirstOrDefault();

    // "🏢 Heron Works": a table's sign for employers.
    private static string WithoutPictogram(string name) => char.IsAscii(name[0]) ? name : LeadingPictogram().Replace(name, "");

    private static Stated<string>? FromTitle(RoleScope role, Findings found)
    {
        var written = role.LabelledAs(Label.Title).Select(value => (Text: value.Value, value.Evidence))
            .Concat(role.Header.Where(block => block.Kind is BlockKind.Heading).Select(block => (block.Text, Evidence: block.ToEvidence())));
        if (role.GivenTitle is null && found.Title is { Evidence.Text.Length: <= MaxTitleLine } own)
            written = written.Append((own.Evidence.Text, own.Evidence));
        foreach (var (text, evidence) in written)
        {
            if (found.Title is not null && RoleTitles.EmployerIn(text) is { } name && IsName(name))
                return new Stated<string>(name, evidence);
            if (found.Title is not null && EmployerLead.Find(role, text) is { } lead && IsName(lead.Name))
                return new Stated<string>(lead.Name, evidence);
            if (found.Title is not null && EmployerTail.Find(role, text) is { } tail && IsName(tail.Name))
                return new Stated<string>(tail.Name, evidence);
        }

        return null;
    }

    // metaTitle: "Scrum Master - Acme Ltd", where the title is "Scrum Master".
    private static Stated<string>? FromSiblings(RoleScope role, Findings found)
    {
        if (!role.IsWhole || found.Title is not { } title)
            return null;
        foreach (var entry in role.Outline.FrontMatter.Entries)
        {
            var beside = entry.Value.StartsWith(title.Value, StringComparison.OrdinalIgnoreCase) ? Behind().Match(entry.Value[title.Value.Length..])
                : entry.Value.EndsWith(title.Value, StringComparison.OrdinalIgnoreCase) ? InFront().Match(entry.Value[..^title.Value.Length])
                : Match.Empty;
            var name = beside.Groups["name"].Value.Trim();
            // A name in small letters is one that the text uses.
            if (name.Length > 0 && char.IsLower(name[0]) && !role.Lines.Any(line => line.Text.Contains(name, StringComparison.Ordinal)))
                continue;
            if (IsName(name) && !Prose().IsMatch(name) && !RoleTitles.IsRole(name) && Terms.Workplaces.Find(name).Count == 0 && Terms.EmploymentTypes.Find(name).Count == 0)
                return new Stated<string>(name, entry.ToEvidence());
        }

        return null;
    }

    // "# Title / ### Employer / #### facts": a heading right under the title that is neither place nor section.
    private static Stated<string>? FromHeader(RoleScope role, Findings found)
    {
        if (role.Header.Count < 2 || found.Title is null)
            return null;
        // "# Apply here" may stand above the title.
        var top = role.Header.ToList().FindIndex(block => RoleTitles.IsRole(RoleTitles.Clean(block.Text)));
        if (top is < 0 or > 1 || top + 1 == role.Header.Count)
            return null;
        var heading = role.Header[top + 1];
        if (heading.Kind is not BlockKind.Heading || !IsName(heading.Text) || RoleTitles.IsRole(heading.Text) || Prose().IsMatch(heading.Text))
            return null;
        var facts = role.Header.Count > top + 2 && role.Header[top + 2].Kind is BlockKind.Heading;
        return facts || IsRepeated(role, role.Header[top], heading) || SpeaksOfItself(role, heading) || FirmBehind().IsMatch(heading.Text) ? new Stated<string>(heading.Text, heading.ToEvidence()) : null;
    }

    private static Stated<string>? OverTitle(RoleScope role, Findings found) =>
        found.Title is { } title && TitleLines.UnderEmployer(role) is { } headed && headed.Title.Evidence == title.Evidence && IsName(headed.Employer.Text) && !Prose().IsMatch(headed.Employer.Text)
            ? new Stated<string>(headed.Employer.Text, headed.Employer.ToEvidence())
            : null;

    /// <summary>"Heron Works • Leeds • via Jobline" under the title: a name that the role's own part uses as an employer's elsewhere.</summary>
    public static Stated<string>? Under(RoleScope role, Stated<string> title)
    {
        foreach (var line in UnderTitle.Lines(role, title).Take(MaxUnder))
        {
            var name = UnderTitle.Parts(line)[0];
            // "@ Heron Works" needs no other word for it.
            if (AtName().Match(name) is { Success: true } at && IsName(at.Groups["name"].Value) && !RoleTitles.IsOfJob(at.Groups["name"].Value))
                return new Stated<string>(at.Groups["name"].Value.Trim(), line.ToEvidence());
            if (IsName(name) && char.IsLetterOrDigit(name[0]) && name.Any(c => !char.IsAsciiLetterLower(c) && c is not ' ') && name.Count(c => c is ' ') < MaxHeadingWords
                && !Prose().IsMatch(name) && !PartOfText().IsMatch(name) && !RoleTitles.IsRole(name) && !RoleTitles.IsOfJob(name) && EmployerTail.IsNamed(role, name))
                return new Stated<string>(name, line.ToEvidence());
        }

        return null;
    }

    // A heading over plain text is an employer's only when the text uses it as a name.
    private static bool IsRepeated(RoleScope role, Block title, Block heading) =>
        heading.Text.Count(c => c is ' ') < MaxHeadingWords
        && heading.Level > title.Level + 1
        && role.Blocks.Where(block => block.Kind is not BlockKind.Heading).Lines().Any(line => line.Text.Contains(heading.Text, StringComparison.Ordinal));

    // "## Heron Works" and under it "We are a team of …".
    private static bool SpeaksOfItself(RoleScope role, Block heading) =>
        !PartOfText().IsMatch(heading.Text)
        && heading.Text.Split(' ') is { Length: <= MaxHeadingWords } words
        && words.All(word => word is "of" or "and" or "for" or "the" || !char.IsAsciiLetterLower(word.FirstOrDefault()))
        && role.Blocks.SkipWhile(block => block != heading).Skip(1).FirstOrDefault() is { Kind: BlockKind.Paragraph } under
        && WeAre().IsMatch(under.Text);

    /// <summary>What can be the name of an employer: neither a place nor a section's heading, nor a word for none.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= MaxName
        && text.Any(char.IsLetterOrDigit)
        && !Unknown().IsMatch(text)
        && LabelNames.Of(text) is null
        && !Terms.Headings.Find(text).Any(match => match.Length >= text.Trim().TrimEnd(':', '?').Length)
        && (AreaVocabulary.Default.Resolve(text) is null || PublicBodies.Is(text) || Firm().IsMatch(text) || text.Contains('.', StringComparison.Ordinal));

    [GeneratedRegex(@"^\W*(none|null|n/?a|unknown|confidential|undisclosed|hidden|anonymous|various|multiple|tbd|未提供|非公開|保密)?\W*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Unknown();

    // "1 point by anna 27 days ago": the head of a comment.
    [GeneratedRegex(@"^\d+ points? by ", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Byline();

    // "Hi HN! Heron Works"
    [GeneratedRegex(@"^((hi|hello|hey)( hn| all| everyone)?\s*[!,.]\s*|/)(?=\w)", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^[\p{So}\p{Cs}\uFE0F\u200D\s]+", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex LeadingPictogram();

    [GeneratedRegex(@"^(we|we['’]re|wir|nous|somos|siamo)\b", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex WeAre();

    [GeneratedRegex(@"^\p{Lu}.*[ ,](Inc|LLC|Ltd|Limited|GmbH|AG|Corp|Corporation|SAS|SARL|B\.?V|AB|Oy|ApS|Holdings|Foundation|University|Institute)\.?$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex FirmBehind();

    [GeneratedRegex(@"^(@|at|bei|chez|na)\s+(?<name>\p{Lu}[^|–—]{1,58})$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex AtName();

    // "Strategic Context": what a part of a text is called, not who writes it.
    [GeneratedRegex(@"\b(context|overview|background|opportunity|mission|vision|summary|introduction|challenge|purpose|goals?|scope|details|facts|highlights|description)$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex PartOfText();

    [GeneratedRegex(@"公司|集团|集團|科技|株式会社|会社|주식회사", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Firm();

    [GeneratedRegex(@"\b(you|your|we|our|us|what|how|why|who|role|job)\b|[?:]", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex Prose();

    [GeneratedRegex(@"^\s*([-–—|@]|at\b|bei\b|chez\b)\s*(?<name>\p{Lu}[^|–—]{1,58})$|^ (?:[-|–—] )?[^|–—]{1,40}(?:\|\s*| [-–—] )(?<name>\p{L}[^|–—]{1,58})$", Patterns.SameCase, Patterns.TimeLimit)]
    private static partial Regex Behind();

    // "Heron Job Posting - Data Engineer"
    [GeneratedRegex(@"^(?<name>\p{L}[^|–—:]{1,40}?)['’]?s? (?:job posting|jobs?|careers?|is hiring|vacancy|recruitment)\s*[-–—|:]\s*$", Patterns.AnyCase, Patterns.TimeLimit)]
    private static partial Regex InFront();
}
