using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>Terms that a vocabulary folds into a wider one, while a person who asks means just these: the title says them.</summary>
internal static class TitleTerms
{
    /// <summary>Roles for students, in whatever words.</summary>
    public static Constraint Student { get; } = new EitherConstraint([new TitleConstraint(["student"]), new TitleConstraint(["werkstudent"]), new TitleConstraint(["werkstudentin"]), new TitleConstraint(["hiwi"]), new TitleConstraint(["studentische", "hilfskraft"]), new TitleConstraint(["wissenschaftliche", "hilfskraft"]), new TitleConstraint(["etudiant"]), new TitleConstraint(["estudiante"])]) { Name = "student" };

    public static Constraint? Of(Part part) => part.Text switch
    {
        "principal" or "principals" or "principal level" => new TitleConstraint(["principal"]),
        "distinguished" => new TitleConstraint(["distinguished"]),
        "people manager" or "people managers" or "people management" => new EitherConstraint([new DisciplineConstraint(["engineering management"]), new TitleConstraint(["people", "manager"])]),
        "werkstudent" or "werkstudentin" or "werkstudenten" or "werkstudentinnen" or "working student" or "working students" =>
            new EitherConstraint([new TitleConstraint(["werkstudent"]), new TitleConstraint(["werkstudentin"]), new TitleConstraint(["working", "student"])]),
        "chief technology officer" or "chief technical officer" => Chiefs["cto"],
        var text when Chief(text) is { } chief => chief,
        "clt" or "pj" => new WordsConstraint([part.Text]),
        var text when part.Term is DisciplineConstraint && (text.EndsWith(" director", StringComparison.Ordinal) || text.EndsWith(" directors", StringComparison.Ordinal)) =>
            new TitleConstraint([.. text.TrimEnd('s').Split(' ')]),
        var text when part.Term is DisciplineConstraint { Profession: null, AnyOf: [var discipline] } trade && Titled.Contains(discipline) && NamesProfession(text) => trade with { Profession = text },
        _ => part.Term,
    };

    private static readonly Dictionary<string, EitherConstraint> Chiefs = new (string Short, string Of)[]
    {
        ("ceo", "executive"), ("cto", "technology technical"), ("cio", "information"), ("cfo", "financial finance"), ("coo", "operating operations"), ("cmo", "marketing medical"), ("cpo", "product people"),
        ("cro", "revenue risk"), ("ciso", "security"), ("cdo", "data digital"), ("chro", "human"), ("cco", "commercial customer compliance"),
    }.ToDictionary(
        chief => chief.Short,
        chief => new EitherConstraint([new TitleConstraint([chief.Short]), .. chief.Of.Split(' ').Select(of => new TitleConstraint(["chief", of]))]) { Name = chief.Short.ToUpperInvariant() },
        StringComparer.Ordinal);

    /// <summary>"CIO", "CTOs": titles write them out.</summary>
    public static Constraint? Chief(string word) => Chiefs.GetValueOrDefault(word.Length > 3 ? word.TrimEnd('s') : word);

    /// <summary>Disciplines of which one profession is not like another: a community manager is none of the marketing managers.</summary>
    private static readonly HashSet<string> Titled =
    [
        "sales", "marketing", "human resources", "finance", "legal", "administration", "operations", "writing", "education", "healthcare", "hospitality", "trades", "support", "customer success",
    ];

    private static bool NamesProfession(string text) => text.Contains(' ', StringComparison.Ordinal) && RoleWords.Default.NameRole(text, Words.Split(text));
}
