using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Answers;

/// <summary>About one employer: its document's opening, its roles, where it sends applicants.</summary>
internal sealed class CompanyAnswers(ICatalogue catalogue)
{
    public async Task<Outcome> OfAsync(Asked asked, CancellationToken ct)
    {
        if (asked.Question.Field is not null || asked.Question.Topic.Count > 0)
            return await new FactAnswers(catalogue).OfAsync(asked, ct);
        var target = asked.Question.Targets.Count > 0 ? asked.Question.Targets[0] : new Target.Focus();
        return await new TargetResolver(catalogue).ResolveAsync(target, asked, ct) switch
        {
            Resolved.Company company => General(asked, company),
            Resolved.Role { Posting.Company: { } company } when await new TargetResolver(catalogue).CompanyAsync(company.Value, ct) is Resolved.Company of => General(asked, of),
            Resolved.Missing(var what) => asked.Reply(MessageAnswers.Missing(what)),
            Resolved.Nothing => asked.Reply(MessageAnswers.Clarify(Wording.NothingListed)),
            _ => await new DetailAnswers(catalogue).OfAsync(asked, ct),
        };
    }

    public static Outcome General(Asked asked, Resolved.Company company)
    {
        var name = company.Employer.Name;
        var subject = company.Document ?? (company.Postings.Count > 0 ? Subject.Of(company.Postings[0]) : null);
        var about = CompanyOpening.Of(company.Document is { } own ? [own] : [.. company.Postings.Select(Subject.Of)], name);
        var answer = new CompanyAnswer([new EmployerRow(name, company.Postings.Count, company.Document is not null)])
        {
            Text = Wording.Company(name, company.Postings, company.Document?.Company?.CareersUrl?.Value),
            Quotes = about,
            Postings = company.Postings,
            Suggestions = Suggestions(name, company.Postings.Count, subject, asked),
        };
        return asked.Reply(answer, asked.Conversation with
        {
            Constraints = company.Postings.Count > 0 ? [new EmployerConstraint([name])] : asked.Conversation.Constraints,
            Employer = name,
            Role = company.Postings is [var only] && company.Document is null ? only.Id : null,
            Listed = [.. company.Postings.Select(p => p.Id)],
        });
    }

    /// <summary>An employer that is known but has no open role: where its document sends people instead.</summary>
    public static async Task<Answer> WithoutRolesAsync(ICatalogue catalogue, Employer employer, CancellationToken ct)
    {
        var document = employer.DocumentFile is { } file ? await catalogue.FindDocumentAsync(file, ct) : null;
        var careers = document?.Company?.CareersUrl;
        return new CompanyAnswer([new EmployerRow(employer.Name, 0, document is not null)])
        {
            Text = Wording.NoRoles(employer.Name) + (careers is null ? "" : Wording.SeeCareers(careers.Value)),
            Quotes = careers is null || document is null ? [] : [Show.Quote(document.File, careers.Evidence)],
            Total = 0,
            Suggestions = ["Which companies have roles?"],
        };
    }

    /// <summary>Only what the documents can answer.</summary>
    private static List<string> Suggestions(string name, int roles, Subject? subject, Asked asked)
    {
        var suggestions = new List<string>();
        if (roles > 0)
            suggestions.Add($"Tell me about the {name} role");
        if (subject is not null && FieldFacts.Of(subject, RoleField.Benefits, asked.Today).Count > 0)
            suggestions.Add($"What benefits does {name} offer?");
        return suggestions;
    }
}
