using System.Net.Mime;
using Microsoft.AspNetCore.Http.Features;
using PostingsBot.Dialogs;

namespace PostingsBot.Channels.DirectLine;

/// <summary>A message with files, as Web Chat uploads them: multipart/form-data, bounded in bytes and parts, held in memory for its turn only.</summary>
internal sealed record IncomingUpload(Activity Activity, UploadedFiles Files, DirectLineError? Error)
{
    private const string ActivityPart = "activity";
    private const string ActivityType = "application/vnd.microsoft.activity";
    private const int LongestName = 100;

    /// <summary>Beside the files: the activity and what a form may add.</summary>
    private const int OtherParts = 4;

    public static async Task<IncomingUpload> ReadAsync(HttpContext context, DirectLineOptions options)
    {
        if (context.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true)
            return Refused(DirectLineErrors.NotMultipart);
        var most = options.MaxUploadBytes + options.MaxBodyBytes;
        if (context.Request.ContentLength > most)
            return Refused(DirectLineErrors.FilesTooLarge(options.MaxUploadBytes));
        try
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
                size.MaxRequestBodySize = most;
            var form = new FormOptions { MemoryBufferThreshold = most, MultipartBodyLengthLimit = most, ValueCountLimit = options.MaxFiles + OtherParts, ValueLengthLimit = options.MaxBodyBytes };
            return await ReadAsync(await new FormFeature(context.Request, form).ReadFormAsync(context.RequestAborted), options, context.RequestAborted);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refused(DirectLineErrors.FilesTooLarge(options.MaxUploadBytes));
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            return Refused(DirectLineErrors.BadUpload);
        }
    }

    /// <summary>Names the files in the message, so that whoever looks at the conversation sees what was sent.</summary>
    public static Activity Attach(Activity activity, UploadedFiles files)
    {
        activity.Attachments = [.. files.Files.Select(file => new Attachment { ContentType = file.ContentType, Name = file.Name })];
        return activity;
    }

    private static async Task<IncomingUpload> ReadAsync(IFormCollection form, DirectLineOptions options, CancellationToken ct)
    {
        var (sent, rest) = (form.Files.Where(IsActivity).ToList(), form.Files.Where(file => !IsActivity(file)).ToList());
        if (rest.Count == 0)
            return Refused(DirectLineErrors.NoFile);
        if (rest.Count > options.MaxFiles)
            return Refused(DirectLineErrors.TooManyFiles(options.MaxFiles));
        if (rest.Sum(file => file.Length) > options.MaxUploadBytes)
            return Refused(DirectLineErrors.FilesTooLarge(options.MaxUploadBytes));
        var activity = new Activity(ActivityTypes.Message);
        if (sent.Count > 0)
        {
            if (sent[0].Length > options.MaxBodyBytes)
                return Refused(DirectLineErrors.TooLarge(options.MaxBodyBytes));
            if (IncomingActivity.Read(await BytesAsync(sent[0], ct), out var error) is not { } read)
                return Refused(error!);
            if (read.Type != ActivityTypes.Message)
                return Refused(DirectLineErrors.BadActivity("Files come with an activity of type message; this one has another."));
            activity = read;
        }

        var files = new List<UploadedFile>();
        foreach (var file in rest)
            files.Add(new(NameOf(file), file.ContentType ?? MediaTypeNames.Application.Octet, await BytesAsync(file, ct)));
        return new IncomingUpload(activity, new UploadedFiles(files), null);
    }

    private static IncomingUpload Refused(DirectLineError error) => new(new Activity(), UploadedFiles.None, error);

    private static bool IsActivity(IFormFile file) =>
        file.Name == ActivityPart || file.ContentType?.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase) == true;

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken ct)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }

    private static string NameOf(IFormFile file)
    {
        var name = new string([.. file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c))]).Trim();
        return name.Length switch { 0 => "file", > LongestName => name[^LongestName..], _ => name };
    }
}
