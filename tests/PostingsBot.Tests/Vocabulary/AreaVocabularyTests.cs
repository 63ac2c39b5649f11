using PostingsBot.Core.Vocabulary;

namespace PostingsBot.Tests.Vocabulary;

public class AreaVocabularyTests
{
    private static readonly AreaVocabulary Areas = AreaVocabulary.Default;

    private static string Codes(string text, bool lenient = false) => string.Join(' ', Areas.Find(text, lenient).Select(m => m.Value.Code));

    [Theory]
    [InlineData("San Francisco, CA", "US-CA/san-francisco")]
    [InlineData("Remote (US Only)", "US")]
    [InlineData("London, ON, Canada", "CA-ON/london")]
    [InlineData("London", "GB-ENG/london")]
    [InlineData("Portland, OR", "US-OR/portland")]
    [InlineData("Portland, Maine", "US-ME/portland")]
    [InlineData("Berlin, Germany or Paris", "DE-BE/berlin FR-IDF/paris")]
    [InlineData("München, Köln", "DE-BY/munich DE-NW/cologne")]
    [InlineData("Campinas/SP", "BR-SP/campinas")]
    [InlineData("Bangalore", "IN-KA/bengaluru")]
    [InlineData("NYC or SF", "US-NY/new-york US-CA/san-francisco")]
    [InlineData("New York, NY", "US-NY/new-york")]
    [InlineData("Washington, DC", "US-DC/washington")]
    [InlineData("Murrah, UT", "US-UT")]
    [InlineData("Lynnwood, WA", "US-WA")]
    [InlineData("Aberdeen, MD | Augusta, GA", "US-MD US-GA")]
    [InlineData("the Hanover, MD area", "US-MD")]
    [InlineData("in Paris, OR remote", "FR-IDF/paris")]
    [InlineData("Santa Clara", "US-CA/santa-clara")]
    [InlineData("Pará, Brazil", "BR-PA")]
    [InlineData("in Reading", "GB-ENG/reading")]
    [InlineData("Mobile, AL", "US-AL/mobile")]
    [InlineData("EU, LATAM and APAC", "EU LATAM APAC")]
    [InlineData("San Francisco Bay Area", "metro/bay-area")]
    [InlineData("Italy, Poland, Romania, Spain", "IT PL RO ES")]
    [InlineData("U.S. citizens", "US")]
    [InlineData("German companies", "DE")]
    [InlineData("work from anywhere", "WORLD")]
    [InlineData("台北市中山區", "TW/taipei")]
    public void Find_Places_AreFound(string text, string codes) => Assert.Equal(codes, Codes(text));

    [Theory]
    [InlineData("Contact us, join us")]
    [InlineData("ABOUT US")]
    [InlineData("Most of the time it is nice to have the best date")]
    [InlineData("Best practices. Reading code. Mobile developer")]
    [InlineData("Java, OR something else")]
    [InlineData("fluent German is a must")]
    [InlineData("a global company")]
    [InlineData("IT, HR, PR")]
    [InlineData("Bank of America and Morgan Stanley")]
    [InlineData("Para trabalhar com a gente")]
    [InlineData("experience in Mobile and Commerce")]
    public void Find_OrdinaryWords_AreNoPlaces(string text) => Assert.Empty(Codes(text));

    [Theory]
    [InlineData("anything in sf?", "US-CA/san-francisco")]
    [InlineData("remote jobs in the us", "US")]
    [InlineData("outside the us", "US")]
    [InlineData("which of the two is us only?", "US")]
    [InlineData("remote + python + permanent, not us-only", "US")]
    [InlineData("jobs in london, england please", "GB-ENG/london")]
    [InlineData("node.js roles in the bay area", "metro/bay-area")]
    [InlineData("austin, tx", "US-TX/austin")]
    [InlineData("react roles except germany", "DE")]
    [InlineData("how many jobs do you have in the uk?", "GB")]
    [InlineData("jobs in la", "US-CA/los-angeles")]
    public void Find_Questions_PlacesInLowerCase(string text, string codes) => Assert.Equal(codes, Codes(text, true));

