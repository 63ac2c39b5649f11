using NodaTime.Text;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Recruiting;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Export;

/// <summary>
/// Reads back what <see cref="PostingMarkdown"/> wrote: the front matter states each fact, and what it leaves out is not stated, whatever the text says; an edit that took a value away stays.
/// </summary>
internal static class RoleFormat
{
    public const string Key = "format";
    public const string Name = "postingsbot-role-1";

    public static bool Is(DocumentOutline outline) => outline.FrontMatter.Entries.Any(entry => entry.Path == Key && entry.Value == Name);

    /// <summary>The posting with the facts of the front matter and the sections of the body; null when it has no title.</summary>
    /// <param name="outline">The document.</param>
    /// <param name="read">As documents are read: what the format does not keep comes from it.</param>
    public static Posting? Read(DocumentOutline outline, Posting read)
    {
        var keys = new Keys(outline);
        if (keys.One("title", text => text) is not { } title)
            return null;
        return read with
        {
            Title = title,
            Company = keys.One("company", text => text),
            Locations = keys.Many("locations", PlaceOf),
            Workplace = keys.OneOf("workplace", (Workplace value) => TermNames.Of(value)) ?? keys.Said("workplace", read.Workplace),
            RemoteWithin = keys.Many("remote_within", PlaceOf),
            EmploymentTypes = keys.ManyOf("employment_type", (EmploymentType value) => TermNames.Of(value)) is { Count: > 0 } types ? types : keys.Said("employment_type", read.EmploymentTypes) ?? [],
            Seniorities = keys.ManyOf("level", (Seniority value) => TermNames.Of(value)) is { Count: > 0 } levels ? levels : keys.Said("level", read.Seniorities) ?? [],
            Salaries = keys.Many("salary", PayText.Read) is { Count: > 0 } pay ? pay : keys.Said("salary", read.Salaries) ?? [],
            Posted = keys.Day("date_posted") ?? keys.Said("date_posted", read.Posted),
            ValidThrough = keys.Day("valid_through") ?? keys.Said("valid_through", read.ValidThrough),
            ApplyUrl = keys.One("apply_url", text => text),
            Skills = [.. keys.Skills("required_skills", SkillNeed.Required), .. keys.Skills("preferred_skills", SkillNeed.Preferred), .. keys.Skills("skills", SkillNeed.Mentioned)],
            Degree = keys.One("degree", text => text) is { } degree ? new(new Degree(degree.Value, keys.OneOf("degree_need", (DegreeNeed need) => need.ToString())?.Value ?? DegreeNeed.Required), degree.Evidence) : null,
            Experience = keys.Experience("experience_years"),
            Visa = keys.One("visa", text => text),
            TimeZones = keys.One("time_zones", text => text),
            Status = keys.OneOf("status", (PostingStatus value) => TermNames.Of(value)) ?? keys.Said("status", read.Status),
            Sections = SectionsOf(outline, keys),
        };
    }

    private static Place PlaceOf(string text) => AreaVocabulary.Default.Resolve(text) is { } place ? place with { Text = text } : Towns.Locate(text);

    private static IReadOnlyList<Section> SectionsOf(DocumentOutline outline, Keys keys)
    {
        var kinds = keys.ManyOf("sections", (SectionKind kind) => kind.ToString()).Select(kind => kind.Value).ToList();
        var sections = new List<Section>();
        foreach (var block in outline.Blocks.Where(block => block.Kind is not BlockKind.Rule))
        {
            var at = block.ToEvidence();
            if (block.Kind is BlockKind.Heading)
                sections.Add(new Section(block.Text == PostingMarkdown.NoHeading ? "" : block.Text, KindOf(sections.Count), at.FirstLine, at.LastLine, []));
            else if (sections.Count == 0)
                sections.Add(new Section("", KindOf(0), at.FirstLine, at.LastLine, [new Evidence(at.FirstLine, at.LastLine, block.Text)]));
            else
                sections[^1] = sections[^1] with { LastLine = at.LastLine, Passages = [.. sections[^1].Passages, new Evidence(at.FirstLine, at.LastLine, block.Text)] };
        }

        return sections;

        SectionKind KindOf(int at) => at < kinds.Count ? kinds[at] : SectionKind.Other;
    }

    /// <summary>The front matter by key, with its lines.</summary>
    private sealed class Keys(DocumentOutline outline)
    {
        public IReadOnlyList<Stated<T>> Many<T>(string key, Func<string, T?> read)
            where T : notnull =>
            [.. outline.FrontMatter.Entries.Where(entry => entry.Path == key && entry.Value.Length > 0).Select(entry => read(entry.Value) is { } value ? new Stated<T>(value, new Evidence(entry.Line, entry.Line, entry.Value)) : null).OfType<Stated<T>>()];

        public Stated<T>? One<T>(string key, Func<string, T?> read)
            where T : notnull => Many(key, read) is [var first, ..] ? first : null;

        public IReadOnlyList<Stated<T>> ManyOf<T>(string key, Func<T, string> nameOf)
            where T : struct, Enum =>
            [.. Many<string>(key, text => text).Select(said => (said.Evidence, Value: Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => nameOf(value!.Value) == said.Value))).Where(one => one.Value is not null).Select(one => new Stated<T>(one.Value!.Value, one.Evidence))];

        public Stated<T>? OneOf<T>(string key, Func<T, string> nameOf)
            where T : struct, Enum => ManyOf(key, nameOf) is [var first, ..] ? first : null;

        /// <summary>What a person wrote there in other words, as documents are read; null when the key is left out.</summary>
        public T? Said<T>(string key, T? read)
            where T : class => outline.FrontMatter.Entries.Any(entry => entry.Path == key && entry.Value.Length > 0) ? read : null;

        public Stated<NodaTime.LocalDate>? Day(string key) =>
            One(key, text => text) is { } said && LocalDatePattern.Iso.Parse(said.Value) is { Success: true, Value: var day } ? new(day, said.Evidence) : null;

        public IEnumerable<Skill> Skills(string key, SkillNeed need) => Many(key, text => text).Select(said => new Skill(said.Value, need, said.Evidence));

        public Stated<Experience>? Experience(string key) =>
            One(key, text => text) is { } said && ExperienceText.Read(said.Value) is { } experience ? new(experience, said.Evidence) : null;
    }
}
