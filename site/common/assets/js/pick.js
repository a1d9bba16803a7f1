// A long list of checkboxes, by keyboard: arrows move, a letter jumps to the next choice that starts with it. Only while
// one of them has the focus (WCAG 2.1.4). Control and Enter send the form from a text box too. Without this, Tab does it.
for (const form of document.querySelectorAll("form[data-pick]")) {
  const boxes = [...form.querySelectorAll('input[type="checkbox"]')];
  const nameOf = (box) => box.labels[0].textContent.trim().toLowerCase();
  form.querySelector("[data-pick-help]")?.removeAttribute("hidden");

  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.ctrlKey) {
      form.requestSubmit();
      return;
    }
    const here = boxes.indexOf(event.target);
    if (here < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const after = [...boxes.slice(here + 1), ...boxes.slice(0, here)];
    let next;
    if (event.key === "ArrowDown") next = after[0];
    else if (event.key === "ArrowUp") next = after.at(-1);
    else if (event.key.length === 1 && event.key !== " ") next = after.find((box) => nameOf(box).startsWith(event.key.toLowerCase()));
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
