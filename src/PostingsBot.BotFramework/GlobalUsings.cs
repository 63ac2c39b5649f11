global using PostingsBot.BotFramework.Builder;
global using PostingsBot.BotFramework.Schema;
global using PostingsBot.BotFramework.Schema.Teams;
