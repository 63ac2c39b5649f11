using System.Globalization;
using NodaTime;

namespace PostingsBot.Configuration;

/// <summary>The keys of the section "PostingsBot:Recruiting": who may post and change roles in chat. Nobody by default.</summary>
internal sealed record RecruitingOptions
{
    private const string Section = PostingsBotOptions.Section + ":Recruiting";
    private const int MostPeople = 500;
    private const int MostHours = 24 * 365;

    /// <summary>Admins may change all roles, and say who else may.</summary>
    public IReadOnlyList<KnownPerson> Admins { get; init; } = [];

    public IReadOnlyList<KnownPerson> Recruiters { get; init; } = [];

    /// <summary>Whether what is posted in chat needs the yes of a second person first.</summary>
    public bool Approval { get; init; }

    /// <summary>For so long a change can be taken back; 0 never.</summary>
    public int UndoHours { get; init; } = 24;

    /// <summary>Where postings made in chat are written as files too; null for nowhere.</summary>
    public string? WriteBackFolder { get; init; }

    /// <summary>When people get the list of their open roles.</summary>
    public WeeklyHour WeeklyList { get; init; } = new(IsoDayOfWeek.Monday, new LocalTime(9, 0));

    /// <exception cref="ConfigurationErrorException">A key is unknown or wrong; the message names it.</exception>
    public static RecruitingOptions Read(IConfigurationSection section)
    {
        Known(section, typeof(RecruitingOptions).GetProperties().Select(property => property.Name));
        return new RecruitingOptions
        {
            Admins = People(section.GetSection(nameof(Admins)), areScoped: false),
            Recruiters = People(section.GetSection(nameof(Recruiters)), areScoped: true),
            Approval = OptionsReader.Flag(section, nameof(Approval), new RecruitingOptions().Approval),
            UndoHours = Hours(section),
            WriteBackFolder = Folder(section),
            WeeklyList = Weekly(section),
        };
    }

    private static int Hours(IConfigurationSection section) => section[nameof(UndoHours)] switch
    {
        null => new RecruitingOptions().UndoHours,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours <= MostHours => hours,
        var text => throw new ConfigurationErrorException(string.Create(CultureInfo.InvariantCulture, $"{Section}:{nameof(UndoHours)} is \"{text}\". Give whole hours from 0 (nothing can be taken back) to {MostHours}.")),
    };

    private static WeeklyHour Weekly(IConfigurationSection section) => section[nameof(WeeklyList)] switch
    {
        null => new RecruitingOptions().WeeklyList,
        var text when WeeklyHour.Read(text) is { } hour => hour,
        var text => throw new ConfigurationErrorException($"{Section}:{nameof(WeeklyList)} is \"{text}\". Give a day and an hour, such as \"Monday 09:00\", or \"off\"."),
    };

    private static string? Folder(IConfigurationSection section)
    {
        if (section[nameof(WriteBackFolder)] is not { } folder || string.IsNullOrWhiteSpace(folder))
            return null;
        return Directory.Exists(folder) ? folder : throw new ConfigurationErrorException($"{Section}:{nameof(WriteBackFolder)} names \"{folder}\", which is not there. Give a folder that exists, or leave it empty.");
    }

    private static List<KnownPerson> People(IConfigurationSection section, bool areScoped)
    {
        var entries = section.GetChildren().ToList();
        if (entries.Count > MostPeople)
            throw new ConfigurationErrorException(string.Create(CultureInfo.InvariantCulture, $"{section.Path} names {entries.Count} people. Name at most {MostPeople}; admins can name more in chat."));
        return [.. entries.Select(entry => KnownPerson.Read(entry, areScoped))];
    }

    internal static void Known(IConfigurationSection section, IEnumerable<string> keys)
    {
        var known = keys.ToList();
        if (section.GetChildren().FirstOrDefault(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new ConfigurationErrorException($"Unknown key {unknown.Path}. Known keys: {string.Join(", ", known)}.");
    }
}
