using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Sources.Data;

/// <summary>Structured data as far as it could be read. Syntax: what it is written in, for remarks ("JSON").</summary>
internal sealed record DataTree(string Syntax, DataNode Root, Diagnostic? Problem);
