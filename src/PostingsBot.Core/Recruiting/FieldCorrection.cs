using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Recruiting;

/// <summary>The value that is given to a named field.</summary>
internal static partial class FieldCorrection
{
    private const int LongestTitle = 200;

    /// <param name="field">Which.</param>
    /// <param name="verb">"raise"; empty when there is none.</param>
    /// <param name="joint">"by", "to"; empty when there is none.</param>
    /// <param name="value">As written.</param>
    /// <param name="current">The posting as it reads now.</param>
    /// <param name="today">In the editor's zone.</param>
    public static FieldReading Read(RoleField field, string verb, string joint, string value, Posting current, LocalDate today)
    {
        value = value.Trim().Trim('"', '“', '”', '\'').Trim();
        if (value.Length == 0)
            return FieldReading.Problem(CorrectionWording.MissingValue(field));
        if (Nothing().IsMatch(value) && field is not RoleField.Visa and not RoleField.Degree)
            return TakeAway(field);
        return field switch
        {
            RoleField.Title => Title(value, current),
            RoleField.Pay => PayCorrection.Read(verb, joint, value, current),
            RoleField.Apply => Apply(value),
            RoleField.Posted => Day(field, value, today),
            RoleField.ValidThrough => joint is "by" && DayAhead.Span(Words.Split(value), 0) is { } span ? Later(span.Length, current) : Day(field, value, today),
            RoleField.Skills => SkillCorrection.Set(value),
            RoleField.Status => Status(value),
            RoleField.Seniority => TermCorrection.Read(value, current) is { } level && level.Fields.Contains(field) ? level : FieldReading.Problem(CorrectionWording.UnreadValue(field, value)),
            RoleField.Workplace => TermCorrection.Read(value, current) is { } way && way.Fields.Contains(field) ? way : FieldReading.Of(field, ParsedValue.OfKey("workplace", value), CorrectionWording.UnreadValue(field, value)),
            RoleField.EligibleFrom when Anywhere().IsMatch(value) => FieldReading.TakenAway(field),
            RoleField.EligibleFrom => FieldReading.Of(field, ParsedValue.OfRemoteWithin(value), CorrectionWording.UnreadValue(field, value)),
            RoleField.Employer => FieldReading.Of(field, ParsedValue.OfKey("company", value), CorrectionWording.UnreadValue(field, value)),
            RoleField.Location => FieldReading.Of(field, ParsedValue.OfKey("locations", value), CorrectionWording.UnreadValue(field, value)),
            RoleField.Employment => FieldReading.Of(field, ParsedValue.OfKey("employment_type", value), CorrectionWording.UnreadValue(field, value)),
            RoleField.Experience => FieldReading.Of(field, ParsedValue.OfLine(value.Contains("experience", StringComparison.OrdinalIgnoreCase) ? value : value + " of experience"), CorrectionWording.UnreadValue(field, value)),
            RoleField.TimeZones => Remark(field, value, "within the time zone "),
            RoleField.Degree => Remark(field, value, "degree: "),
            RoleField.Visa => Remark(field, value, "visa sponsorship: "),
            _ => FieldReading.Problem(CorrectionWording.UnreadValue(field, value)),
        };
    }

    public static FieldReading TakeAway(RoleField field) => field switch
    {
        RoleField.Title => FieldReading.Problem(CorrectionWording.NoTitle),
        RoleField.Status => FieldReading.Problem(CorrectionWording.NoStatus),
        _ => FieldReading.TakenAway(field),
    };

    /// <summary>An address to apply at: https or mail, nothing else.</summary>
    public static FieldReading Apply(string value)
    {
        var address = value.Trim('<', '>', '.', ',', ' ');
        var bar = address.IndexOf('|', StringComparison.Ordinal);
        address = bar > 0 ? address[..bar] : address;
        var isUsable = address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || Mail().IsMatch(address);
        return isUsable ? FieldReading.Of(RoleField.Apply, ParsedValue.OfKey("apply_url", address), CorrectionWording.NotHttps(value)) : FieldReading.Problem(CorrectionWording.NotHttps(value));
    }

