namespace PostingsBot.Core.Questions.Recruiting;

/// <summary>
/// The forms of orders that change what a posting says, each with the correction it comes to. "{head}" is a field with the role it is of ("the Crunch salary"), "{role}" names a role,
/// "{value}" is left to the reader of corrections; in the correction "{head}" is the field alone.
/// </summary>
internal static class ChangeOrders
{
    private const string Set = "verb:raise|increase|bump|lift|lower|reduce|cut|decrease|drop|set|change|update|move|fix|correct|adjust|put|switch|make|shift|push";
    private const string Edit = "edit|update|change|correct|fix|amend|modify|revise";

    public static readonly IReadOnlyList<(OrderPattern Pattern, string Correction)> Forms =
    [
        .. new (string Form, string Correction)[]
        {
            ($"{Set} up|down|back? {{head}} up|down|back? joint:to|by|at|from|as {{value}}", "{verb} the {head} {joint} {value}"),
            ("rename|retitle {role} to|as|into {value}", "title: {value}"),
            ("change|update|set {role} title to|as {value}", "title: {value}"),
            ("{head} is|are now {value}", "{head} is {value}"),
            ("{head} now is|are|reads|says {value}", "{head} is {value}"),
            ("{head} should|must|needs|has|ought to? now? be|say|read|become {value}", "{head} is {value}"),
            ("{head} has|have|was|is|got? verb:changed|changes|moved|moves|goes|went|increased|rises|rose|raised|lowered|reduced|dropped|cut up|down? joint:to|by {value}", "{verb} the {head} {joint} {value}"),
            ("{role} is|are now {value}", "now {value}"),
            ("{role} now is|are {value}", "now {value}"),
            ("{role} is|are no longer {value}", "no longer {value}"),
            ("{role} isn't|is|are not? {value} anymore", "no longer {value}"),
            ("{role} now verb:pays|offers|requires|needs|closes|ends|starts {value}", "{verb} {value}"),
            ("{role} no longer verb:pays|offers|requires|needs {value}", "no longer {verb} {value}"),
            ("{role} doesn't|does|do not? verb:require|need|pay|offer {value} anymore", "no longer {verb} {value}"),
            ("{role} has|have|is|are? moved|moves|moving|relocated|relocates|relocating to {value}", "location: {value}"),
            ("{named} should|must|needs|has|ought to? now? be|become {value}", "now {value}"),
            ("{named} should|must|needs to? now? verb:pay|require|need|offer|close|end {value}", "{verb} {value}"),
            ("move|relocate {posting} to {value}", "location: {value}"),
            ("make {posting} {value}", "now {value}"),
            ("change|set|switch|turn|convert {posting} to|into|as {value}", "now {value}"),
            ("add|include|require {value} to|in|for|on|as {posting}", "add {value}"),
            ("remove|drop|delete|strike|take|cut {value} from|off|out|in|of of? {posting}", "drop {value}"),
            ("remove|drop|delete|strike {fieldof}", "no {head}"),
            ($"{Edit} {{posting}} with|so|that|and|as|to? {{value?}}", "{value}"),
            ($"{Set} {{fieldof}}", "{verb} the {head}"),
        }.Select(form => (new OrderPattern(form.Form), form.Correction)),
    ];

    /// <summary>Read only where postings were just spoken of.</summary>
    public static readonly IReadOnlyList<(OrderPattern Pattern, string Correction)> Spoken =
    [
        .. new (string Form, string Correction)[]
        {
            ("{head} is|are {value}", "{head} is {value}"),
            ("remove|drop|delete|strike {head}", "no {head}"),
            ($"{Set} {{head}}", "{verb} the {head}"),
            ("{role} is|are|it's {value}", "now {value}"),
            ("{role} verb:pays|requires|needs|closes|ends {value}", "{verb} {value}"),
        }.Select(form => (new OrderPattern(form.Form), form.Correction)),
    ];
}
