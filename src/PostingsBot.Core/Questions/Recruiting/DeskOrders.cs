namespace PostingsBot.Core.Questions.Recruiting;

/// <summary>The forms of orders that name no role of the catalogue.</summary>
internal static class DeskOrders
{
    private const string Nouns = "role|job|position|posting|opening|vacancy|ad|advert|listing|req|requisition";
    private const string NounsMany = "roles|jobs|positions|postings|openings|vacancies|ads|adverts|listings|posts|reqs";
    private const string Show = "show|list|see|view|display|check|give|get|find|open|what|what's|which|where";

    /// <summary>Tried in this order; "{pasted}" is what was pasted behind the order.</summary>
    public static readonly IReadOnlyList<(RecruitingAction Action, OrderPattern Pattern)> Forms =
    [
        .. new (RecruitingAction Action, string Form)[]
        {
            (RecruitingAction.Post, $"post|create|publish|advertise|upload|submit a|an|another|one|new|some more|another|new? new? {Nouns}|description|{NounsMany} description|posting|ad|opening?"),
            (RecruitingAction.Post, $"add|start|open|enter a|an|another|new new? {Nouns}|{NounsMany} description|posting|ad|opening?"),
            (RecruitingAction.Post, "post|advertise|publish jobs|roles|job|role|postings|openings"),
            (RecruitingAction.Post, $"i|we have|got|want a|an new {Nouns} opening|description|posting? to? post|advertise|publish|fill|add?"),
            (RecruitingAction.Post, "new posting"),
            (RecruitingAction.Post, "new job|role posting|description|ad|advert"),
            (RecruitingAction.Post, "post|advertise|upload|add this|these"),
            (RecruitingAction.Post, "post|advertise|upload|publish|add the following"),
            (RecruitingAction.Post, $"post|publish|add|upload|advertise this|these|the following|new? {Nouns}|{NounsMany}|jd|description"),
            (RecruitingAction.Post, $"post|publish|add|upload|advertise this|these|the following|new? {Nouns}|{NounsMany}|jd|description description|posting|ad|opening? {{pasted}}"),
            (RecruitingAction.Post, $"post|publish|add a|an|another|new? new? {Nouns} description|posting? {{pasted}}"),
            (RecruitingAction.Post, $"here|here's is? a|an|the|our|my new? {Nouns}|jd description|posting|ad|opening? to? post|publish|advertise? {{pasted?}}"),
            (RecruitingAction.Post, $"how do|can i|we post|add|publish|advertise a|an|my|our new? {Nouns}"),
            (RecruitingAction.MyRoles, $"{Show} me? are|is? all? of? my|mine|our own|open|closed|active|current|posted|published|live? {NounsMany}"),
            (RecruitingAction.MyRoles, $"all? my own|open|closed|active|current|posted|published|live? {NounsMany}"),
            (RecruitingAction.MyRoles, $"{Show} me? all? the? {NounsMany} are|is? that? are|is? mine"),
            (RecruitingAction.MyRoles, $"{Show} me? all? the? {NounsMany} that|which? do|did|have? i|i've have? posted|published|own|manage|created|added|post|publish|created|made"),
            (RecruitingAction.MyRoles, $"{NounsMany} that? i|i've have? posted|published|own|manage|created|added"),
            (RecruitingAction.MyRoles, "what|which have i|we posted|published"),
            (RecruitingAction.MyDrafts, $"{Show} me? are|is? all? of? my|our|the unpublished|saved|scheduled? drafts|draft {NounsMany}?"),
            (RecruitingAction.MyDrafts, $"all? my|our? unpublished|saved|scheduled? drafts"),
            (RecruitingAction.MyDrafts, $"{Show} all? unpublished|saved? drafts"),
            (RecruitingAction.MyDrafts, $"my|our draft|unpublished|scheduled {NounsMany}"),
            (RecruitingAction.MyDrafts, "do i have any? drafts"),
            (RecruitingAction.MyDrafts, $"{Show} me? my|our? scheduled|unpublished posts|postings|drafts"),
            (RecruitingAction.SaveDraft, "save|keep|store|leave it|this|that|the|my|posting|role|changes? posting|role? as|for|in a|my? draft|drafts|later for? later?"),
            (RecruitingAction.SaveDraft, "save|keep|store the|my|this|a draft|it? for? later?"),
            (RecruitingAction.SaveDraft, "save draft"),
            (RecruitingAction.SaveDraft, "make it|this a draft"),
            (RecruitingAction.SaveDraft, "back to draft"),
            (RecruitingAction.Discard, "discard|scrap|bin|trash|delete|remove|cancel the|my|this|that|it last|current? draft|posting|preview"),
            (RecruitingAction.Discard, "throw the|my|this draft|posting away|out"),
            (RecruitingAction.Discard, "throw away|out the|my|this draft|posting"),
            (RecruitingAction.Publish, $"publish the|my|this|that draft|posting|role|it|job|changes|change? {{when?}}"),
            (RecruitingAction.Publish, $"publish|schedule it|this|that|them {{when?}}"),
            (RecruitingAction.Publish, $"schedule the|my|this draft|posting|role|publication|job {{when}}"),
            (RecruitingAction.Publish, "publish {when?}"),
            (RecruitingAction.Recruiters, "who are all? the|our|your? recruiters|admins|administrators|editors here?"),
            (RecruitingAction.Recruiters, "who is|are|else? a? allowed|permitted|able to post|publish|edit|close|change|update roles|jobs|postings|here?"),
            (RecruitingAction.Recruiters, "who can|may|could post|publish|edit|close|change|update|manage a? roles|jobs|postings|role|job|posting|here|them|these|those? here?"),
            (RecruitingAction.Recruiters, "who is|are a|an recruiter|admin|administrator here?"),
            (RecruitingAction.Recruiters, "who can|may|could edit|change|close|update|publish this|the|these|that role|job|posting|roles"),
            (RecruitingAction.Recruiters, "which people can|may post|publish|edit roles|jobs|postings|here?"),
            (RecruitingAction.Recruiters, "show|list|see|view|display|name me? all? the|our|your? recruiters|admins|administrators and|recruiters|admins? admins|recruiters?"),
            (RecruitingAction.Recruiters, "list|show of? recruiters|admins"),
            (RecruitingAction.Recruiters, "who is|are|has a|an|the? recruiter|admin|administrator|recruiters|admins rights|access here?"),
            (RecruitingAction.ExportMyData, "export|download|send|give|show|get|email|request me? a? copy|export? of? all|the? of? my personal|own|stored|saved? data|information|details"),
            (RecruitingAction.ExportMyData, "export|download|get|show me? all|the? data|information|everything that? you have|store|keep|hold|know|saved|stored about|on|of me"),
            (RecruitingAction.ExportMyData, "what|which personal? data|information|details? do|did|have you have|know|store|keep|hold|stored|saved|got about|on|of me"),
            (RecruitingAction.ForgetMe, "forget|erase|delete|remove me completely|entirely|from|and? your|the? system|database|records|everything|all? about|data? me?"),
            (RecruitingAction.ForgetMe, "delete|erase|remove|forget|wipe|clear all|the? of? my personal|own|stored|saved? data|information|details|account|records"),
            (RecruitingAction.ForgetMe, "delete|erase|remove|forget|wipe all|everything|the|any data|information|details? that? you|is? have|know|store|stored? about|on me"),
        }.Select(form => (form.Action, new OrderPattern(form.Form))),
    ];
}
