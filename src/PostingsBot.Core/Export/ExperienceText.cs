using System.Globalization;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Export;

/// <summary>Years of experience as "5", "3-5" and "5+".</summary>
internal static class ExperienceText
{
    public static string Write(Experience experience) => experience.MaxYears switch
    {
        null => Number(experience.MinYears) + "+",
        { } max when max == experience.MinYears => Number(max),
        { } max => $"{Number(experience.MinYears)}-{Number(max)}",
    };

    /// <summary>Null when the text is anything else.</summary>
    public static Experience? Read(string text)
    {
        var parts = text.TrimEnd('+').Split('-');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var min))
            return null;
        if (text.EndsWith('+'))
            return new Experience(min, null);
        return parts.Length == 1 ? new Experience(min, min) : int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var max) ? new Experience(min, max) : null;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
