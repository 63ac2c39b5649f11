// Reads [{template, data, host?}] from stdin; writes what Microsoft's engine makes of each: [{card} or {error}].
const { Template } = require('adaptivecards-templating');

const cases = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const results = cases.map(({ template, data, host }) => {
  try {
    return { card: new Template(template).expand({ $root: data, $host: host }) ?? null };
  } catch (error) {
    return { error: String(error.message ?? error) };
  }
});
process.stdout.write(JSON.stringify(results));
