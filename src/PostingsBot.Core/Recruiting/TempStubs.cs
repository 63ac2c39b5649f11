using NodaTime;
using PostingsBot.Core.Postings;
namespace PostingsBot.Core.Recruiting;
public static class PasteReader { public static Paste Read(string text, string name) => throw new NotImplementedException(); public static Paste Read(ReadOnlySpan<byte> text, string name) => throw new NotImplementedException(); }
public static class CorrectionReader { public static Correction Read(string text, Posting current, LocalDate today) => throw new NotImplementedException(); }
public static class PostingWarnings { public static IReadOnlyList<Warning> Of(Posting p, string text, IReadOnlyList<Posting> l, LocalDate today) => throw new NotImplementedException(); }
