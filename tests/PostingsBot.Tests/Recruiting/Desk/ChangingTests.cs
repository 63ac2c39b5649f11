namespace PostingsBot.Tests.Recruiting.Desk;

/// <summary>How recruiters change what roles say: see <see cref="DeskScript"/>.</summary>
public sealed class ChangingTests
{
    public static TheoryData<string, string> Scripts => new()
    {
        {
            "raised",
            """
            > raise the Crunch salary to 150k
            < Shall I change this role? | Senior Backend Engineer at Crunch | 150,000 | before: USD 130,000 per year
            > yes
            < Done: the role is changed.
            > what does the Crunch job pay?
            < USD 150,000
            """
        },
        {
            "workplace and place",
            """
            > the Brightwheel role is now hybrid in Austin
            < hybrid | Austin | before: remote
            > yes
            < Done
            """
        },
        {
            "corrected further before the yes",
            """
            > raise the Crunch salary to 150k
            > title: Staff Backend Engineer
            < Staff Backend Engineer | 150,000
            > yes
            < Done
            > who changed the Crunch role?
            < Ada: changed
            """
        },
        {
            "changed by two at once",
            """
            B> raise the salary of the platform role to 200k
            @ keep card
            C> change the title of the platform role to Principal Platform Engineer
            C> yes
            < Done
            @ back card
            B! Change it
            < Cy changed it while you looked at it. | Title is now Principal Platform Engineer. | 200,000
            B> yes
            < Done
            > tell me about the platform role
            < Principal Platform Engineer | 200,000
            """
        },
        {
            "in a form, and by somebody else meanwhile",
            """
            > #rust
            > publish
            ! Change it
            < What shall
            ! Show the change | pay=EUR 120,000 per year
            < Shall I change this role? | EUR 120,000 per year
            > yes
            < Done
            """
        },
        {
            "a closed role",
            """
            > close the Crunch role
            > yes
            > raise the Crunch salary to 150k
            < is closed: readers do not find it.
            > reopen it
            > yes
            = 4
            """
        },
        {
            "of a file that changes beneath",
            """
            > raise the Crunch salary to 150k
            > yes
            @ file crunch.md 130,000 140,000
            > what does the Crunch job pay?
            < 150,000
            """
        },
        {
            "nothing new",
            """
            > raise the Crunch salary to 130k
            < already
            """
        },
    };

    public static TheoryData<DeskPlace, string, string> Everywhere => DeskScript.OnEveryChannel(Scripts);

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Fields_OnEveryChannel_ChangeAsSaid(DeskPlace place, string name, string script)
    {
        using var talk = await DeskTalk.StartOnAsync(place);
        await DeskScript.RunAsync(name, script, talk);
    }
}
