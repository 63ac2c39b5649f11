import { composer } from "./composer.js";
import * as session from "./session.js";
import { nameIn, showName, takeToken } from "./signin.js";
import { cardHostConfig, styleOptions } from "./theme.js";

// Connection states of Web Chat's Direct Line client.
const ONLINE = 2;
const LOST = [3, 4, 5]; // token expired, could not connect, ended

const LINK_ENDED = "The link that you came by is not valid any more. Open this page again from the site where you sign in. Until then you can ask without being signed in.";
const SIGN_IN_ENDED = "You are not signed in any more. Open this page again from the site where you sign in. Until then you can ask without being signed in.";

const RETRY_SECONDS = [1, 2, 5, 10, 30];
const ROLE = /^\/roles\/([0-9a-f]{10})\/?$/;
const dark = matchMedia("(prefers-color-scheme: dark)");
const narrow = matchMedia("(max-width: 40rem)");
const chat = document.getElementById("chat");
const status = document.getElementById("status");
const again = document.getElementById("again");

let conversation;
let attempts = 0;
// The token of somebody signed in, to begin with: where it is renewed, what to say when it is refused, and the conversation to go on with, if any.
let pass;
// Said for as long as there is nothing more pressing.
let notice = "";
const waiting = [];

const box = composer({
  say: text => send("WEB_CHAT/SEND_MESSAGE", { text, method: "keyboard" }),
  sendFile: file => send("WEB_CHAT/SEND_MESSAGE", { text: "", method: "keyboard", attachments: [{ blob: file }] })
});

// What is said before the conversation is open waits for it: Web Chat would drop it.
function send(type, payload) {
  if (conversation?.open) {
    conversation.store.dispatch({ type, payload });
  } else {
    waiting.push({ type, payload });
  }
}

function opened() {
  conversation.open = true;
  openRole();
  waiting.splice(0).forEach(action => conversation.store.dispatch(action));
}

function say(text) {
  status.textContent = text;
}

async function tokenOf(path, bearer) {
  const response = await fetch(`/v3/directline/tokens/${path}`, { method: "POST", headers: bearer ? { Authorization: `Bearer ${bearer}` } : {} });
  const body = await response.json();
  if (response.ok) {
    return { token: body.token };
  }
  if (bearer && [401, 403].includes(response.status)) {
    return undefined;
  }
  throw new Error(body.error.message);
}

// By the token of somebody signed in, else where this tab left off, else as nobody in particular.
async function nextTicket() {
  if (pass) {
    const { token, path, refused, conversationId } = pass;
    const renewed = await tokenOf(path, token);
    pass = undefined;
    if (renewed) {
      notice = "";
      return resuming({ ...renewed, conversationId });
    }
    notice = refused;
  }
  return resuming(session.read() ?? await tokenOf("generate"));
}

// From 0 on: everything that was said before is shown again.
function resuming(ticket) {
  return ticket.conversationId ? { ...ticket, watermark: "0" } : ticket;
}

async function connect() {
  try {
    const ticket = await nextTicket();
    const resumed = Boolean(ticket.conversationId);
    showName(nameIn(ticket.token));
    const directLine = WebChat.createDirectLine({ ...ticket, domain: new URL("/v3/directline", location).href });
    const store = WebChat.createStore({}, () => next => action => {
      watch(action);
      return next(action);
    });
    conversation = { directLine, store, resumed };
    draw();
    directLine.connectionStatus$.subscribe({ next: state => follow(directLine, state) });
    box.show(!resumed);
  } catch (error) {
    retry(`The bot does not answer (${error.message}).`);
  }
}

function follow(directLine, state) {
  if (directLine !== conversation?.directLine) {
    return;
  }
  if (state === ONLINE) {
    attempts = 0;
    say(notice);
    again.hidden = false;
    session.keep(directLine);
  } else if (LOST.includes(state)) {
    session.forget();
    if (nameIn(directLine.token)) {
      // Nobody is signed out by a fault: the bot is asked first.
      pass = { token: directLine.token, path: "refresh", refused: SIGN_IN_ENDED, conversationId: directLine.conversationId };
      retry("The conversation was cut off.");
    } else if (conversation.resumed) {
      connect();
    } else {
      retry("The conversation ended. A new one begins.");
    }
  }
}

function retry(reason) {
  conversation = undefined;
  const seconds = RETRY_SECONDS[Math.min(attempts++, RETRY_SECONDS.length - 1)];
  say(`${reason} Trying again in ${seconds} s.`);
  setTimeout(connect, seconds * 1000);
}

// A role's link asks for its details as a button would, once in a conversation.
function openRole() {
  const role = ROLE.exec(location.pathname)?.[1];
  if (role && session.opens(role)) {
    box.show(false);
    send("WEB_CHAT/SEND_POST_BACK", { value: { verb: "detail", id: role } });
  }
}

function watch({ type, payload }) {
  if (type === "DIRECT_LINE/CONNECT_FULFILLED") {
    setTimeout(opened);
  } else if (type === "DIRECT_LINE/POST_ACTIVITY" && payload.activity.type === "message") {
    box.show(false);
  } else if (type === "DIRECT_LINE/INCOMING_ACTIVITY" && payload.activity.from?.role === "user") {
    box.offer([]);
  } else if (type === "DIRECT_LINE/INCOMING_ACTIVITY") {
    const actions = payload.activity.suggestedActions?.actions ?? [];
    if (actions.length > 0) {
      box.offer(actions.map(action => action.value ?? action.title));
    }
  } else if (type === "DIRECT_LINE/POST_ACTIVITY_REJECTED") {
    say("The message could not be sent. Look below it to try again.");
  }
}

function draw() {
  WebChat.renderWebChat({
    directLine: conversation.directLine,
    store: conversation.store,
    adaptiveCardsHostConfig: cardHostConfig(dark.matches),
    styleOptions: styleOptions(dark.matches, narrow.matches),
    locale: "en-US"
  }, chat);
}

// Whoever is signed in stays so.
function startOver() {
  const token = conversation?.directLine.token;
  if (token && nameIn(token)) {
    pass = { token, path: "generate", refused: SIGN_IN_ENDED };
  }
  notice = "";
  history.replaceState(null, "", "/");
  beginAnew();
}

function beginAnew() {
  session.forget();
  // Nobody follows its end any more: a conversation that ends by itself would be gone on with.
  const ended = conversation;
  conversation = undefined;
  ended?.directLine.end();
  say("A new conversation begins.");
  connect();
  box.focus();
}

// True when the address brought a token.
function follows() {
  const token = takeToken();
  if (token) {
    pass = { token, path: "refresh", refused: LINK_ENDED };
    session.forget();
  }
  return Boolean(token);
}

// Web Chat's client reconnects by itself after some seconds, without a word.
function reportSockets() {
  window.WebSocket = class extends WebSocket {
    constructor(address, protocols) {
      super(address, protocols);
      const owner = conversation?.directLine;
      this.addEventListener("open", () => owner === conversation?.directLine && say(notice));
      this.addEventListener("close", () => owner === conversation?.directLine && say("The connection was lost. Connecting again …"));
    }
  };
}

if (window.WebChat) {
  reportSockets();
  [dark, narrow].forEach(one => one.addEventListener("change", () => conversation && draw()));
  again.addEventListener("click", startOver);
  // A link from the host site to the page that is open already.
  addEventListener("hashchange", () => follows() && beginAnew());
  addEventListener("pagehide", () => conversation && session.keep(conversation.directLine));
  follows();
  connect();
  box.focus();
} else {
  document.getElementById("main").hidden = true;
  document.getElementById("missing").hidden = false;
}
