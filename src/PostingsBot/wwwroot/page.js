import { composer } from "./composer.js";
import * as session from "./session.js";
import { cardHostConfig, styleOptions } from "./theme.js";

// Connection states of Web Chat's Direct Line client.
const ONLINE = 2;
const LOST = [3, 4, 5]; // token expired, could not connect, ended

const RETRY_SECONDS = [1, 2, 5, 10, 30];
const ROLE = /^\/roles\/([0-9a-f]{10})\/?$/;
const dark = matchMedia("(prefers-color-scheme: dark)");
const narrow = matchMedia("(max-width: 40rem)");
const chat = document.getElementById("chat");
const status = document.getElementById("status");
const again = document.getElementById("again");

let conversation;
let attempts = 0;
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

async function newToken() {
  const response = await fetch("/v3/directline/tokens/generate", { method: "POST" });
  const body = await response.json();
  if (!response.ok) {
    throw new Error(body.error.message);
  }
  return { token: body.token };
}

async function connect() {
  const kept = session.read();
  try {
    // From 0 on: everything that was said before is shown again.
    const ticket = kept ? { ...kept, watermark: "0" } : await newToken();
    const directLine = WebChat.createDirectLine({ ...ticket, domain: new URL("/v3/directline", location).href });
    const store = WebChat.createStore({}, () => next => action => {
      watch(action);
      return next(action);
    });
    conversation = { directLine, store, resumed: Boolean(kept) };
    draw();
    directLine.connectionStatus$.subscribe({ next: state => follow(directLine, state) });
    box.show(!kept);
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
    say("");
    again.hidden = false;
    session.keep(directLine);
  } else if (LOST.includes(state)) {
    session.forget();
    if (conversation.resumed) {
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

function startOver() {
  session.forget();
  history.replaceState(null, "", "/");
  conversation?.directLine.end();
  conversation = undefined;
  say("A new conversation begins.");
  connect();
  box.focus();
}

// Web Chat's client reconnects by itself after some seconds, without a word.
function reportSockets() {
  window.WebSocket = class extends WebSocket {
    constructor(address, protocols) {
      super(address, protocols);
      const owner = conversation?.directLine;
      this.addEventListener("open", () => owner === conversation?.directLine && say(""));
      this.addEventListener("close", () => owner === conversation?.directLine && say("The connection was lost. Connecting again …"));
    }
  };
}

if (window.WebChat) {
  reportSockets();
  [dark, narrow].forEach(one => one.addEventListener("change", () => conversation && draw()));
  again.addEventListener("click", startOver);
  addEventListener("pagehide", () => conversation && session.keep(conversation.directLine));
  connect();
  box.focus();
} else {
  document.getElementById("main").hidden = true;
  document.getElementById("missing").hidden = false;
}
