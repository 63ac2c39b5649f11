namespace PostingsBot.Tests.Recruiting.Desk;

/// <summary>Who may, said in chat: see <see cref="DeskScript"/>.</summary>
public sealed class RightsTests
{
    public static TheoryData<string, string> Scripts => new()
    {
        {
            "granted by a mention, used, and taken away",
            """
            D> close the platform role
            < I do not know you as one
            > make <at>Dan</at> a recruiter for Brightwheel | Dan
            < Dan is a recruiter now for Brightwheel.
            D> close the Crunch role
            < this one is of Crunch
            D> close the platform role
            < Shall I close this role?
            > Dan is no longer a recruiter | Dan
            < Dan may not post or change roles any more.
            D> yes
            < You are not a recruiter any more
            = 4
            """
        },
        {
            "only by admins",
            """
            B> make <at>Dan</at> a recruiter | Dan
            < Only admins say who may post roles.
            D> make <at>Dan</at> an admin | Dan
            < I do not know you as one
            D> close the platform role
            < I do not know you as one
            """
        },
        {
            "an admin in chat may grant too",
            """
            > make <at>Dan</at> an admin | Dan
            < Dan is an admin now
            D> remove Bob as recruiter
            < Bob is named in the bot's configuration
            D> make <at>Eve</at> a recruiter for Crunch | Eve
            < Eve is a recruiter now for Crunch.
            > who are the recruiters?
            < 5 people may post and change roles. | Dan | admin | Eve | recruiter for Crunch | Cy | by the configuration
            """
        },
        {
            "nobody by a name alone who is not known",
            """
            > make Zoe a recruiter
            < I do not know who “Zoe” is.
            > make <at>Ada</at> a recruiter | Ada
            < You are an admin already
            """
        },
        {
            "who am I",
            """
            D> who am I
            < you are | You are no recruiter.
            B> who am I?
            < You are a recruiter for Brightwheel and Harbour Labs.
            """
        },
    };

    public static TheoryData<DeskPlace, string, string> Everywhere => DeskScript.OnEveryChannel(Scripts);

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Rights_OnEveryChannel_AreAsSaid(DeskPlace place, string name, string script)
    {
        using var talk = await DeskTalk.StartOnAsync(place);
        await DeskScript.RunAsync(name, script, talk);
    }
}
