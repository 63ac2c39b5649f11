// Reads [{blocks} or {view}] from stdin; writes what a JSON schema made from Slack's own types says of each: [[text]].
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';

const types = fileURLToPath(new URL('node_modules/@slack/types/dist/index.d.ts', import.meta.url));
const schema = createGenerator({ path: types, type: '*', skipTypeCheck: true, additionalProperties: false }).createSchema('*');
const ajv = new Ajv({ strict: false, validateFormats: false }).addSchema(schema, 'slack');

// Slack's union of blocks takes any object for one that it does not know yet: each block is checked against the type of its own name.
const blocks = new Map();
for (const { $ref } of schema.definitions.KnownBlock.anyOf) blocks.set(nameOf($ref.split('/').pop()), $ref);
const views = new Map([['modal', '#/definitions/ModalView'], ['home', '#/definitions/HomeView']]);

function nameOf(definition) {
  const { properties, anyOf, allOf, $ref } = schema.definitions[definition];
  return properties?.type.const ?? [...(anyOf ?? allOf ?? [])].map(part => part.properties?.type?.const ?? (part.$ref && nameOf(part.$ref.split('/').pop()))).find(Boolean) ?? ($ref && nameOf($ref.split('/').pop()));
}

function check(names, part) {
  const validate = names.has(part.type) && ajv.getSchema(`slack${names.get(part.type)}`);
  if (!validate) return [`no such type: ${part.type}`];
  return validate(part) ? [] : validate.errors.slice(0, 8).map(error => `${part.type}${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}

const cases = JSON.parse(readFileSync(0, 'utf8'));
const results = cases.map(({ blocks: list, view }) => [...(view ? check(views, view) : []), ...(list ?? view.blocks).flatMap(block => check(blocks, block))]);
process.stdout.write(JSON.stringify(results));
