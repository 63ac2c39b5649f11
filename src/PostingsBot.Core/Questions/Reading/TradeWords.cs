using PostingsBot.Core.Text;
using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>
/// Words that name a trade, a skill, a level or a place: alone they never stand for the one employer whose longer name holds them ("crypto" for "Crypto Ape",
/// "lead" for "Lead Team").
/// </summary>
internal static class TradeWords
{
    /// <summary>Branches and other common parts of employers' names that are in no vocabulary.</summary>
    private static readonly HashSet<string> Branches =
    [
        .. ("data open global digital cloud smart united national american european international local public private first new "
            + "crypto cryptocurrency blockchain web3 defi nft fintech edtech insurtech proptech medtech biotech healthtech adtech martech agritech cleantech govtech legaltech regtech deeptech foodtech "
            + "saas ecommerce e-commerce b2b b2c igaming gaming games game casino gambling betting health healthcare medical pharma finance financial bank banking insurance investment trading travel tourism "
            + "food fashion beauty retail media music sport sports energy solar climate green security cyber cybersecurity mobile robotics drone space aerospace aviation automotive legal "
            + "education learning marketing sales design creative studio studios agency startup startups web tech technology software hardware internet network networks online social video "
            + "logistics shipping delivery construction manufacturing hospital hospitals school schools university college church office offices team research science engineering recruiting staffing "
            + "charity nonprofit nonprofits government defense defence telecom telecommunications publishing advertising accounting consulting hospitality restaurant hotel real estate").Split(' '),
    ];

    public static bool Is(string word)
    {
        if (word.Length < 2 || WordLists.IsStop(word) || Branches.Contains(word) || SkillVocabulary.Default.ByName(word) is not null)
            return true;
        var words = Words.Split(word);
        return Terms.Disciplines.Find(word, words).Count > 0 || Terms.TitleSeniorities.Find(word, words).Count > 0 || Terms.EmploymentTypes.Find(word, words).Count > 0
            || Terms.Workplaces.Find(word, words).Count > 0 || Terms.SpokenLanguages.Find(word, words).Count > 0 || AreaVocabulary.Default.Find(word, words, lenient: true).Count > 0;
    }
}
