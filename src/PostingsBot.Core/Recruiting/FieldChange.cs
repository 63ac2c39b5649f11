using PostingsBot.Core.Questions;

namespace PostingsBot.Core.Recruiting;

/// <summary>A field that reads otherwise than before; empty where it was or is not stated.</summary>
public sealed record FieldChange(RoleField Field, string Before, string After);
