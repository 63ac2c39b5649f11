namespace PostingsBot.Tests.Recruiting.Desk;

/// <summary>How recruiters change roles: see <see cref="DeskScript"/>.</summary>
public sealed class UpdatingTests
{
    public static TheoryData<string, string> Scripts => new()
    {
        {
            "closed and taken back by a button",
            """
            = 4
            > close the platform role
            < Shall I close this role? | Staff Platform Engineer at Brightwheel | closed | before: open | Say “yes” or “no”.
            = 4
            > yes
            < Done: the role is closed. | Take it back
            = 3
            > which platform roles are there?
            ~ roles found
            @ restart
            > close the platform role
            < is closed already
            > undo
            < Taken back: the role is as it was before.
            = 4
            """
        },
        {
            "left as it is",
            """
            > close the platform role
            > no
            < nothing was changed
            = 4
            > yes
            ~ Done
            = 4
            """
        },
        {
            "reopened by description",
            """
            > close the platform role
            ! Close it
            = 3
            > reopen the platform role
            < Shall I reopen this role?
            > yes
            < Done: the role is reopened.
            = 4
            """
        },
        {
            "all of an employer, with a count",
            """
            > close all Acme roles
            < Shall I close these 2 roles? | Sales Manager at Acme | Data Engineer at Acme | Close all 2
            ! Close all 2
            < Done: 2 roles are closed.
            = 2
            > undo
            < 2 roles are as they were before
            = 4
            """
        },
        {
            "asked which one is meant",
            """
            > close the Acme role
            < Which role do you mean? | Sales Manager at Acme | Data Engineer at Acme
            = 4
            > the second
            < Shall I close this role?
            > yes
            = 3
            """
        },
        {
            "only what a recruiter is for",
            """
            B> close the Crunch role
            < You may post and change roles of Brightwheel and Harbour Labs, and this one is of Crunch. I changed nothing.
            = 4
            B> close the platform role
            B> yes
            < Done
            = 3
            D> close the Crunch role
            < I do not know you as one | Ask Ada | You can ask me about roles at any time.
            = 3
            """
        },
        {
            "the right is lost between the question and the yes",
            """
            B> close the platform role
            < Shall I close this role?
            @ fire Bob
            B> yes
            < You are not a recruiter any more, so I changed nothing.
            = 4
            """
        },
        {
            "the button of somebody else",
            """
            C> close the platform role
            ! Close it
            < Somebody else was shown that change, and only they can make it.
            = 4
            C> yes
            < Done
            = 3
            """
        },
        {
            "a button of a change that is not there any more",
            """
            > close the platform role
            @ keep card
            > no
            @ back card
            ! Close it
            < That change does not wait any more
            = 4
            """
        },
        {
            "a question in between",
            """
            > close the platform role
            > which roles are in London?
            < Sales Manager | The change I showed you is not made yet. Say “yes” or “no”.
            > yes
            < Done
            = 3
            """
        },
        {
            "two questions in between",
            """
            > close the platform role
            > which roles are in London?
            > which roles are in Austin?
            < I let go of the change that I showed you; nothing was changed.
            > yes
            ~ Done
            = 4
            """
        },
        {
            "who changed it",
            """
            > close the platform role
            > yes
            > who changed the platform role?
            < of Staff Platform Engineer at Brightwheel, the latest first | Ada: closed | Status: closed, before: open | A file
            ! Take the latest back
            < Taken back
            = 4
            > who changed the platform role?
            < Ada: as it was before
            """
        },
        {
            "undone too late, and undone twice",
            """
            > close the platform role
            > yes
            @ keep done
            @ later 25
            > undo
            < made more than 24 hours ago
            = 3
            > reopen the platform role
            > yes
            @ keep done
            ! Take it back
            < Taken back
            @ back done
            ! Take it back
            < That was taken back already.
            = 3
            """
        },
        {
            "somebody else's change is not taken back",
            """
            C> close the platform role
            C> yes
            B! Take it back
            < Somebody else made that change.
            = 3
            C> undo
            = 4
            """
        },
        {
            "extended",
            """
            > extend the platform role to 15 April
            < Shall I extend this role? | 2026-04-15 | before: 2026-03-20
            > yes
            < Done: the role is extended.
            > extend the platform role to 1 February 2026
            < 2026-02-01 has passed already
            """
        },
        {
            "my roles, when there are none",
            """
            > show my roles
            < None of the open roles was posted by you.
            """
        },
    };

    public static TheoryData<DeskPlace, string, string> Everywhere => DeskScript.OnEveryChannel(
        Scripts,
        ("the button of somebody else", DeskPlace.ChatPage, "everybody has a conversation of their own"),
        ("the button of somebody else", DeskPlace.Terminal, "everybody has a conversation of their own"),
        ("a button of a change that is not there any more", DeskPlace.Terminal, "only the buttons of the last reply are typed; the same words are a sentence then"),
        ("undone too late, and undone twice", DeskPlace.Terminal, "only the buttons of the last reply are typed; the same words are a sentence then"));

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Roles_OnEveryChannel_ChangeAsSaid(DeskPlace place, string name, string script)
    {
        using var talk = await DeskTalk.StartOnAsync(place);
        await DeskScript.RunAsync(name, script, talk);
    }
}
