import { severalLines } from "./lines.js";
import { typeahead } from "./typeahead.js";

const MOST_IDEAS = 6;
const MOST_BYTES = 4 * 1024 * 1024;

// The message box: text with completions, a file, and buttons with things to say.
export function composer({ say, sendFile }) {
  const form = document.getElementById("composer");
  const input = document.getElementById("say");
  const file = document.getElementById("file");
  const ideas = document.getElementById("ideas");
  const status = document.getElementById("status");
  const completions = typeahead(input, document.getElementById("completions"));
  const lines = severalLines(form, input, completions);
  let startersWanted = false;

  form.addEventListener("submit", event => {
    event.preventDefault();
    const text = (lines.take() ?? input.value).trim();
    if (text !== "") {
      input.value = "";
      completions.close();
      say(text);
    }
  });

  document.getElementById("attach").addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    const [chosen] = file.files;
    file.value = "";
    if (chosen?.size > MOST_BYTES) {
      status.textContent = `${chosen.name} is larger than 4 MB. Send a smaller file.`;
    } else if (chosen) {
      sendFile(chosen);
    }
    input.focus();
  });

  function offer(texts) {
    ideas.replaceChildren(...texts.slice(0, MOST_IDEAS).map(text => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = text;
      button.addEventListener("click", () => {
        input.focus();
        say(text);
      });
      return button;
    }));
    ideas.hidden = texts.length === 0;
  }

  async function offerStarters() {
    try {
      const response = await fetch("/api/starters");
      const { questions = [] } = await response.json();
      if (startersWanted && ideas.childElementCount === 0) {
        offer(questions);
      }
    } catch {
      // The bot is away: the page says so elsewhere.
    }
  }

  return {
    offer,
    focus() {
      // On a phone the keyboard would cover the greeting.
      if (matchMedia("(pointer: fine)").matches) {
        input.focus();
      }
    },
    // Ready to type; with questions to start with, when nothing was said yet.
    show(withStarters) {
      const wasHidden = form.hidden;
      form.hidden = false;
      if (wasHidden) {
        this.focus();
      }
      offer([]);
      startersWanted = withStarters;
      if (withStarters) {
        offerStarters();
      }
    }
  };
}
