using PostingsBot.Core.Questions.Reading;

namespace PostingsBot.Core.Questions;

/// <summary>How a text was read: cleaned and mended, cut into parts with what each may mean, decided.</summary>
public sealed record ReadingTrace(string Read, IReadOnlyList<TracedPart> Parts, Question Question)
{
    /// <summary>The decision on one line: <c>FindRoles skill:Python remote from:DE -limited:US</c>.</summary>
    public string Decided => QuestionText.Of(Question);
}

/// <summary>Words of the text and all that the vocabularies say of them; empty for words that carry nothing.</summary>
public sealed record TracedPart(string Words, IReadOnlyList<string> Meanings)
{
    internal static TracedPart Of(Part part)
    {
        var meanings = new List<string>();
        if (part.Term is { } term)
            meanings.Add(QuestionText.Of(term));
        if (part.AsSkill is { } skill)
            meanings.Add("or " + QuestionText.Of(skill));
        if (part.Area is { } area)
            meanings.Add("area:" + area.Code);
        if (part.Employer is { } employer)
            meanings.Add("employer:" + employer);
        if (part.Ordinal is { } ordinal)
            meanings.Add("ordinal:" + ordinal);
        meanings.AddRange(part.Said.SelectMany(said => said.Names).Distinct(StringComparer.Ordinal));
        if (part.IsUnknown)
            meanings.Add("unknown");
        return new TracedPart(part.Text, meanings);
    }
}
