// Reads [{blocks} or {view}] from stdin; writes what a JSON schema made from Slack's own types says of each: [[text]].
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import Ajv from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, 'node_modules', '@slack', 'types', 'dist', 'index.d.ts');
console.time('x');
const schema = createGenerator({ path: root, type: '*', skipTypeCheck: true, additionalProperties: false }).createSchema('*');
console.error(Object.keys(schema.definitions).length);
writeFileSync('/tmp/s.json', JSON.stringify(schema));
