using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PostingsBot.Core.Parsing.Sections;
using PostingsBot.Core.Parsing.Stages;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Parsing;

/// <summary>Findings to postings, with ids that stay the same over re-imports.</summary>
internal sealed class PostingBuilder(string file)
{
    private readonly Dictionary<string, int> ordinals = new(StringComparer.Ordinal);

    public Posting? Build(RoleScope role, Findings found)
    {
        if (found.Title is not { } title)
            return null;
        return new Posting
        {
            Id = IdOf(title.Value),
            File = file,
            Title = title,
            Company = found.Company,
            Locations = found.Places?.Locations ?? [],
            Workplace = found.Workplace,
            RemoteWithin = found.Places?.RemoteWithin ?? [],
            EmploymentTypes = found.EmploymentTypes ?? [],
            Seniorities = found.Seniorities ?? [],
            Disciplines = found.Disciplines ?? [],
            Salaries = found.Salaries ?? [],
            Posted = found.Posted,
            ValidThrough = found.ValidThrough,
            ApplyUrl = found.ApplyUrl,
            Skills = found.Skills ?? [],
            Degree = found.Degree,
            Experience = found.Experience,
            Visa = found.Visa,
            TimeZones = found.TimeZones,
            Language = found.Language,
            Status = found.Status,
            Sections = [.. SectionText.ToSections([.. role.Sections, .. role.Shared?.Sections ?? []], title.Value), .. HeadSection.Of(role)],
        };
    }

    private string IdOf(string title)
    {
        var folded = Words.Fold(title);
        var ordinal = ordinals[folded] = ordinals.GetValueOrDefault(folded) + 1;
        var key = file + "\n" + folded + ordinal.ToString(CultureInfo.InvariantCulture);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..10];
    }
}
