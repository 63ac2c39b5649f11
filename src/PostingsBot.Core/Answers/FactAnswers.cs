using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Core.Questions.Reading;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Answers;

/// <summary>One question about one role or employer: a field with its line, else a passage, else "not stated".</summary>
internal sealed class FactAnswers(ICatalogue catalogue)
{
    private const int MostSubjects = 4;
    private const int MostPassages = 50;

    public async Task<Outcome> OfAsync(Asked asked, CancellationToken ct)
    {
        asked = asked with { Conversation = asked.Conversation with { Field = asked.Question.Field } };
        var target = asked.Question.Targets.Count > 0 ? asked.Question.Targets[0] : new Target.Focus();
        return await new TargetResolver(catalogue).ResolveAsync(target, asked, ct) switch
        {
            Resolved.Role(var posting) => OfRole(asked, posting, await DocumentOfAsync(posting, ct)),
            Resolved.Company company => OfCompany(asked, company),
            Resolved.Several(var postings, <= MostSubjects) when asked.Question.Field is not null || postings.Any(p => SubjectFacts.Of(Subject.Of(p), asked) is not null) => OfSeveral(asked, postings),
            Resolved.Several(var postings, _) => asked.Reply(MessageAnswers.WhichOf(postings), asked.Conversation with { Listed = [.. postings.Select(p => p.Id)] }),
            Resolved.Missing(var what) => asked.Reply(MessageAnswers.Missing(what)),
            _ => await AnywhereAsync(asked, ct) ?? asked.Reply(MessageAnswers.Clarify(Wording.NothingToPointAt(asked.Conversation.Listed.Count))),
        };
    }

    /// <summary>Asked of nothing in particular: the passage of the whole catalogue that answers, if one does.</summary>
    private async Task<Outcome?> AnywhereAsync(Asked asked, CancellationToken ct)
    {
        if (asked.Question is not { Field: null, Topic.Count: > 0 } q || (q.Topic.Count == 1 && WordLists.IsOrdinary(Words.Fold(q.Topic[0]))))
            return null;
        var stems = q.Topic.SelectMany(word => Words.Split(word)).Select(w => w.Stem).Distinct(StringComparer.Ordinal).ToList();
        var hits = await catalogue.PassagesAsync(stems, MostPassages, ct);
        var sections = hits.Select(h => h.Section with { Passages = [h.Passage] }).ToList();
        if (Passages.Find(sections, q.Topic, QuestionWords.WantsNumber(q.Text), Passages.ThresholdAnywhere) is not [var (section, passage), ..])
            return null;
        var file = hits[sections.IndexOf(section)].File;
        var document = await catalogue.FindDocumentAsync(file, ct);
        var name = document?.Company?.Name?.Value ?? (document?.Postings is [var posting, ..] ? Show.Name(posting) : file);
        FactRow[] facts = [new FactRow(section.Heading, passage.Text, Show.Quote(file, passage))];
        return asked.Reply(new FactAnswer(name, facts)
        {
            Text = Wording.Fact(name, facts),
            Quotes = [Show.Quote(file, passage)],
        });
    }

    private static Outcome OfRole(Asked asked, Posting posting, Subject? document)
    {
        var role = Subject.Of(posting);
        var next = asked.Conversation with { Role = posting.Id, Employer = posting.Company?.Value };
        var found = Each(asked, role, one => SubjectFacts.Of(role, one) ?? (document is not null && SubjectFacts.EmployerMayAnswer(one.Question) ? SubjectFacts.Of(document, one) : null));
        var answer = found ?? SubjectFacts.NotStated(role, asked);
        return asked.Reply(posting.IsOpen || asked.Question.Field is RoleField.Status ? answer : answer with { Text = answer.Text + Wording.NotOpen(posting) }, next);
    }

    private static Outcome OfCompany(Asked asked, Resolved.Company company)
    {
        var roles = company.Postings.Select(Subject.Of);
        Subject[] document = company.Document is { } d ? [d] : [];
        List<Subject> subjects = SubjectFacts.EmployerMayAnswer(asked.Question) ? [.. document, .. roles] : [.. roles, .. document];
        var next = asked.Conversation with { Employer = company.Employer.Name, Role = company.Postings is [var only] && company.Document is null ? only.Id : null };
        if (subjects.Count == 0)
            return asked.Reply(MessageAnswers.Missing(company.Employer.Name), next);
        if (Titled(company.Postings, asked.Question.Topic) is { } titled)
        {
            asked = asked with { Question = asked.Question with { Topic = [] } };
            subjects = [Subject.Of(titled), .. subjects.Where(s => s.Posting != titled)];
        }

        var answering = subjects.Find(subject => SubjectFacts.Of(subject, asked) is not null) ?? subjects[0];
        if (Each(asked, answering with { Name = company.Employer.Name }, one => SubjectFacts.Of(answering, one) ?? subjects.Select(subject => SubjectFacts.Of(subject, one)).FirstOrDefault(answer => answer is not null)) is { } found)
            return asked.Reply(found, answering.Posting is { } posting ? next with { Role = posting.Id } : next);

        return asked.Reply(SubjectFacts.NotStated(subjects[0] with { Name = company.Employer.Name }, asked), next);
    }