    public static FieldReading Day(RoleField field, string value, LocalDate today)
    {
        var words = Words.Split(value);
        var from = 0;
        while (from < words.Count && words[from].Folded is "on" or "until" or "till" or "to" or "by" or "through" or "is" or "at" or "now")
            from++;
        if (DayAhead.At(value, words, from, today) is not { } day || day.End < words.Count)
            return FieldReading.Problem(CorrectionWording.UnreadValue(field, value));
        return Dated(field, day.Day, field is RoleField.ValidThrough && day.Day < today ? [CorrectionWording.Past(LocalDatePattern.Iso.Format(day.Day))] : []);
    }

    private static FieldReading Status(string value)
    {
        var status = value.Trim().Equals("open", StringComparison.OrdinalIgnoreCase) ? PostingStatus.Open : ParsedValue.OfKey("status", value)?.Status?.Value;
        return status is null ? FieldReading.Problem(CorrectionWording.UnreadValue(RoleField.Status, value)) : new FieldReading([RoleField.Status], PostingFields.Blank with { Status = new(status.Value, new Evidence(1, 1, "")) });
    }

    private static FieldReading Later(Period length, Posting current) =>
        current.ValidThrough is { } before ? Dated(RoleField.ValidThrough, before.Value + length, []) : FieldReading.Problem(CorrectionWording.NoDeadline);

    private static FieldReading Dated(RoleField field, LocalDate day, IReadOnlyList<string> notes)
    {
        var stated = new Stated<LocalDate>(day, new Evidence(1, 1, ""));
        return new FieldReading([field], field is RoleField.Posted ? PostingFields.Blank with { Posted = stated } : PostingFields.Blank with { ValidThrough = stated }) { Notes = notes };
    }

    /// <summary>A new title brings its level, where the level was the old title's.</summary>
    private static FieldReading Title(string value, Posting current)
    {
        if (value.Length > LongestTitle || ParsedValue.OfKey("title", value) is not { } read)
            return value.Length > LongestTitle ? FieldReading.Problem(CorrectionWording.UnreadValue(RoleField.Title, value))
                : new FieldReading([RoleField.Title], PostingFields.Blank with { Title = new(value, new Evidence(1, 1, "")) });
        var reading = new FieldReading([], PostingFields.Blank).And(read, RoleField.Title);
        var isOfTitle = current.Seniorities.Count == 0 || current.Seniorities.All(level => level.Evidence.FirstLine == current.Title.Evidence.FirstLine && level.Evidence.File == current.Title.Evidence.File);
        if (!isOfTitle || PostingFields.Text(RoleField.Seniority, read) == PostingFields.Text(RoleField.Seniority, current))
            return reading;
        var level = PostingFields.Text(RoleField.Seniority, read);
        return reading with
        {
            Fields = [.. reading.Fields, RoleField.Seniority],
            Values = PostingFields.Copy(RoleField.Seniority, read, reading.Values),
            Notes = [CorrectionWording.LevelOfTitle(level.Length == 0 ? "not stated" : level)],
        };
    }

    /// <summary>A remark in the recruiter's words, as a document would be read; a bare word is read behind the label.</summary>
    private static FieldReading Remark(RoleField field, string value, string label) =>
        FieldReading.Of(field, ParsedValue.OfLine(value) is { } read && PostingFields.Values(field, read).Count > 0 ? read : ParsedValue.OfLine(label + value), CorrectionWording.UnreadValue(field, value));

    [GeneratedRegex(@"^(none|nothing|not stated|unknown|n/?a|empty|removed|no|not given|unspecified|open-ended|-+|–)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"^(from )?(anywhere|worldwide|everywhere|the world|all over the world|no limits?)( in the world)?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Anywhere();

    [GeneratedRegex(@"^(mailto:)?[^\s@:/?&<>]+@[^\s@:/?&<>]+\.[^\s@:/?&<>]+$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Mail();
}
