global using PostingsBot.BotFramework.Builder;
global using PostingsBot.BotFramework.Schema;
