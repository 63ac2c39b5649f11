using NodaTime.Text;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Questions.Recruiting;

namespace PostingsBot.Tests.Questions.Recruiting;

/// <summary>A request as the tables of the tests write it: "Extend [employer:Crunch] until:2027-01-15".</summary>
internal static class RequestLine
{
    public static string Of(RecruitingRequest? request) => request is null ? "no order" : string.Join(' ', Parts(request));

    private static IEnumerable<string> Parts(RecruitingRequest request)
    {
        yield return request.Action.ToString();
        if (request.IsBulk)
            yield return "all";
        if (request.Target is { } target)
            yield return Of(target);
        if (request.Person is { } person)
            yield return person;
        if (request.Right is RecruitingRight.Admin)
            yield return "admin";
        if (request.Employers.Count > 0)
            yield return "for " + string.Join(" + ", request.Employers);
        if (request.Until is { } until)
            yield return "until:" + LocalDatePattern.Iso.Format(until);
        if (request.Longer is { } longer)
            yield return "longer:" + longer;
        if (request.PublishAt is { } at)
            yield return "at:" + LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Format(at);
        if (request.Text.Length > 0)
            yield return $"\"{request.Text}\"";
    }

    private static string Of(Target target) => target switch
    {
        Target.Focus => "it",
        Target.AllListed => "listed",
        Target.Ordinal(var number) => "#" + number,
        Target.Company(var name) => name,
        Target.Role(var id) => "role:" + id,
        Target.Described(var constraints) => $"[{string.Join(' ', constraints.Select(constraint => QuestionText.Of(constraint)))}]",
        _ => target.ToString(),
    };
}
