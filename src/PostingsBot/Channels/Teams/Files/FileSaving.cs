using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using PostingsBot.BotSdk;
using PostingsBot.Cards;
using PostingsBot.Core.Answers;
using PostingsBot.Core.Export;
using PostingsBot.Core.Postings;
using PostingsBot.Core.Questions;
using PostingsBot.Dialogs;
using CardVerb = PostingsBot.Cards.CardAction;

namespace PostingsBot.Channels.Teams.Files;

/// <summary>"Save as file": a role as Markdown in the person's OneDrive, with their consent.</summary>
internal sealed class FileSaving(Assistant assistant, FileOffers offers, FileTransfer transfer, TimeProvider clock)
{
    private const string OfferField = "offer";
    private const int LongestName = 60;

    /// <summary>Asks whether the file may be saved.</summary>
    /// <returns>What to say to whoever pressed the button; null when it was another button.</returns>
    public async Task<Activity?> OfferAsync(ITurnContext context, CancellationToken ct)
    {
        var activity = context.Activity;
        if (ActivityValues.Verb(activity.Value) is not CardVerb.Save save)
            return null;
        if (!TeamsScope.IsTeams(activity) || !TeamsScope.IsPersonal(activity))
            return MessageFactory.Text(FileWording.OnlyInPersonalChat);
        if (await FindAsync(save.Id, activity, ct) is not { } posting)
            return MessageFactory.Text(FileWording.RoleGone);
        var token = await offers.MakeAsync(activity, posting.Id, ct);
        var consent = new FileConsentCard
        {
            Description = CardText.Cut(CardText.Plain(FileWording.Offer(posting)), 200),
            SizeInBytes = Bytes(posting).Length,
            AcceptContext = Context(token),
            DeclineContext = Context(token),
        };
        await context.SendActivityAsync(MessageFactory.Attachment(new Attachment { ContentType = FileConsentCard.ContentType, Name = NameOf(posting), Content = consent }), ct);
        return MessageFactory.Text(FileWording.OfferSent);
    }

    /// <summary>The person agreed: what the client sends along only says which offer is meant and where the bytes go.</summary>
    public async Task AcceptedAsync(ITurnContext context, FileConsentCardResponse response, CancellationToken ct)
    {
        var activity = context.Activity;
        if (await TakeAsync(activity, response, ct) is not { } role)
        {
            await SayAsync(context, FileWording.NoOffer, ct);
            return;
        }

        if (await FindAsync(role, activity, ct) is not { } posting)
        {
            await SayAsync(context, FileWording.RoleGone, ct);
            return;
        }

        if (!await transfer.UploadAsync(response.UploadInfo?.UploadUrl, Bytes(posting), ct))
        {
            await SayAsync(context, FileWording.NotUploaded, ct);
            return;
        }

        await SayAsync(context, FileWording.Saved(posting), ct);
        if (FileTransfer.IsFileStore(response.UploadInfo?.ContentUrl) && response.UploadInfo?.UniqueId is { Length: > 0 and <= 200 } id)
            await context.SendActivityAsync(MessageFactory.Attachment(CardOf(posting, response.UploadInfo.ContentUrl!, id)), ct);
    }

    public async Task DeclinedAsync(ITurnContext context, FileConsentCardResponse response, CancellationToken ct)
    {
        await TakeAsync(context.Activity, response, ct);
        await SayAsync(context, FileWording.Declined, ct);
    }

    private Task<string?> TakeAsync(Activity activity, FileConsentCardResponse response, CancellationToken ct) =>
        TeamsScope.IsTeams(activity) ? offers.TakeAsync(activity, ActivityValues.Field(response.Context, OfferField), ct) : Task.FromResult<string?>(null);

    private async Task<Posting?> FindAsync(string id, Activity activity, CancellationToken ct)
    {
        var question = new Question(Intent.Detail) { Targets = [new Target.Role(id)] };
        return (await assistant.AnswerAsync(question, Conversation.Empty, AskDialog.Today(activity, clock), ct)).Answer is DetailAnswer detail ? detail.Posting : null;
    }

    private static Task SayAsync(ITurnContext context, string words, CancellationToken ct) => context.SendActivityAsync(MessageFactory.Text(CardText.Markdown(words)), ct);

    private static Attachment CardOf(Posting posting, string contentUrl, string id) => new()
    {
        ContentType = FileInfoCard.ContentType,
        ContentUrl = contentUrl,
        Name = NameOf(posting),
        Content = new FileInfoCard { UniqueId = id, FileType = "md" },
    };

    private static object Context(string token) => ActivityValues.CardContent(new JsonObject { [OfferField] = token });

    private static byte[] Bytes(Posting posting) => Encoding.UTF8.GetBytes(PostingMarkdown.Write(posting));

    /// <summary>"senior-backend-engineer-harbour-labs.md".</summary>
    private static string NameOf(Posting posting)
    {
        var words = new StringBuilder();
        foreach (var c in $"{posting.Title.Value} {posting.Company?.Value}".ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c))
                words.Append(c);
            else if (words.Length > 0 && words[^1] != '-')
                words.Append('-');
            if (words.Length >= LongestName)
                break;
        }

        var name = words.ToString().TrimEnd('-');
        return (name.Length > 0 ? name : "role-" + posting.Id) + ".md";
    }
}
