using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions.Saving;

/// <summary>Sentences about saved roles: "save this role", "bookmark the second", "my saved roles", "unsave it". Saved searches, drafts and files are others' business.</summary>
internal sealed class SavingReader
{
    private static readonly HashSet<string> Polite = [.. "please can could you would i want wanna to like hey hi hello bot ok okay now just then and also let me us".Split(' ')];

    private static readonly HashSet<string> Saves = ["save", "bookmark", "star", "favourite", "favorite", "watch", "follow"];

    private static readonly HashSet<string> Unsaves = ["unsave", "unbookmark", "unstar", "unfavourite", "unfavorite", "unwatch", "unfollow"];

    private static readonly HashSet<string> Removes = ["remove", "delete", "drop", "forget", "clear", "take", "empty"];

    private static readonly HashSet<string> Marked = ["saved", "bookmarked", "starred", "watched"];

    private static readonly HashSet<string> Marks = ["bookmark", "bookmarks", "favourites", "favorites", "watchlist", "shortlist"];

    private static readonly HashSet<string> RoleWords = ["role", "roles", "job", "jobs", "posting", "postings", "position", "positions", "list", "ones", "items"];

    private static readonly HashSet<string> Pointing = ["it", "this", "that", "one", "them", "these", "those", "both", "all", "role", "roles", "job", "jobs", "posting", "position", "first", "second", "third", "fourth", "fifth", "last"];

    private static readonly HashSet<string> Others = ["draft", "drafts", "search", "searches", "file", "alert", "alerts", "query", "pdf", "markdown", "template", "salary", "pay"];

    private static readonly HashSet<string> Asking =
        [.. "my the all show see view open list what which are is have i do did me us saved bookmarked starred watched so far please now give any got there give our roles role jobs job postings positions ones".Split(' ')];

    private readonly string text;
    private readonly IReadOnlyList<Word> words;
    private readonly int first;

    private SavingReader(string text)
    {
        this.text = text;
        words = Words.Split(text);
        while (first < words.Count && Polite.Contains(words[first].Folded))
            first++;
    }

    /// <param name="text">Cleaned.</param>
    /// <returns>The request and the words that say which role, "" when none do; null for any other sentence.</returns>
    public static (SavingRequest Request, string Which)? Read(string text)
    {
        var reader = new SavingReader(text);
        return reader.first >= reader.words.Count || reader.words.Any(word => Others.Contains(word.Folded)) ? null : reader.Read();
    }

    private (SavingRequest, string)? Read()
    {
        var verb = words[first].Folded;
        var rest = Enumerable.Range(first + 1, words.Count - first - 1).ToList();
        if (Unsaves.Contains(verb) || (Removes.Contains(verb) && NamesSaved()))
            return (new SavingRequest(SavingAction.Remove), Written(rest.Where(i => !IsOfList(i) && words[i].Folded is not ("all" or "of" or "everything"))));
        if (Saves.Contains(verb) && rest.Exists(i => Pointing.Contains(words[i].Folded) || char.IsAsciiDigit(words[i].Folded[0])))
            return (new SavingRequest(SavingAction.Save), Written(rest.Where(i => !IsOfList(i) && !IsForLater(i))));
        return NamesSaved() && words.Skip(first).All(word => Asking.Contains(word.Folded) || Marks.Contains(word.Folded)) ? (new SavingRequest(SavingAction.List), "") : null;
    }

    /// <summary>"Saved roles", "what have I saved", "bookmarks".</summary>
    private bool NamesSaved() =>
        words.Any(word => Marks.Contains(word.Folded))
        || Enumerable.Range(0, words.Count).Any(i => Marked.Contains(words[i].Folded) && (i + 1 == words.Count || RoleWords.Contains(words[i + 1].Folded) || words[first].Folded is "what" or "which" || Removes.Contains(words[first].Folded)));

    /// <summary>"from my saved roles", "to my bookmarks": the list, not a role of it.</summary>
    private bool IsOfList(int i) =>
        Marked.Contains(words[i].Folded) || Marks.Contains(words[i].Folded)
        || (words[i].Folded is "from" or "to" or "in" or "off" && i + 1 < words.Count && words.Skip(i + 1).Take(3).Any(word => Marked.Contains(word.Folded) || Marks.Contains(word.Folded)))
        || (words[i].Folded is "my" && i + 1 < words.Count && (Marked.Contains(words[i + 1].Folded) || Marks.Contains(words[i + 1].Folded)))
        || (RoleWords.Contains(words[i].Folded) && Marked.Contains(words[i - 1].Folded));

    /// <summary>"For later", "for me".</summary>
    private bool IsForLater(int i) => (words[i].Folded is "for" && i + 1 < words.Count && words[i + 1].Folded is "later" or "me") || (i > 0 && words[i - 1].Folded is "for" && words[i].Folded is "later" or "me");

    /// <summary>With what stands right before a word, for "#2".</summary>
    private string Written(IEnumerable<int> which) =>
        string.Join(' ', which.Select(i => (Start: words[i].Start > 0 && text[words[i].Start - 1] is '#' ? words[i].Start - 1 : words[i].Start, End: words[i].Start + words[i].Length)).Select(word => text[word.Start..word.End]));
}
