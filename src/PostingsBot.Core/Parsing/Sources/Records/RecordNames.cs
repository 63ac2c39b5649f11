using System.Text;
using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Parsing.Sources.Records;

/// <summary>The part of a place that a field holds.</summary>
internal enum PlacePart
{
    City,
    Region,
    Country,
}

/// <summary>Names of fields that programs write; what people write beside values stands in <see cref="LabelNames"/>.</summary>
internal static class RecordNames
{
    private static readonly Dictionary<string, Label> ByName = Build(
        (Label.Title, "job puestodetrabajo jobname vacancytitle openingtitle jobopeningname positionname rolename jobposition roletitle"),
        (Label.Company, "employername hiringcompany organizationname organisationname advertiser hiringorganisation hiringorganisationname jobcompanyname"
            + " companydisplayname brandname"),
        (Label.Location, "locationname jobgeo fulllocation locationstr joblocationname positionlocationdisplay candidatelocation locationdisplayname officelocation"),
        (Label.RemoteWithin, "locationrestrictions candidatelocationrestrictions remotecountries allowedcountries applicantlocationrequirementsname"),
        (Label.Remote, "isremote remoteallowed telecommuting remotework workfromhome allowsremote remoteonly fullyremote"),
        (Label.Workplace, "locationtype workmode workformat remotestatus remotetype remotepolicy workplacemodel onsiteremote workingmodel"),
        (Label.Employment, "jobtypes employmenttypes contracttime commitment typeofemployment employmentstatus contracttypes worktypes type employmenttypelabel"
            + " employmentform"),
        (Label.Level, "experiencelevel levels careerlevel seniorities joblevels joblevelname experiencelevellabel"),
        (Label.Salary, "salarytext salarydisplay salarystring paytext compensationtext salaryestimate payinfo salaryinfo compensationsummary"),
        (Label.SalaryMin, "minimumsalary salaryfrom paymin minpay compensationmin mincompensation salaryrangemin payrangemin salarylow minamount salaryminvalue"
            + " annualsalarymin salaryrangefrom compensationminvalue basesalaryminvalue salarysalaryfrom"),
        (Label.SalaryMax, "maximumsalary salaryto paymax maxpay compensationmax maxcompensation salaryrangemax payrangemax salaryhigh maxamount salarymaxvalue"
            + " annualsalarymax salaryrangeto compensationmaxvalue basesalarymaxvalue salarysalaryto"),
        (Label.SalaryCurrency, "currencycode salaryrangecurrency compensationcurrency paycurrency salarycurrencycode payrangecurrency salarysalarycurrency"),
        (Label.SalaryPeriod, "salaryinterval salaryrangeinterval compensationinterval payinterval salarytype salaryunit salaryrangeperiod payunit paytype"
            + " compensationperiod salarytimeframe salaryfrequency"),
        (Label.Posted, "publicationdate postingdate posteddate postdate datepublished firstpublished createdon creationdate listedat listingdate publishedon"
            + " releaseddate releasedate datecreated firstpublishedat firstseen epoch dateadded addedon publishat firstpublicationdate jobposteddate publicationstartdate positionstartdate dateposting pubdatetimestamp postedatdatetimeutc postedatdatetime postedattimestamp"),
        (Label.ValidThrough, "expiresat expireson expirationdate dateexpires validuntil closeson closingat applicationclosedate enddateapply publicationenddate expiry"),
        (Label.Apply, "applicationlinkurl careersapplyurl externalapplyurl applyurlexternal applicationform applyto applyonline"),
        (Label.Contact, "applicationemail applyemail contactemailaddress hremail"),
        (Label.Skills, "skill keyskills keywords techstacks requiredskillslist preferredskills techs"),
        (Label.Open, "isopened active listed"),
        (Label.Closed, "isclosed isexpired isfilled isarchived deactivated"));

    private static readonly HashSet<string> Links = Set(
        "url link href hostedurl absoluteurl redirecturl joblink jobposturl careersurl landingpage postingurl shortlink shorturl detailurl refslandingpage externalurl"
        + " publicurl positionuri applyuri joburi guid permalink pageurl canonicalurl linkhref listingurl");

