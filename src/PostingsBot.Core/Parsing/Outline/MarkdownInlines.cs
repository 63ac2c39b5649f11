using Markdig.Syntax.Inlines;
using PostingsBot.Core.Parsing.Text;

namespace PostingsBot.Core.Parsing.Outline;

/// <summary>Markdig's inlines, with the HTML tags among them, as text and links.</summary>
internal sealed class MarkdownInlines(SourceText source, InlineText text)
{
    public void Visit(ContainerInline? container)
    {
        if (container is null)
            return;
        foreach (var inline in container)
        {
            var line = source.LineAt(Math.Clamp(inline.Span.Start, 0, Math.Max(0, source.Value.Length - 1)));
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan(), line);
                    break;
                case LineBreakInline:
                    text.Break();
                    break;
                case CodeInline code:
                    text.Append(code.Content, line);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan(), line);
                    break;
                case AutolinkInline auto:
                    text.EnterLink(auto.IsEmail ? "mailto:" + auto.Url : auto.Url, line);
                    text.Append(auto.Url, line);
                    text.LeaveLink();
                    break;
                case LinkInline { IsImage: true }:
                    break;
                case LinkInline link:
                    text.EnterLink(link.GetDynamicUrl?.Invoke() ?? link.Url ?? "", line);
                    Visit(link);
                    text.LeaveLink(Descriptions(link).FirstOrDefault());
                    break;
                case EmphasisInline { DelimiterChar: '~' } struck:
                    text.EnterStruck();
                    Visit(struck);
                    text.LeaveStruck();
                    break;
                case EmphasisInline { DelimiterCount: >= 2 } bold:
                    text.EnterBold();
                    Visit(bold);
                    text.LeaveBold();
                    break;
                case HtmlInline html:
                    VisitTag(html.Tag, line);
                    break;
                case DelimiterInline delimiter:
                    text.Append(delimiter.ToLiteral(), line);
                    Visit(delimiter);
                    break;
                case ContainerInline inner:
                    Visit(inner);
                    break;
            }
        }
    }

    private static IEnumerable<string> Descriptions(LinkInline link) =>
        link.OfType<LinkInline>().Where(inner => inner.IsImage).Select(image => string.Concat(image.OfType<LiteralInline>().Select(l => l.Content.ToString())));

    private void VisitTag(string tag, int line)
    {
        switch (InlineTag.NameOf(tag))
        {
            case "br" or "/br" or "p" or "/p" or "div" or "/div" or "li" or "summary" or "/summary":
                text.Break();
                break;
            case "b" or "strong":
                text.EnterBold();
                break;
            case "/b" or "/strong":
                text.LeaveBold();
                break;
            case "s" or "del" or "strike":
                text.EnterStruck();
                break;
            case "/s" or "/del" or "/strike":
                text.LeaveStruck();
                break;
            case "a":
                text.EnterLink(InlineTag.Attribute(tag, "href") ?? "", line);
                break;
            case "button" when InlineTag.Clicked(InlineTag.Attribute(tag, "onclick")) is { } url:
                text.EnterLink(url, line);
                break;
            case "/a" or "/button":
                text.LeaveLink();
                break;
        }
    }
}
