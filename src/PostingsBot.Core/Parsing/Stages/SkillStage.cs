using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Parsing.Outline;
using PostingsBot.Core.Parsing.Sections;
using PostingsBot.Core.Parsing.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Parsing.Stages;

/// <summary>Technologies and methods with the need that title, section and sentence give them; the strongest need of a skill stays.</summary>
internal sealed class SkillStage : IStage<IReadOnlyList<Skill>>
{
    private const int MaxLine = 20_000;

    /// <summary>Letters of a value that is a technology's name and nothing else ("go"), in whatever case.</summary>
    private const int LongestTag = 12;

    private static readonly Cue PreferredCue = new(Preferred, Patterns.AnyCase);
    private static readonly Cue HiringCue = new(Hiring, Patterns.AnyCase);
    private static readonly Cue MustHaveCue = new(MustHave, Patterns.AnyCase);
    private static readonly Cue NotRequiredCue = new(NotRequired, Patterns.AnyCase);
    private static readonly Cue AddressCue = new(Address, Patterns.AnyCase);

    public Verdict<IReadOnlyList<Skill>> Read(RoleScope role, Findings found)
    {
        var skills = new Dictionary<string, Skill>(StringComparer.Ordinal);
        var denied = new Dictionary<string, Evidence>(StringComparer.Ordinal);
        if (found.Title is { } title)
            Keep(skills, SkillVocabulary.Default.Find(title.Value), SkillNeed.Required, title.Evidence);
        foreach (var section in role.Sections)
        {
            foreach (var line in section.Lines)
            {
                if (Named(line, out var text) is not { Count: > 0 } named)
                    continue;
                Keep(skills, named, NeedOf(section.Kind, text), line.ToEvidence());
                KeepDenied(denied, named, text, line.ToEvidence());
            }
        }

        foreach (var (name, evidence) in denied.Where(pair => skills.GetValueOrDefault(pair.Key) is { Need: SkillNeed.Required } required && required.Evidence == found.Title?.Evidence))
            skills[name] = new Skill(name, SkillNeed.Mentioned, evidence);

        foreach (var value in role.LabelledAs(Label.Skills).Where(value => value.IsField))
            Keep(skills, SkillVocabulary.Default.Find(value.Value, lenient: value.Value.Length <= LongestTag), SkillNeed.Mentioned, value.Evidence);
        // Livewire, Heron's neighbour, is an agency: a technology of the employer's own name is one only where the role asks for it.
        if (found.Company is { } company && SkillVocabulary.Default.ByName(company.Value) is { } own && skills.GetValueOrDefault(own.Name) is { Need: SkillNeed.Mentioned })
            skills.Remove(own.Name);
        return skills.Count == 0 ? Verdict<IReadOnlyList<Skill>>.None : Verdict<IReadOnlyList<Skill>>.Found([.. skills.Values]);
    }

    /// <summary>All technologies of the blocks as mentioned ones: the tools of a company document.</summary>
    public static IReadOnlyList<Skill> Mentioned(IReadOnlyList<Block> blocks)
    {
        var skills = new Dictionary<string, Skill>(StringComparer.Ordinal);
        foreach (var line in blocks.Lines())
        {
            if (Named(line, out _) is { Count: > 0 } named)
                Keep(skills, named, SkillNeed.Mentioned, line.ToEvidence());
        }

        return [.. skills.Values];
    }

    private static IReadOnlyList<TermMatch<SkillTerm>> Named(OutlineLine line, out SharedText text)
    {
        text = AddressCue.Replace(line, " ");
        if (text.Value.Length > MaxLine)
            text = new SharedText(text.Value[..MaxLine]);
        var written = text.Value;
        var named = SkillVocabulary.Default.Find(written, text.Words);
        return named.Any(m => IsDenied(written, m.Start)) ? [.. named.Where(m => !IsDenied(written, m.Start))] : named;
    }

    /// <summary>"Non-Django code bases" are no work with Django.</summary>
    private static bool IsDenied(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd(" -‑");
        return before.Length < at && before.EndsWith("non", StringComparison.OrdinalIgnoreCase) && (before.Length == 3 || !char.IsLetter(before[^4]));
    }

    /// <summary>"Experience with robotics isn't required": what the title names is not asked for then.</summary>
    private static void KeepDenied(Dictionary<string, Evidence> denied, IReadOnlyList<TermMatch<SkillTerm>> named, SharedText text, Evidence evidence)
    {
        if (NotRequiredCue.Match(text) is not { Success: true } remark)
            return;
        var start = text.Value.AsSpan(0, remark.Index).LastIndexOfAny(".!?;") + 1;
        foreach (var match in named.Where(match => match.Start >= start && match.Start < remark.Index + remark.Length))
            denied.TryAdd(match.Value.Name, evidence);
    }

    private static void Keep(Dictionary<string, Skill> skills, IReadOnlyList<TermMatch<SkillTerm>> named, SkillNeed need, Evidence evidence)
    {
        foreach (var match in named)
        {
            if (!skills.TryGetValue(match.Value.Name, out var known) || need < known.Need)
                skills[match.Value.Name] = new Skill(match.Value.Name, need, evidence);
        }
    }

    private static SkillNeed NeedOf(SectionKind kind, SharedText text)
    {
        if (kind is SectionKind.NiceToHave || PreferredCue.IsMatch(text))
            return SkillNeed.Preferred;
        return kind is SectionKind.Requirements || HiringCue.IsMatch(text) || MustHaveCue.IsMatch(text) ? SkillNeed.Required : SkillNeed.Mentioned;
    }

    private const string Preferred = @"\b(nice[- ]to[- ]have|bonus|a plus|big plus|preferred|^ideally|desirable|would be (great|nice|helpful)|is an advantage|de préférence|un plus|von vorteil|wünschenswert|diferencial|desejável|deseable)\b|加分|尚可";

    private const string Hiring = @"\b(looking for|seeking|searching for) .{0,80}\b(developers?|engineers?|programmers?)\b";

    private const string MustHave = @"\b(must[- ]have|required|you (must )?have|proficien\w+ (in|with)|years? (of )?(professional )?experience|obrigatório|zwingend)\b";

    private const string NotRequired = @"\b(isn['’]?t|is not|aren['’]?t|are not|not)( \w+){0,1} (required|needed|necessary|mandatory)\b|\bno (prior |previous )?[^.!?;]{0,60}\b(experience|knowledge)( is)? (required|needed|necessary)\b|\b(nicht|keine) [^.!?;]{0,40}(erforderlich|notwendig|vorausgesetzt)\b";

    private const string Address = @"https?://\S+|[\w.+-]+@[\w-]+\.[\w.-]+";
}
