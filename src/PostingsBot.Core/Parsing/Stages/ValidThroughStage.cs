using NodaTime;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>The last day to apply, where a label names it.</summary>
internal sealed class ValidThroughStage : IStage<Stated<LocalDate>>
{
    public Verdict<Stated<LocalDate>> Read(RoleScope role, Findings found)
    {
        foreach (var value in role.LabelledAs(Label.ValidThrough))
        {
            if (DateReader.Read(value.Value, found.Language is { Value: not "en" }) is { } date)
                return Verdict<Stated<LocalDate>>.Found(new Stated<LocalDate>(date, value.Evidence));
        }

        return Verdict<Stated<LocalDate>>.None;
    }
}
