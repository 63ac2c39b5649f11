using NodaTime;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>The last day to apply: a label names it, else a sentence about applications.</summary>
internal sealed class ValidThroughStage : IStage<Stated<LocalDate>>
{
    private static readonly Cue ClosingCue = new(Closing, Patterns.AnyCase);

    public Verdict<Stated<LocalDate>> Read(RoleScope role, Findings found)
    {
        foreach (var value in role.LabelledAs(Label.ValidThrough))
        {
            if (DateReader.Read(value.Value, found.Language is { Value: not "en" }) is { } date)
                return Verdict<Stated<LocalDate>>.Found(new Stated<LocalDate>(date, value.Evidence));
        }

        foreach (var line in role.LinesWith(ClosingCue))
        {
            foreach (var match in ClosingCue.Matches(line))
            {
                if (DateReader.Read(Sentences.At(line.Text, match.Index), found.Language is { Value: not "en" }) is { } date)
                    return Verdict<Stated<LocalDate>>.Found(new Stated<LocalDate>(date, line.ToEvidence()));
            }
        }

        return Verdict<Stated<LocalDate>>.None;
    }

    private const string Closing = @"\b(applications? (will )?(close|closes|closing|end|ends)|applications? (must|should|need to) be (received|submitted)|applications? (are |is |will be )?(accepted|open) (until|through)|apply (by|before|until|no later than)|deadline (for|to|of) (applications?|apply\w*|submi\w+)|application deadline|closing date|bewerbungsfrist|bewerbungsschluss|bewerben sie sich bis|bewirb dich bis|bewerbung(en)? (bitte )?bis|date limite|candidatures? (sont )?(ouvertes |acceptées )?jusqu|postulez avant|fecha límite|plazo de (presentación|solicitud|candidatura)|inscrições até|candidaturas até|candidate-se até|prazo (para|de) (candidatura|inscriç)\w*|(send|submit|e-?mail) [^.]{0,90}\b(by|before|no later than) (?=\w+ \d|\d)|(env[íi](e|a|ar|en)|mand(e|a|ar)|postul\w+) [^.]{0,110}\bantes del? |(envoy|adress|transmett|postul)\w+ [^.]{0,90}\bavant le |(send|schick|bewirb|bewerb|richt)\w* [^.]{0,180}\bbis (zum |spätestens )?(?=\d))";
}
