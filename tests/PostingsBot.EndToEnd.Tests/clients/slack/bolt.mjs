// An app on @slack/bolt that takes everything and says what it took: GET /seen. Arguments: port, signing secret.
import { App, HTTPReceiver } from '@slack/bolt';

const [port, signingSecret] = process.argv.slice(2);
const seen = [];

const receiver = new HTTPReceiver({
  signingSecret,
  endpoints: '/slack/events',
  customRoutes: [{ path: '/seen', method: ['GET'], handler: (_, response) => response.end(JSON.stringify(seen)) }],
});
// No Slack to ask: whoever is written to is the bot.
const app = new App({ receiver, authorize: async () => ({ botToken: 'xoxb-bolt', botUserId: 'U0000001', botId: 'B0000001' }) });
app.logger.setLevel('error');

for (const type of ['app_mention', 'app_home_opened', 'link_shared', 'app_uninstalled', 'tokens_revoked'])
  app.event(type, async ({ event }) => seen.push(`event ${event.type} ${event.channel ?? ''}`.trim()));
app.message(async ({ message }) => seen.push(`message ${message.channel_type} ${message.text}`));
app.command('/roles', async ({ command, ack }) => { await ack(); seen.push(`command ${command.text}`); });
app.action(/.*/, async ({ action, ack }) => { await ack(); seen.push(`action ${action.action_id} ${action.value}`); });
app.view(/.*/, async ({ view, ack }) => { await ack(); seen.push(`view ${view.callback_id} ${Object.keys(view.state.values)}`); });
app.shortcut({ type: 'shortcut', callback_id: /.*/ }, async ({ shortcut, ack }) => { await ack(); seen.push(`shortcut ${shortcut.callback_id}`); });
app.shortcut({ type: 'message_action', callback_id: /.*/ }, async ({ shortcut, ack }) => { await ack(); seen.push(`message shortcut ${shortcut.callback_id} ${shortcut.message.text}`); });
app.options(/.*/, async ({ options, ack }) => { await ack({ options: [] }); seen.push(`options ${options.action_id} ${options.value}`); });

await app.start(Number(port));
