using NodaTime;
using PostingsBot.Core.Digests;
using PostingsBot.Core.Questions;
using Destination = PostingsBot.Core.Digests.Destination;

namespace PostingsBot.Tests.Digests;

internal static class Examples
{
    public static Subscription Subscription(Rhythm rhythm, Instant since) => new()
    {
        Id = "00000000aa",
        Owner = new Owner("test", "anna"),
        Destination = new Destination("test", "anna", DestinationKind.Person),
        Question = new Question(Intent.FindRoles) { Constraints = [new SkillConstraint(["Rust"])] },
        Rhythm = rhythm,
        Progress = new Progress(since, null),
    };
}
