using Microsoft.Extensions.Configuration;
using PostingsBot.Configuration;

namespace PostingsBot.Tests.Configuration;

public class SlackOptionsTests
{
    [Theory]
    [InlineData("", false, false)]
    [InlineData("Name=Jobs", false, false)]
    [InlineData("BotToken=xoxb-1 SigningSecret=s", true, false)]
    [InlineData("BotToken=xoxb-1 AppToken=xapp-1", true, false)]
    [InlineData("ClientId=1.2 ClientSecret=c SigningSecret=s", true, true)]
    [InlineData("BotToken=xoxb-1 SigningSecret=s ApiAddress=http://127.0.0.1:4003/api", true, false)]
    public void Read_Keys_SayWhetherSlackIsOn(string keys, bool isOn, bool installs)
    {
        var options = Read(keys);

        Assert.Equal((isOn, installs), (options.IsOn, options.Installs));
        Assert.EndsWith("/api/", options.ApiAddress.AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bottoken2=x", "Unknown key PostingsBot:Slack:Bottoken2")]
    [InlineData("BotToken=xapp-1 SigningSecret=s", "PostingsBot:Slack:BotToken is no bot token")]
    [InlineData("BotToken=xoxb-1 AppToken=xoxb-2", "PostingsBot:Slack:AppToken is no app-level token")]
    [InlineData("BotToken=xoxb-1", "PostingsBot:Slack:SigningSecret is not set")]
    [InlineData("SigningSecret=s", "PostingsBot:Slack:BotToken is not set")]
    [InlineData("ClientId=1.2 SigningSecret=s", "PostingsBot:Slack:ClientSecret is not set")]
    [InlineData("ClientSecret=c SigningSecret=s", "PostingsBot:Slack:ClientId is not set")]
    [InlineData("ClientId=1.2 ClientSecret=c BotToken=xoxb-1 SigningSecret=s", "PostingsBot:Slack:BotToken is set beside ClientId")]
    [InlineData("Name=A-name-of-more-than-thirty-five-characters", "PostingsBot:Slack:Name has 42 characters")]
    [InlineData("ApiAddress=https://slack.example/api", "PostingsBot:Slack:ApiAddress is")]
    [InlineData("ApiAddress=http://slack.com/api", "PostingsBot:Slack:ApiAddress is")]
    public void Read_BadKey_IsRefusedByName(string keys, string says) =>
        Assert.StartsWith(says, Assert.Throws<ConfigurationErrorException>(() => Read(keys)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("BotToken=secret-1 SigningSecret=secret-2")]
    [InlineData("BotToken=xoxb-secret SigningSecret=secret-2 ClientId=1 ClientSecret=secret-3")]
    public void Read_BadKey_SaysNoSecret(string keys) =>
        Assert.DoesNotContain("secret-", Assert.Throws<ConfigurationErrorException>(() => Read(keys)).Message, StringComparison.Ordinal);

    private static SlackOptions Read(string keys) => SlackOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(
        keys.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(key => key.Split('=')).Select(pair => KeyValuePair.Create<string, string?>($"{SlackOptions.Section}:{pair[0]}", pair[1]))).Build());
}
