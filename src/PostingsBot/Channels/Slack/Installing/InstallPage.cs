using System.Text;
using System.Text.Encodings.Web;

namespace PostingsBot.Channels.Slack.Installing;

/// <summary>A page with one sentence and one link.</summary>
internal sealed record InstallPage(int Status, string Title, string Text, string LinkText, string Link)
{
    public async Task WriteAsync(HttpContext http)
    {
        var html = $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Escaped(Title)}</title></head>
            <body><main><h1>{Escaped(Title)}</h1><p>{Escaped(Text)}</p><p><a href="{Escaped(Link)}">{Escaped(LinkText)}</a></p></main></body>
            </html>
            """;
        http.Response.StatusCode = Status;
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        // The page's own address holds the code.
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(html), http.RequestAborted);
    }

    private static string Escaped(string text) => HtmlEncoder.Default.Encode(text);
}
