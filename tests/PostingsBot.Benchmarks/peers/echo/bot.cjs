// The official JavaScript SDK's echo bot on restify, without authentication. Usage: node bot.cjs PORT
const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory } = require("botbuilder");
const restify = require("restify");

class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity(MessageFactory.text(`Echo: ${context.activity.text}`));
      await next();
    });
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new EchoBot();
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post("/api/messages", (request, response, next) => {
  adapter.process(request, response, context => bot.run(context)).then(() => next(), next);
});
server.get("/ready", (request, response, next) => {
  response.send(200);
  next();
});
server.listen(Number(process.argv[2]), "127.0.0.1");
