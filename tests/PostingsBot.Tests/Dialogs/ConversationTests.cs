using PostingsBot.Tests.Support;

namespace PostingsBot.Tests.Dialogs;

/// <summary>
/// What people say and press, and what the bot replies. "&gt;" is said, "!" is a pressed button's data, "&lt;" are parts of the reply and "~" are parts it must not have.
/// </summary>
public sealed class ConversationTests
{
    public static TheoryData<string, string> Scripts => new()
    {
        {
            "a list, a refinement, a role of the list",
            """
            > remote roles
            < Senior Backend Engineer | Data Engineer
            ~ Frontend Developer
            > only with Go
            < Senior Backend Engineer | remote, Go | roles/harbour.md:4
            ~ Data Engineer
            > drop the workplace
            < Senior Backend Engineer
            """
        },
        {
            "a fact, then the same of another",
            """
            > how much does Harbour Labs pay?
            < 70,000 | 90,000 | roles/harbour.md:6
            > and Meadow?
            < 150,000 | roles/meadow.md:5
            """
        },
        {
            "the button that asks",
            """
            ! {"verb":"ask","say":"Python jobs"}
            < Data Engineer
            ~ Frontend Developer
            """
        },
        {
            "the button for a role's details, and what is then meant by it",
            """
            ! {"verb":"detail","id":"aaaaaaaaa2"}
            < Frontend Developer | Meadow | React
            > does it need React?
            < React | roles/meadow.md:7
            """
        },
        {
            "the button that removes a constraint",
            """
            > remote Go jobs
            < Senior Backend Engineer
            ~ Data Engineer
            ! {"verb":"drop","key":"Skill:Go"}
            < Senior Backend Engineer | Data Engineer
            """
        },
        {
            "the button for similar roles",
            """
            ! {"verb":"similar","id":"aaaaaaaaa1"}
            < Data Engineer
            """
        },
        {
            "the button that compares",
            """
            ! {"verb":"compare","ids":["aaaaaaaaa1","aaaaaaaaa2"]}
            < Harbour Labs | Meadow | remote | onsite
            """
        },
        {
            "more before anything was asked",
            """
            ! {"verb":"more"}
            < 3 roles in the catalogue
            """
        },
        {
            "a role that is gone",
            """
            ! {"verb":"detail","id":"zzzzzzzzzz"}
            < left the catalogue
            """
        },
        {
            "a button of another version",
            """
            > remote roles
            < Data Engineer
            ! {"verb":"explode"}
            < another version
            > only with Go
            < Senior Backend Engineer
            ~ Data Engineer
            """
        },
        {
            "start over",
            """
            > remote Go jobs
            < Senior Backend Engineer
            > start over
            ~ Engineer
            > with React
            < Frontend Developer
            """
        },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Conversation_Scripted_RepliesAsWritten(string name, string script)
    {
        var talk = new BotTalk(Examples.Catalogue(), new MemoryStorage());
        var said = "";
        foreach (var line in script.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var rest = line[2..];
            switch (line[0])
            {
                case '>':
                    said = BotTalk.Words(await talk.SayAsync(rest));
                    break;
                case '!':
                    said = BotTalk.Words(await talk.SubmitAsync(rest));
                    break;
                case '<':
                    Assert.All(rest.Split(" | "), part => Assert.True(said.Contains(part, StringComparison.Ordinal), $"{name}: {part} is not in:\n{said}"));
                    break;
                default:
                    Assert.All(rest.Split(" | "), part => Assert.False(said.Contains(part, StringComparison.Ordinal), $"{name}: {part} is in:\n{said}"));
                    break;
            }
        }
    }
}
