// The token of somebody whom a host site signed in comes behind "#token=" in the address: no server, log or Referer sees it there.
const LINK = "#token=";
const TOKEN = /^[\w-]{1,100}\.[\w-]{1,1900}\.[\w-]{1,100}$/;

// The token of the address; out of the address bar and the history at once.
export function takeToken() {
  if (!location.hash.startsWith(LINK)) {
    return undefined;
  }
  const token = location.hash.slice(LINK.length);
  history.replaceState(null, "", location.pathname + location.search);
  return TOKEN.test(token) ? token : undefined;
}

// What the host site calls the token's user; undefined when nobody is signed in. Only shown: the bot believes the token, not the page.
export function nameIn(token) {
  try {
    const payload = token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(payload), character => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes)).name;
  } catch {
    return undefined;
  }
}

export function showName(name) {
  const who = document.getElementById("who");
  if (who.dataset.name === (name ?? "")) {
    return;
  }
  who.dataset.name = name ?? "";
  const shown = document.createElement("strong");
  shown.textContent = name;
  who.replaceChildren(...name ? ["Signed in as ", shown] : []);
}
