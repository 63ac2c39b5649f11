using PostingsBot.Core.Parsing.Labels;
using PostingsBot.Core.Postings;

namespace PostingsBot.Core.Parsing.Roles;

/// <summary>One of several roles of a document: its title, what its own line labels, and the blocks that speak of it alone, from First up to End.</summary>
internal sealed record RoleEntry(Stated<string> Title, IReadOnlyList<LabelledValue> Labels, int First, int End)
{
    /// <summary>Where the line names the employer as well.</summary>
    public Stated<string>? Company { get; init; }
}