    /// <summary>"The founder's associate at Heron": the employer's only role of that title, where the question says nothing else.</summary>
    private static Posting? Titled(IReadOnlyList<Posting> postings, ValueList<string> topic)
    {
        var stems = topic.SelectMany(word => Words.Split(word)).Select(w => w.Stem).ToList();
        return stems.Count > 1 && postings.Where(p => Words.Split(p.Title.Value).Select(w => w.Stem).ToList() is var title && stems.TrueForAll(title.Contains)).ToList() is [var only] ? only : null;
    }

    /// <summary>Asked about a short list: each role's fact, or that none states it.</summary>
    private static Outcome OfSeveral(Asked asked, IReadOnlyList<Posting> postings)
    {
        var answers = postings.Select(Subject.Of).Select(role => Each(asked, role, one => SubjectFacts.Of(role, one))).ToList();
        if (answers.TrueForAll(a => a is null))
        {
            var what = SubjectFacts.What(asked.Question);
            return asked.Reply(new NotStatedAnswer(Show.Count(postings.Count, "role", "roles"), what) { Text = Wording.NotStatedByAny(postings.Count, what), Postings = postings });
        }

        var rows = postings.Zip(answers, (p, a) => new FactRow(Show.Name(p), a is null ? null : ValueOf(a), a?.Quotes.Count > 0 ? a.Quotes[0] : null)).ToList();
        var answer = new FactAnswer(Show.Count(postings.Count, "role", "roles"), rows)
        {
            Text = string.Join(" ", rows.Select(r => r.Value is null ? Wording.NotStated(r.Label, SubjectFacts.What(asked.Question)) : Wording.Sentence($"{r.Label}: {r.Value}"))),
            Quotes = [.. answers.OfType<Answer>().SelectMany(a => a.Quotes.Take(2))],
            Postings = postings,
        };
        return asked.Reply(answer);
    }

    /// <summary>All the fields that were asked for in one answer, each with its line or "not stated"; null when none of them is stated.</summary>
    private static Answer? Each(Asked asked, Subject subject, Func<Asked, Answer?> find)
    {
        var first = find(asked);
        if (asked.Question.Also.Count == 0)
            return first;
        var asks = asked.Question.Also.Select(field => asked with { Question = asked.Question with { Field = field, Also = [], About = null, SkillCategory = null, Topic = [] } }).Prepend(asked).ToList();
        var answers = asks.Select((one, i) => (Answer: i == 0 ? first : find(one), What: SubjectFacts.What(one.Question))).ToList();
        if (answers.TrueForAll(one => one.Answer is null))
            return null;
        var stated = answers.Select(one => one.Answer).OfType<FactAnswer>().ToList();
        var told = stated.Count > 1 && stated.TrueForAll(fact => fact.Verdict is null && fact.Subject == stated[0].Subject)
            ? [Wording.Fact(stated[0].Subject, [.. stated.SelectMany(fact => fact.Facts)])]
            : answers.Select(one => one.Answer?.Text).OfType<string>();
        return new FactAnswer(subject.Name, [.. answers.SelectMany(one => one.Answer is FactAnswer fact ? fact.Facts : [new FactRow(one.What, null, null)])])
        {
            Text = string.Join(" ", told.Concat(answers.Where(one => one.Answer is null).Select(one => Wording.NotStated(subject.Name, one.What)))),
            Quotes = [.. answers.SelectMany(one => one.Answer?.Quotes ?? []).DistinctBy(quote => (quote.Line, quote.Text))],
            Postings = [.. answers.SelectMany(one => one.Answer?.Postings ?? []).DistinctBy(posting => posting.Id)],
        };
    }

    private static string ValueOf(Answer answer) => answer is FactAnswer fact
        ? string.Join("; ", fact.Facts.Select(f => f.Value).Prepend(fact.Verdict?.TrimEnd('.')).OfType<string>().Distinct().Take(3))
        : answer.Text;

    private async Task<Subject?> DocumentOfAsync(Posting posting, CancellationToken ct)
    {
        if (posting.Company is not { Value: var name })
            return null;
        return await new TargetResolver(catalogue).CompanyAsync(name, ct) is Resolved.Company { Document: { } document } ? document : null;
    }
}
