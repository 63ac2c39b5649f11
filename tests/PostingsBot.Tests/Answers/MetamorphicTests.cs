using PostingsBot.Core.Answers;
using PostingsBot.Core.Catalogue;
using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Answers;

/// <summary>How answers to related questions relate, over generated roles and questions: no expected list is written down, so the questions may be any.</summary>
public sealed class MetamorphicTests
{
    private const int Roles = 60;

    private static readonly MemoryCatalogue Catalogue = GeneratedRoles.Catalogue(seed: 7, Roles);

    private static readonly (string One, string Other)[] Synonyms =
    [
        ("PostgreSQL jobs", "postgres jobs"), ("Kubernetes jobs", "k8s jobs"), ("Go jobs", "golang jobs"), ("JavaScript jobs", "js jobs"), ("senior jobs", "sr jobs"),
        ("frontend jobs", "front end jobs"), ("frontend jobs", "FE jobs"), ("backend jobs", "back-end roles"), ("data engineering jobs", "data eng roles"), ("devops jobs", "DevOps positions"),
        ("jobs in Munich", "jobs in München"), ("jobs in San Francisco", "jobs in SF"), ("jobs in Germany", "jobs in Deutschland"), ("jobs in the United States", "jobs in the US"),
        ("jobs in the United States", "jobs in the USA"), ("remote jobs", "remote positions"), ("remote jobs", "wfh jobs"), ("contract jobs", "freelance jobs"), ("part-time jobs", "part time work"),
        ("jobs over 100k EUR", "jobs over €100,000"), ("jobs over 100k EUR", "jobs paying more than 100000 euros"), ("python jobs", "python vacancies"), ("python jobs", "Python Stellen"),
        ("remote python jobs", "vagas remotas de python"), ("python jobs in Berlin", "Python Stellen in Berlin"), ("python jobs in Paris", "offres python à Paris"), ("java jobs in London", "trabajos de java en Londres"),
        ("jobs at Meadow", "Meadow jobs"), ("junior jobs", "entry level jobs"), ("remote jobs from Germany", "remote jobs I can do from Germany"), ("jobs without Python", "non Python jobs"),
        ("jobs without Python", "jobs excluding Python"), ("jobs except Meadow", "jobs not at Meadow"), ("jobs with Python and Go", "jobs that need both Python and Go"), ("Python or Go jobs", "jobs with either Python or Go"),
    ];

