using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Tests.Vocabulary;

public class SkillVocabularyTests
{
    private static string Names(string text, bool lenient) =>
        string.Join(", ", SkillVocabulary.Default.Find(text, lenient).Select(m => m.Value.Name).Distinct());

    [Theory]
    [InlineData("ES6, Backbone, NodeJS, Jasmine, Express, Mongo, Redis, Meteor, Electron", "JavaScript, Backbone.js, Node.js, Jasmine, Express, MongoDB, Redis, Meteor, Electron")]
    [InlineData("AWS Elastic Beanstalk, S3, Cloudwatch.", "AWS Elastic Beanstalk, Amazon S3, Amazon CloudWatch")]
    [InlineData("Go or Python", "Go, Python")]
    [InlineData("experience with Go", "Go")]
    [InlineData("Go or Rust", "Go, Rust")]
    [InlineData("GitOps tooling for infrastructure automation e.g. Flux, ArgoCD", "GitOps, Flux, Argo CD")]
    [InlineData("golang, rust", "Go, Rust")]
    [InlineData("Backend Engineer - Go", "Go")]
    [InlineData("Go developer", "Go")]
    [InlineData("Swift Developer", "Swift")]
    [InlineData("written in C", "C")]
    [InlineData("R and Python", "R, Python")]
    [InlineData("C/C++", "C, C++")]
    [InlineData("Word, Excel and Google Docs", "Word, Excel, Google Docs")]
    [InlineData("designing REST APIs", "REST")]
    [InlineData("Non Django Python", "Django, Python")]
    [InlineData("ElasticSearch, MongoDB, AWS, Redis, cython, or numpy.", "Elasticsearch, MongoDB, AWS, Redis, Cython, NumPy")]
    [InlineData("Ruby, Python; C# and .NET", "Ruby, Python, C#, .NET")]
    [InlineData("CI/CD pipelines", "CI/CD")]
    [InlineData("SAP S/4HANA, ABAP", "SAP S/4HANA, ABAP")]
    [InlineData("JavaScript", "JavaScript")]
    [InlineData("AWS S3", "Amazon S3")]
    [InlineData("Go", "Go")]
    [InlineData("Tableau, CVS and LiDAR; CAD drawings", "Tableau, CVS, LiDAR, CAD")]
    public void Find_Technologies_AreFound(string text, string names) => Assert.Equal(names, Names(text, false));

    [Theory]
    [InlineData("go the extra mile")]
    [InlineData("We go the extra mile for Python")]
    [InlineData("Go ahead and express yourself")]
    [InlineData("ideas that spark joy")]
    [InlineData("the backbone of our economy")]
    [InlineData("the rest of the team has access to everything")]
    [InlineData("You excel in your word and react to change")]
    [InlineData("in December we remember")]
    [InlineData("our R&D and C-level people")]
    [InlineData("make time to learn in your slack time")]
    [InlineData("an elastic distributed infrastructure")]
    [InlineData("de R$ 1.500,00 a R$3.700,00, CAD $6,000")]
    [InlineData("join us in Spring 2025")]
    [InlineData("a meteor of a career, a flask of tea, helm of the ship")]
    [InlineData("please email CVs to us; we open our doors to everyone")]
    [InlineData("vous monterez très vite en compétences, cerner les besoins, un tableau de bord")]
    [InlineData("gostar de lidar com projetos, sem fins lucrativos, pós-graduação em engenharia informática")]
    [InlineData("The range is CAD 115,169 - CAD 138,203, up to $140k CAD")]
    [InlineData("Example Holdings plc, a place in San Carlos")]
    [InlineData("an entrance with shiny doors")]
    [InlineData("our office in Hong Kong; VA/VR flexível; Grado en Informática")]
    public void Find_OrdinaryWords_AreNoSkills(string text) =>
        Assert.DoesNotContain(SkillVocabulary.Default.Find(text), m => m.Value.Name is not ("Python" or "Distributed systems"));

    [Theory]
    [InlineData("golang jobs", "Go")]
    [InlineData("go jobs", "Go")]
    [InlineData("rust?", "Rust")]
    [InlineData("anything with tableau in chicago", "Tableau")]
    [InlineData("vite", "Vite")]
    [InlineData("k8s", "Kubernetes")]
    [InlineData("express", "Express")]
    [InlineData("ember dev", "Ember.js")]
    [InlineData("electron / desktop", "Electron")]
    [InlineData("senior backend, remote, go, americas", "Go")]
    [InlineData("remote go jobs", "Go")]
    [InlineData("vagas remotas para desenvolvedor go", "Go")]
    [InlineData("mongo jobs pls", "MongoDB")]
    [InlineData("c# devs wanted anywhere?", "C#")]
    [InlineData("nodejs + mongo + redis + aws, remote ok", "Node.js, MongoDB, Redis, AWS")]
    [InlineData("does it need excel", "Excel")]
    [InlineData("python but not go", "Python, Go")]
    [InlineData("any java openings?", "Java")]
    [InlineData("SAP / ABAP developer", "SAP, ABAP")]
    [InlineData("python/django, java spring", "Python, Django, Java, Spring")]
    public void Find_Questions_SkillsInLowerCase(string text, string names) => Assert.Equal(names, Names(text, true));

    [Theory]
    [InlineData("go ahead")]
    [InlineData("let's go")]
    [InlineData("can I go")]
    [InlineData("show me the rest of them")]
    [InlineData("I want to express interest")]
    [InlineData("what's next")]
    [InlineData("next")]
    [InlineData("I want to go remote")]
    [InlineData("do I have access to the office")]
    public void Find_QuestionsWithoutSkills_FindNone(string text) => Assert.Empty(Names(text, true));

    [Theory]
    [InlineData("k8s", "Kubernetes")]
    [InlineData("node.js", "Node.js")]
    [InlineData("nodejs", "Node.js")]
    [InlineData("postgres", "PostgreSQL")]
    [InlineData("go", "Go")]
    [InlineData("amazon lambda", "AWS Lambda")]
    public void ByName_AnySpelling_GivesTheSkill(string spelling, string name) => Assert.Equal(name, SkillVocabulary.Default.ByName(spelling)?.Name);

    [Theory]
    [InlineData("flurbo")]
    [InlineData("")]
    [InlineData("rest of")]
    public void ByName_UnknownName_GivesNull(string name) => Assert.Null(SkillVocabulary.Default.ByName(name));

    [Fact]
    public void All_Skills_HaveAKnownCategory()
    {
        string[] categories = ["language", "framework", "library", "database", "cloud", "infrastructure", "tool", "platform", "method", "protocol", "field", "os", "app"];
        Assert.All(SkillVocabulary.Default.All, s => Assert.Contains(s.Category, categories));
        Assert.True(SkillVocabulary.Default.All.Count >= 900);
    }
}
