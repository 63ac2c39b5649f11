using PostingsBot.Channels.Teams.Files;
using PostingsBot.Configuration;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Answers.Recruiting;
using PostingsBot.Core.Catalogue;
using PostingsBot.Core.Parsing;
using PostingsBot.Recruiting.After;
using PostingsBot.Recruiting.Drafting;
using PostingsBot.Recruiting.Rights;
using PostingsBot.Recruiting.Updating;
using PostingsBot.Storage.Recruiting;

namespace PostingsBot.Recruiting;

/// <summary>The parts of the talk of recruiters, put together.</summary>
/// <param name="Talk">Answers them.</param>
/// <param name="Publishing">Publishes drafts.</param>
/// <param name="Book">Keeps drafts.</param>
internal sealed record RecruitingDesk(RecruitingTalk Talk, Publishing Publishing, DraftBook Book)
{
    /// <param name="stores">Where roles, drafts, rights and the audit are kept.</param>
    /// <param name="catalogue">What is searched.</param>
    /// <param name="assistant">Reads questions.</param>
    /// <param name="options">Who may.</param>
    /// <param name="identity">Who is who.</param>
    /// <param name="reach">Waits until searches see a change; false when that takes too long.</param>
    /// <param name="page">Whom the bot knows on its chat page.</param>
    /// <param name="lookUp">Finds members on Teams; null asks Teams.</param>
    /// <param name="places">Remembers where recruiters are reached; null where nobody is told anything.</param>
    /// <param name="pages">Brings pages that recruiters give the address of; null opens none.</param>
    public static RecruitingDesk Over(
        RecruitingStores stores, ICatalogue catalogue, Assistant assistant, RecruitingOptions options, Identity identity, Func<long, CancellationToken, Task<bool>> reach, PagePeople page = PagePeople.Nobody,
        LookUpMember? lookUp = null, OwnerPlaces? places = null, FileTransfer? pages = null)
    {
        var book = new DraftBook(stores.Drafts);
        var pointer = new RolePointer(catalogue);
        var whoMay = new WhoMay(options, stores.Grants, page);
        var desk = new PostingDesk(book, new PostingPreview(pointer, options));
        var publishing = new Publishing(book, whoMay, stores.Edits, options);
        var finder = new RoleFinder(pointer, stores.Edits, stores.Audit);
        var drafts = new DraftTalk(book, desk, new PublishingDesk(book, desk, publishing, options, reach), pages);
        var updates = new UpdateTalk(stores.Edits, finder, new UpdateDesk(finder, stores.Edits, stores.Audit, book, reach), new HistoryDesk(stores.Edits, stores.Audit, options, reach), desk, new NoticeActions(stores.Edits, reach));
        var rights = new RightsDesk(whoMay, stores.Grants, new MentionedPeople(lookUp ?? MentionedPeople.AskTeamsAsync));
        return new RecruitingDesk(new RecruitingTalk(assistant, identity, whoMay, drafts, updates, rights, places), publishing, book);
    }
}
