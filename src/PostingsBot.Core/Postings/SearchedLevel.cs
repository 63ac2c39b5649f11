namespace PostingsBot.Core.Postings;

/// <summary>The level a role is searched by: people who ask for junior roles mean entry level as well, and the other way round.</summary>
public static class SearchedLevel
{
    public static Seniority Of(Seniority stated) => stated is Seniority.Entry ? Seniority.Junior : stated;
}
