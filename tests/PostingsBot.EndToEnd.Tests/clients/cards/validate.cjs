// Reads [card] from stdin; writes the complaints of Microsoft's renderer about each: [[text]].
const { AdaptiveCard, HostConfig, SerializationContext, Versions } = require('adaptivecards/dist/adaptivecards.js');

const cards = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const results = cards.map(json => {
  const card = new AdaptiveCard();
  // How many buttons are shown at once is the host's matter: Teams puts those after the sixth into a menu.
  card.hostConfig = new HostConfig({ actions: { maxActions: 20 } });
  const context = new SerializationContext(Versions.v1_5);
  card.parse(json, context);
  const complaints = [];
  for (let i = 0; i < context.eventCount; i++) complaints.push(context.getEventAt(i).message);
  for (const event of card.validateProperties().validationEvents) complaints.push(event.message);
  // The renderer tests languages with a stateful expression that refuses every second card.
  return complaints.filter(text => text !== 'Invalid value "en" for property "lang".');
});
process.stdout.write(JSON.stringify(results));
