using NodaTime;
using PostingsBot.Core.Parsing;
using PostingsBot.Core.Postings;
namespace PostingsBot.Core.Recruiting;
public static class PasteReader {
 public static Paste Read(string text, string name) => Read(System.Text.Encoding.UTF8.GetBytes(text), name);
 public static Paste Read(ReadOnlySpan<byte> text, string name) { if (text.Length > 200*1024) return new Paste.NotAPosting(NoPosting.TooLong, "more than 200 KB"); var d = new DocumentParser().Parse(name, text); return d.Postings.Count > 0 ? new Paste.Roles(d) : new Paste.NotAPosting(NoPosting.NoRole, "no role in it"); } }
public static class PostingWarnings { public static IReadOnlyList<Warning> Of(Posting p, string text, IReadOnlyList<Posting> l, LocalDate today) => []; }
