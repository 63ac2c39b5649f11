using NodaTime;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>The day the document says it was posted; else the day its file name begins with.</summary>
internal sealed class PostedStage : IStage<Stated<LocalDate>>
{
    private static readonly Label[] Labels = [Label.Posted, Label.Opened];

    public Verdict<Stated<LocalDate>> Read(RoleScope role, Findings found)
    {
        foreach (var label in Labels)
        {
            foreach (var value in role.LabelledAs(label))
            {
                if (DateReader.Read(value.Value) is { } date)
                    return Verdict<Stated<LocalDate>>.Found(new Stated<LocalDate>(date, value.Evidence));
            }
        }

        return FromFileName(role) is { } posted ? Verdict<Stated<LocalDate>>.Found(posted) : Verdict<Stated<LocalDate>>.None;
    }

    // Static site generators take the date from names like 2015-05-31-title.md; the evidence is the name, not a line.
    private static Stated<LocalDate>? FromFileName(RoleScope role)
    {
        var name = Path.GetFileName(role.Outline.File);
        if (!role.IsWhole || name.Length < 11 || name[10] is not ('-' or '_' or '.') || DateReader.Read(name[..10]) is not { } date)
            return null;
        return new Stated<LocalDate>(date, new Evidence(0, 0, name));
    }
}
