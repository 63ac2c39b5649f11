// What is pasted with line breaks, such as a job description, keeps them: the one line grows into several.
export function severalLines(form, input, completions) {
  const lines = document.getElementById("lines");
  const help = document.getElementById("lines-help");

  function show(several) {
    lines.hidden = help.hidden = !several;
    input.hidden = several;
    (several ? lines : input).focus();
  }

  input.addEventListener("paste", event => {
    const pasted = event.clipboardData.getData("text/plain");
    if (!pasted.trim().includes("\n")) {
      return;
    }
    event.preventDefault();
    completions.close();
    lines.value = input.value.slice(0, input.selectionStart) + pasted + input.value.slice(input.selectionEnd);
    show(true);
    // What was pasted is looked over from its beginning.
    lines.setSelectionRange(0, 0);
    lines.scrollTop = 0;
  });

  lines.addEventListener("keydown", event => {
    if (event.isComposing) {
      return;
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === "Escape") {
      event.preventDefault();
      input.value = lines.value.replace(/\s+/g, " ").slice(0, input.maxLength);
      lines.value = "";
      show(false);
    }
  });

  return {
    // The text of several lines, which is a line again then; undefined when there is one line only.
    take() {
      if (lines.hidden) {
        return undefined;
      }
      const text = lines.value;
      lines.value = "";
      show(false);
      return text;
    }
  };
}