    private static readonly string[] Polite = ["Hello! Could you please show me {0}? Thank you!", "hi, {0} pls", "I'd like to see {0}, thanks", "can you find me {0}?", "{0} please", "do you have any {0}"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    public static TheoryData<string, string> SynonymRows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var (one, other) in Synonyms)
                rows.Add(one, other);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task AddingAConstraint_NeverAddsARole(int seed)
    {
        var question = GeneratedQuestion.Of(new Random(seed), least: 2);
        var all = await FoundAsync(question.Text);

        for (var part = 0; part < question.Count; part++)
            Assert.Superset(all, await FoundAsync(question.Without(part).Text));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task SayingAConstraintLater_IsSayingItAtOnce(int seed)
    {
        var question = GeneratedQuestion.Of(new Random(seed), least: 2);
        var said = question.Behind.Count > 0 ? question.Behind[^1] : question.Before[^1];

        Assert.Equal(await FoundAsync(question.Text), await FoundAsync(question.Without(question.Count - 1).Text, "only " + said));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task ChipRemoved_IsTheQuestionWithoutIt(int seed)
    {
        var question = GeneratedQuestion.Of(new Random(seed), least: 2);
        var talk = new Talk(Catalogue);
        var chips = (await talk.SayAsync(question.Text)).Chips;

        Assert.True(question.Count == chips.Count, question.Text + " => " + string.Join(", ", chips.Select(c => c.Label)));
        for (var part = 0; part < question.Count; part++)
            Assert.Equal(await FoundAsync(question.Without(part).Text), await FoundAsync(question.Text, "drop " + chips[part].Label));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task OrderCaseAndPoliteness_ChangeNothing(int seed)
    {
        var random = new Random(seed);
        var question = GeneratedQuestion.Of(random, least: 1);
        var found = await FoundAsync(question.Text);

        string[] same =
        [
            question.Shuffled(random).Text, question.Text.ToUpperInvariant(), question.Text.ToLowerInvariant() + "??",
            Polite[random.Next(Polite.Length)].Replace("{0}", question.Text, StringComparison.Ordinal),
        ];

        foreach (var text in same)
            Assert.True(found.SetEquals(await FoundAsync(text)), $"“{text}” is not “{question.Text}”");
    }

    [Theory]
    [MemberData(nameof(SynonymRows))]
    public async Task Synonym_ChangesNothing(string one, string other) => Assert.Equal(await FoundAsync(one), await FoundAsync(other));

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task ExcludedAndTakenBack_IsAsBefore(int seed)
    {
        var random = new Random(seed);
        var question = GeneratedQuestion.Of(random, least: 1);
        var skill = GeneratedRoles.Skills[random.Next(GeneratedRoles.Skills.Length)];
        var found = await FoundAsync(question.Text);

        Assert.Equal(found, await FoundAsync(question.Text, "without " + (question.Before.Contains(skill) ? "Cobol" : skill), "undo"));
        Assert.Equal(await FoundAsync("jobs with " + skill), await FoundAsync("jobs not without " + skill));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task WithAndWithout_AreTheWholeAndShareNothing(int seed)
    {
        var random = new Random(seed);
        var question = GeneratedQuestion.Of(random, least: 1);
        var skill = GeneratedRoles.Skills.Except(question.Before).ElementAt(random.Next(5));
        var with = await FoundAsync(question.Text, "only " + skill);
        var without = await FoundAsync(question.Text, "without " + skill);

        Assert.True(!with.Overlaps(without), $"{question.Text} / {skill}");
        Assert.Equal(await FoundAsync(question.Text), [.. with.Union(without)]);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task AnyOfTwo_IsTheUnion(int seed)
    {
        var random = new Random(seed);
        foreach (var (form, values) in new[] { ("{0} jobs", GeneratedRoles.Skills), ("jobs in {0}", GeneratedRoles.Places), ("jobs at {0}", GeneratedRoles.Employers), ("{0} jobs", ["senior", "junior", "remote", "backend", "contract"]) })
        {
            var two = values.OrderBy(_ => random.Next()).Take(2).ToList();
            HashSet<string> union = [.. await FoundAsync(Say(two[0])), .. await FoundAsync(Say(two[1]))];

            Assert.Equal(union, await FoundAsync(Say($"{two[0]} or {two[1]}")));

            string Say(string value) => form.Replace("{0}", value, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Pages_ShowEachRoleOnce(int seed)
    {
        var question = GeneratedQuestion.Of(new Random(seed), least: 1).Text;
        var talk = new Talk(Catalogue);
        var answer = await talk.SayAsync(question);
        var shown = answer.Postings.Select(p => p.Id).ToList();
        while (answer is RoleListAnswer { HasMore: true })
        {
            answer = await talk.SayAsync("more");
            shown.AddRange(answer.Postings.Select(p => p.Id));
        }

        Assert.Equal((await FoundAsync(question)).Count, shown.Count);
        Assert.Equal(shown.Count, shown.Distinct().Count());
    }

    /// <summary>The roles that the conversation's last search means, all pages together.</summary>
    private static async Task<SortedSet<string>> FoundAsync(params string[] turns)
    {
        var talk = new Talk(Catalogue);
        foreach (var turn in turns)
            await talk.SayAsync(turn);
        var page = await Catalogue.SearchAsync(new Search(SearchText.MatchOf(talk.Conversation.Constraints), SearchOrder.Relevance, Roles), CancellationToken.None);
        return new SortedSet<string>(page.Postings.Select(p => p.Id), StringComparer.Ordinal);
    }
}
