namespace PostingsBot.Core.Vocabulary;

/// <summary>What a spelling needs to count.</summary>
internal enum SkillMark
{
    /// <summary>Nothing: no ordinary word is written so.</summary>
    None,

    /// <summary>Written in exactly this case; else a cue or a list.</summary>
    ThisCase,

    /// <summary>A capital at its beginning; else a cue or a list. In questions nothing.</summary>
    Capital,

    /// <summary>A cue word beside it, or a list of technologies around it.</summary>
    Cue,

    /// <summary>A list of technologies around it.</summary>
    ListOnly,
}

/// <summary>A spelling of a skill; without a skill, a phrase that hides the words in it.</summary>
internal sealed record SkillSpelling(SkillTerm? Skill, string Written, SkillMark Mark, string Where);

/// <summary>A spelling found at words <paramref name="First"/> to <paramref name="End"/> (exclusive).</summary>
internal readonly record struct FoundSkill(SkillSpelling Spelling, int First, int End);
