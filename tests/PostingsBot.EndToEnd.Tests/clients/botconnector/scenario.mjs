// Plays Azure Bot Service for the bot under test: an issuer of tokens (jose), Entra's token endpoint (https) and a channel's connector.
// Settings come as JSON in SCENARIO. POST /table and /replies with {bot} run a scenario and answer [{name, expected, actual}].
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { createHmac, createPrivateKey } from 'node:crypto';
import { createRequire } from 'node:module';
import { SignJWT, UnsecuredJWT, exportJWK, exportSPKI, generateKeyPair } from 'jose';

const require = createRequire(import.meta.url);
const connector = require('botframework-connector');
const { assertActivity } = require('botframework-schema');

const settings = JSON.parse(process.env.SCENARIO);
const ISSUER = 'https://api.botframework.com';
const ENTRA = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';
const TEAMS = 'https://smba.trafficmanager.net/emea/';
const identityUrl = `http://127.0.0.1:${settings.identityPort}`;
const connectorUrl = `http://127.0.0.1:${settings.connectorPort}/`;
const MINUTE = 60;

const key = { kid: 'k1', endorsements: ['msteams'], ...(await generateKeyPair('RS256', { extractable: true })) };
const privateJwk = await exportJWK(key.privateKey);
const stranger = { kid: 'k1', ...(await generateKeyPair('RS256')) };
const now = () => Math.floor(Date.now() / 1000);
const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

// --- tokens ------------------------------------------------------------------------------------------------------------

const claims = (more = {}) => ({ iss: ISSUER, aud: settings.appId, serviceurl: TEAMS, nbf: now() - MINUTE, exp: now() + 60 * MINUTE, ...more });
const without = (name) => Object.fromEntries(Object.entries(claims()).filter(([claim]) => claim !== name));
const sign = (payload, { signer = key, alg = 'RS256', kid = signer.kid } = {}) =>
  new SignJWT(payload).setProtectedHeader({ alg, typ: 'JWT', kid }).sign(signer.privateKey);

const rs512 = () => new SignJWT(claims()).setProtectedHeader({ alg: 'RS512', kid: key.kid }).sign(createPrivateKey({ key: privateJwk, format: 'jwk' }));

async function withPublicKeyAsSecret() {
  const content = `${encode({ alg: 'HS256', typ: 'JWT', kid: key.kid })}.${encode(claims())}`;
  return `${content}.${createHmac('sha256', await exportSPKI(key.publicKey)).update(content).digest('base64url')}`;
}

async function tampered() {
  const [header, , signature] = (await sign(claims({ serviceurl: 'https://other.example/' }))).split('.');
  return `${header}.${encode(claims())}.${signature}`;
}

const unsecured = () => `${encode({ alg: 'none', typ: 'JWT', kid: key.kid })}.${new UnsecuredJWT(claims()).encode().split('.')[1]}.`;
const entraToken = () => sign({ iss: ENTRA, aud: ISSUER, appid: settings.appId, ver: '1.0', nbf: now() - MINUTE, exp: now() + 60 * MINUTE });

// --- servers -----------------------------------------------------------------------------------------------------------

const jwk = { ...(await exportJWK(key.publicKey)), kid: key.kid, use: 'sig', alg: 'RS256', endorsements: key.endorsements };
const received = [];
const tokenRequests = [];
let refusals = 0;

const readBody = async (request) => {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
};
const reply = (response, status, value) => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
};

http.createServer(async (request, response) => {
  if (request.url === '/metadata') return reply(response, 200, { issuer: ISSUER, jwks_uri: `${identityUrl}/keys`, id_token_signing_alg_values_supported: ['RS256'] });
  if (request.url === '/keys') return reply(response, 200, { keys: [jwk] });
  const run = { '/table': table, '/replies': replies }[request.url];
  if (!run) return reply(response, 404, {});
  try {
    reply(response, 200, await run(JSON.parse(await readBody(request)).bot));
  } catch (error) {
    reply(response, 500, { error: String(error.stack ?? error) });
  }
}).listen(settings.identityPort, '127.0.0.1');

https.createServer({ cert: readFileSync(settings.certificate), key: readFileSync(settings.certificate) }, async (request, response) => {
  tokenRequests.push(Object.fromEntries(new URLSearchParams(await readBody(request))));
  reply(response, 200, { token_type: 'Bearer', expires_in: 3600, access_token: await entraToken() });
}).listen(settings.loginPort, '127.0.0.1');

http.createServer(async (request, response) => {
  received.push({ url: request.url, authorization: request.headers.authorization ?? '', activity: JSON.parse((await readBody(request)) || 'null') });
  if (refusals > 0) {
    refusals--;
    return reply(response, 401, { error: { code: 'Unauthorized', message: 'expired' } });
  }
  reply(response, 201, { id: `r${received.length}` });
}).listen(settings.connectorPort, '127.0.0.1');

// --- scenarios ---------------------------------------------------------------------------------------------------------

let messages = 0;
const message = (more = {}) => ({
  type: 'message', id: `m${++messages}`, channelId: 'msteams', serviceUrl: TEAMS, text: 'python roles',
  from: { id: '29:ada', name: 'Ada' }, recipient: { id: `28:${settings.appId}` },
  conversation: { id: 'a:chat', tenantId: settings.tenant }, channelData: { tenant: { id: settings.tenant } }, ...more,
});
const post = (bot, token, activity) => fetch(new URL('/api/messages', bot), {
  method: 'POST',
  headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
  body: JSON.stringify(activity),
});

