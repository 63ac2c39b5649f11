const WAIT_MILLISECONDS = 150;
const FEWEST_LETTERS = 2;
const MOST_LETTERS = 60;
const MOST_SHOWN = 6;

// Completes what is typed with words of the catalogue: a combobox after the ARIA pattern. Nothing is chosen unless an arrow key or a click chose it.
export function typeahead(input, list) {
  let timer;
  let request;
  let active = -1;
  let shown = { start: 0, texts: [] };

  function close() {
    clearTimeout(timer);
    request?.abort();
    list.hidden = true;
    list.replaceChildren();
    shown = { start: 0, texts: [] };
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  async function find(text, signal) {
    const response = await fetch(`/api/suggest?q=${encodeURIComponent(text)}&take=${MOST_SHOWN}`, { signal });
    return response.ok ? (await response.json()).suggestions : [];
  }

  // First all that is typed, for names of several words; then its last word.
  async function look() {
    const text = input.value;
    const lastWord = text.search(/[^\s,;]+$/);
    const starts = [...new Set([text.length - text.trimStart().length, lastWord])]
      .filter(start => start >= 0 && text.length - start >= FEWEST_LETTERS && text.length - start <= MOST_LETTERS);
    request?.abort();
    request = new AbortController();
    try {
      for (const start of starts) {
        const found = await find(text.slice(start), request.signal);
        if (found.length > 0) {
          show(start, found);
          return;
        }
      }
      close();
    } catch {
      // Aborted by the next letter, or the server is away: typing goes on without help.
    }
  }

  function show(start, found) {
    shown = { start, texts: found.map(one => one.text) };
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren(...found.map((one, index) => {
      const item = document.createElement("li");
      item.id = `completion-${index}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      const text = document.createElement("span");
      text.textContent = one.text;
      const about = document.createElement("small");
      about.textContent = `${one.kind}, ${one.roles} ${one.roles === 1 ? "role" : "roles"}`;
      item.append(text, " ", about);
      // Before the input loses the focus.
      item.addEventListener("pointerdown", event => {
        event.preventDefault();
        choose(index);
      });
      return item;
    }));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  }

  function move(by) {
    const count = shown.texts.length;
    active = active < 0 ? (by > 0 ? 0 : count - 1) : (active + by + count) % count;
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === active)));
    input.setAttribute("aria-activedescendant", `completion-${active}`);
    list.children[active].scrollIntoView({ block: "nearest" });
  }

  function choose(index) {
    input.value = input.value.slice(0, shown.start) + shown.texts[index];
    close();
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    if (input.value.trim().length < FEWEST_LETTERS) {
      close();
    } else {
      timer = setTimeout(look, WAIT_MILLISECONDS);
    }
  });

  input.addEventListener("keydown", event => {
    if (list.hidden || event.isComposing) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      choose(active);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  });

  input.addEventListener("blur", close);
  return { close };
}
