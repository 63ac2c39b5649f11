namespace PostingsBot.Core.Vocabulary;

/// <summary>
/// A technology, method or field. Categories: language, framework, library, database, cloud, infrastructure, tool, platform, method, protocol,
/// field, os, app.
/// </summary>
public sealed record SkillTerm(string Name, string Category);