// Microsoft's own check, told to use our issuer.
const official = connector.BotFrameworkAuthenticationFactory.create(
  '', true, 'https://login.microsoftonline.com/botframework.com', 'https://api.botframework.com', ISSUER, 'https://api.botframework.com',
  `${identityUrl}/metadata`, `${identityUrl}/metadata`, 'urn:botframework:azure',
  new connector.PasswordServiceClientCredentialFactory(settings.appId, 'secret'), new connector.AuthenticationConfiguration());
const officialVerdict = (token, activity) => official.authenticateRequest(activity, token === null ? '' : `Bearer ${token}`).then(() => 'accepted', () => 'refused');

// [name, our status, token, activity, what Microsoft's package says (null: another rule than ours, see clients.md section 6)]
const rows = async () => [
  ['valid', 200, await sign(claims()), {}, 'accepted'],
  ['valid, RS512', 200, await rs512(), {}, 'accepted'],
  ['expired within the skew', 200, await sign(claims({ exp: now() - 4 * MINUTE })), {}, 'accepted'],
  ['no token', 401, null, {}, 'refused'],
  ['expired', 401, await sign(claims({ exp: now() - 6 * MINUTE })), {}, 'refused'],
  ['not yet valid', 401, await sign(claims({ nbf: now() + 6 * MINUTE })), {}, 'refused'],
  ['without exp', 401, await sign(without('exp')), {}, null],
  ['wrong audience', 401, await sign(claims({ aud: 'other' })), {}, 'refused'],
  ['wrong issuer', 401, await sign(claims({ iss: 'https://issuer.example' })), {}, 'refused'],
  ['wrong key', 401, await sign(claims(), { signer: stranger }), {}, 'refused'],
  ['unknown key', 401, await sign(claims(), { kid: 'k2' }), {}, 'refused'],
  ['alg none', 401, unsecured(), {}, 'refused'],
  ['HS256 with the public key', 401, await withPublicKeyAsSecret(), {}, 'refused'],
  ['tampered claims', 401, await tampered(), {}, 'refused'],
  ['emulator token in production', 401, await entraToken(), {}, null],
  ['service URL claim missing', 403, await sign(without('serviceurl')), {}, 'refused'],
  ['service URL claim foreign', 403, await sign(claims({ serviceurl: 'https://other.example/' })), {}, 'refused'],
  ['reused against another service URL', 403, await sign(claims()), { serviceUrl: 'https://other.example/' }, 'refused'],
  ['endorsement missing', 403, await sign(claims()), { channelId: 'slack' }, 'refused'],
  ['foreign tenant', 403, await sign(claims()), { conversation: { id: 'a:chat', tenantId: 'bbbbbbbb-0000-0000-0000-000000000002' } }, null],
];

// What Microsoft's schema says against it. The schema calls every field of its class required; what is left out is no fault.
function faults(activity) {
  try {
    assertActivity(activity);
    return '';
  } catch (error) {
    return error.errors.filter(({ received }) => received !== 'undefined').map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  }
}

async function table(bot) {
  const checks = [];
  for (const [name, status, token, more, verdict] of await rows()) {
    // What is to be refused is no activity at all: a bot that deserialised it first would answer 400.
    const activity = status === 200 ? message({ deliveryMode: 'expectReplies', ...more }) : message({ text: { no: 'text' }, ...more });
    const response = await post(bot, token, activity);
    const body = await response.json();
    checks.push({ name, expected: status, actual: response.status });
    if (status === 200) checks.push({ name: `${name}: replies`, expected: true, actual: body.activities?.length > 0 });
    if (verdict) checks.push({ name: `${name}: botframework-connector`, expected: verdict, actual: await officialVerdict(token, message(more)) });
  }
  const local = await post(bot, await sign(claims({ serviceurl: connectorUrl })), message({ serviceUrl: connectorUrl }));
  checks.push({ name: 'replies to this machine in production', expected: 400, actual: local.status });
  return checks;
}

async function replies(bot) {
  const token = await sign(claims({ serviceurl: connectorUrl }));
  const checks = [];
  const ask = async () => {
    const response = await post(bot, token, message({ serviceUrl: connectorUrl }));
    checks.push({ name: 'status', expected: 200, actual: response.status });
  };

  await ask();
  await ask();
  checks.push({ name: 'token requests for two replies', expected: 1, actual: tokenRequests.length });
  const { grant_type, client_id, client_secret, scope } = tokenRequests[0] ?? {};
  checks.push({ name: 'token request', expected: `client_credentials ${settings.appId} ${settings.secret} https://api.botframework.com/.default`, actual: `${grant_type} ${client_id} ${client_secret} ${scope}` });

  const before = received.length;
  refusals = 1;
  await ask();
  checks.push({ name: 'sent again after 401', expected: 2, actual: received.length - before });
  checks.push({ name: 'with a new token', expected: 2, actual: tokenRequests.length });

  for (const { authorization, activity } of received) {
    const { claimsIdentity } = await official.authenticateRequest({ ...activity, serviceUrl: connectorUrl }, authorization);
    checks.push({ name: 'the token is authentic', expected: true, actual: claimsIdentity.isAuthenticated });
    checks.push({ name: 'and ours', expected: settings.appId, actual: connector.JwtTokenValidation.getAppIdFromClaims(claimsIdentity.claims) });
    const { type, channelId, from, conversation, replyToId } = activity;
    checks.push({ name: 'what the protocol wants is there', expected: true, actual: [type, channelId, from?.id, conversation?.id, replyToId].every((value) => typeof value === 'string') });
    checks.push({ name: 'the JSON is an activity', expected: '', actual: faults(activity) });
  }
  return checks;
}
