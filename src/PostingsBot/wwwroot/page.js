import { cardHostConfig, styleOptions } from "./theme.js";

// Connection states of Web Chat's Direct Line client.
const ONLINE = 2;
const LOST = [3, 4, 5]; // token expired, could not connect, ended

const RETRY_SECONDS = [1, 2, 5, 10, 30];
const dark = matchMedia("(prefers-color-scheme: dark)");
const chat = document.getElementById("chat");
const status = document.getElementById("status");

let conversation;
let attempts = 0;

function say(text) {
  status.textContent = text;
  status.hidden = text === "";
}

async function newToken() {
  const response = await fetch("/v3/directline/tokens/generate", { method: "POST" });
  const body = await response.json();
  if (!response.ok) {
    throw new Error(body.error.message);
  }
  return body.token;
}

async function connect() {
  try {
    const directLine = WebChat.createDirectLine({ token: await newToken(), domain: new URL("/v3/directline", location).href });
    conversation = { directLine, store: WebChat.createStore() };
    draw();
    directLine.connectionStatus$.subscribe({ next: state => follow(directLine, state) });
    focusInput();
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
  } else if (LOST.includes(state)) {
    retry("The conversation ended. A new one begins.");
  }
}

function retry(reason) {
  conversation = undefined;
  const seconds = RETRY_SECONDS[Math.min(attempts++, RETRY_SECONDS.length - 1)];
  say(`${reason} Trying again in ${seconds} s.`);
  setTimeout(connect, seconds * 1000);
}

function draw() {
  WebChat.renderWebChat({
    ...conversation,
    adaptiveCardsHostConfig: cardHostConfig(dark.matches),
    styleOptions: styleOptions(dark.matches),
    locale: "en-US"
  }, chat);
}

function focusInput() {
  // On a phone the keyboard would cover the greeting.
  if (!matchMedia("(pointer: fine)").matches) {
    return;
  }
  const found = () => chat.querySelector("[data-id=webchat-sendbox-input]");
  if (found()) {
    found().focus();
    return;
  }
  const observer = new MutationObserver(() => {
    if (found()) {
      observer.disconnect();
      found().focus();
    }
  });
  observer.observe(chat, { childList: true, subtree: true });
}

if (window.WebChat) {
  dark.addEventListener("change", () => conversation && draw());
  connect();
} else {
  chat.hidden = true;
  document.getElementById("missing").hidden = false;
}