    [Theory]
    [InlineData("tell us about the job")]
    [InlineData("can you show us jobs")]
    [InlineData("mobile developer jobs")]
    [InlineData("remote mobile jobs")]
    [InlineData("anything in mobile?")]
    [InlineData("most recent, nice to have")]
    [InlineData("is it remote or in office")]
    [InlineData("pay?")]
    [InlineData("de la empresa")]
    public void Find_QuestionsWithoutPlaces_FindNone(string text) => Assert.Empty(Codes(text, true));

    [Theory]
    [InlineData("metro/london", "GB-ENG/london", true)]
    [InlineData("EU", "DE-BY/munich", true)]
    [InlineData("US-CA", "US-CA/san-francisco", true)]
    [InlineData("metro/bay-area", "US-CA/palo-alto", true)]
    [InlineData("US", "metro/bay-area", true)]
    [InlineData("EUROPE", "EU", true)]
    [InlineData("EMEA", "DACH", true)]
    [InlineData("AMERICAS", "CA-ON/toronto", true)]
    [InlineData("LATAM", "BR", true)]
    [InlineData("NORTH-AMERICA", "US", true)]
    [InlineData("APAC", "IN", true)]
    [InlineData("WORLD", "EMEA", true)]
    [InlineData("WORLD", "TW/taipei", true)]
    [InlineData("DE", "DE", true)]
    [InlineData("EU", "GB", false)]
    [InlineData("EU", "NORDICS", false)]
    [InlineData("DE", "EU", false)]
    [InlineData("US", "unknown", false)]
    public void Contains_TwoAreas_KnowsWhichLiesInWhich(string outer, string inner, bool contains) => Assert.Equal(contains, Areas.Contains(outer, inner));

    [Fact]
    public void AncestorsAndSelf_City_NarrowestFirst() =>
        Assert.Equal(["US-CA/palo-alto", "metro/bay-area", "metro/silicon-valley", "US-CA", "US", "NORTH-AMERICA"], Areas.AncestorsAndSelf("US-CA/palo-alto").Take(6));

    [Theory]
    [InlineData("San Francisco, CA", "San Francisco", "California", "United States")]
    [InlineData("Berlin", "Berlin", "Berlin", "Germany")]
    [InlineData("münchen", "Munich", "Bavaria", "Germany")]
    [InlineData("US", null, null, "United States")]
    [InlineData("Canary Wharf, London, England", "London", "England", "United Kingdom")]
    [InlineData("38 Grosvenor Gardens London SW1W 0EB, United Kingdom", "London", "England", "United Kingdom")]
    [InlineData("Naperville, IL 60540", "Naperville", "Illinois", "United States")]
    [InlineData("Portugal/Lisboa", "Lisbon", null, "Portugal")]
    [InlineData("台北市中山區", "Taipei", null, "Taiwan")]
    [InlineData("東京都千代田区麹町２丁目５−１", "Tokyo", null, "Japan")]
    [InlineData("Paris Ouest", "Paris", "Île-de-France", "France")]
    [InlineData("Paris 10", "Paris", "Île-de-France", "France")]
    [InlineData("Bay Area", null, "San Francisco Bay Area", "United States")]
    [InlineData("Europe", null, null, null)]
    public void Resolve_PlaceText_GivesEnglishNames(string text, string? city, string? region, string? country)
    {
        var place = Areas.Resolve(text)!;
        Assert.Equal((text, city, region, country), (place.Text, place.City, place.Region, place.Country));
        Assert.NotNull(place.Area);
    }

    [Theory]
    [InlineData("US Only")]
    [InlineData("Elections Service Center")]
    [InlineData("London, Berlin")]
    [InlineData("Lisbon or Porto")]
    [InlineData("Remote")]
    [InlineData("")]
    public void Resolve_NoSinglePlace_GivesNull(string text) => Assert.Null(Areas.Resolve(text));
}