    private static readonly HashSet<string> Bodies = Set(
        "description jobdescription descriptionhtml htmldescription content contents body details fulldescription descriptionplain jobdescriptionhtml"
        + " descriptiontext jobdetails text bodyhtml descriptionraw longdescription jobdescriptiontext contenthtml contenttext fulltext encoded");

    private static readonly HashSet<string> Excerpts = Set("excerpt snippet summary jobexcerpt shortdescription descriptionsnippet teaser subtitle jobsummary positionsummary descriptionshort");

    private static readonly HashSet<string> Sections = Set(
        "requirements responsibilities qualifications benefits nicetohave duties perks preferredqualifications minimumqualifications basicqualifications"
        + " requiredqualifications jobrequirements jobresponsibilities whatyoulldo aboutus aboutcompany companydescription offer weoffer aufgaben anforderungen profil tasks yourtasks yourprofile missions"
        + " mustrequirements musthaves requisitos educationrequirements experiencerequirements additionalinformation interviewprocess hiringprocess");

    private static readonly Dictionary<string, PlacePart> PlaceParts = new(StringComparer.Ordinal)
    {
        ["city"] = PlacePart.City, ["town"] = PlacePart.City, ["locality"] = PlacePart.City, ["addresslocality"] = PlacePart.City, ["cityname"] = PlacePart.City, ["jobcity"] = PlacePart.City,
        ["state"] = PlacePart.Region, ["region"] = PlacePart.Region, ["province"] = PlacePart.Region, ["addressregion"] = PlacePart.Region, ["jobstate"] = PlacePart.Region, ["statename"] = PlacePart.Region,
        ["country"] = PlacePart.Country, ["addresscountry"] = PlacePart.Country, ["countryname"] = PlacePart.Country, ["jobcountry"] = PlacePart.Country,
    };

    // Fields that only speak of people, their careers or their requests.
    private static readonly HashSet<string> People = Set(
        "firstname lastname surname fullname birthdate dateofbirth gender connectedon employeeid hiredate emailaddress phonenumber highlights gpa graduationyear resume resumeurl dateapplied password passwordhash username lastlogin isactive isstaff organizationid");

    public static Label? LabelOf(string path)
    {
        var name = Normalise(path);
        return ByName.TryGetValue(name, out var label) ? label : LabelNames.Of(name) ?? (WithoutJob(name) is { } rest ? LabelOf(rest) : null);
    }

    public static bool IsLink(string path) => Links.Contains(Normalise(path));

    public static bool IsBody(string path) => Bodies.Contains(Normalise(path));

    public static bool IsExcerpt(string path) => Excerpts.Contains(Normalise(path));

    public static bool IsSection(string path) => Sections.Contains(Normalise(path));

    public static bool IsOfPerson(string name) => People.Contains(Normalise(name));

    public static PlacePart? PlacePartOf(string name) => PlaceParts.TryGetValue(Normalise(name), out var part) ? part : null;

    /// <summary>Letters and digits, folded: "Job Title", "job_title" and "jobTitle" alike.</summary>
    public static string Normalise(string name)
    {
        var result = new StringBuilder(name.Length);
        foreach (var c in Words.Fold(name))
        {
            if (char.IsLetterOrDigit(c))
                result.Append(c);
        }

        return result.ToString();
    }

    // "job_apply_link" says no more than "apply_link".
    private static string? WithoutJob(string name) => name.Length > 5 && name.StartsWith("job", StringComparison.Ordinal) ? name[3..] : null;

    private static HashSet<string> Set(string names) => new(names.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private static Dictionary<string, Label> Build(params (Label Label, string Names)[] rows)
    {
        var names = new Dictionary<string, Label>(StringComparer.Ordinal);
        foreach (var (label, list) in rows)
        {
            foreach (var name in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                names.Add(name, label);
        }

        return names;
    }
}
