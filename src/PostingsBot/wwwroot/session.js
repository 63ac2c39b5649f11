// The conversation of this tab, so that a reload goes on with it. It ends with the tab.
const KEY = "postingsbot.conversation";
const ROLE_KEY = "postingsbot.role";

export function read() {
  try {
    const { token, conversationId } = JSON.parse(sessionStorage.getItem(KEY));
    return token && conversationId ? { token, conversationId } : undefined;
  } catch {
    return undefined;
  }
}

// The client renews its token by itself: what is kept is the newest.
export function keep({ token, conversationId }) {
  if (token && conversationId) {
    sessionStorage.setItem(KEY, JSON.stringify({ token, conversationId }));
  }
}

export function forget() {
  sessionStorage.removeItem(KEY);
  sessionStorage.removeItem(ROLE_KEY);
}

// True once for each role that the page is opened at.
export function opens(role) {
  const isNew = sessionStorage.getItem(ROLE_KEY) !== role;
  sessionStorage.setItem(ROLE_KEY, role);
  return isNew;
}
