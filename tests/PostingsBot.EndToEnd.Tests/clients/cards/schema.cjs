// Reads [card] from stdin; writes what the official JSON schema of Adaptive Cards 1.5 says of each: [[text]].
const Ajv = require('ajv');

const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-06.json'));
const schema = JSON.parse(require('fs').readFileSync(require('path').join(__dirname, 'adaptive-card-1.5.0.schema.json'), 'utf8'));
// The schema misspells what the documentation and every renderer call firstRowAsHeaders.
const { properties } = schema.definitions.Table;
properties.firstRowAsHeaders = properties.firstRowAsHeader;
const validate = ajv.compile(schema);

const cards = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const results = cards.map(card => validate(card) ? [] : validate.errors.slice(0, 5).map(error => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`));
process.stdout.write(JSON.stringify(results));
