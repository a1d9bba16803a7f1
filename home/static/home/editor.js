// Wagtail saves a draft by itself while somebody writes. On a form for a new page the first such save makes the page,
// so a press on "Save" or "Submit" at that moment would make it a second time, and is refused because its address is
// "already in use". Here a press waits until the save has come back; from then on the form leads to the page's own
// address. And once the form is on its way, no save follows it.
(function () {
  "use strict";
  const LONGEST_WAIT = 10000; // milliseconds
  let saving = false;
  let leaving = false;
  let waiting = null;

  const savesItself = (form) => (form.dataset.controller || "").split(/\s+/).includes("w-autosave");

  function goOn() {
    saving = false;
    if (!waiting) return;
    const { form, button, timer } = waiting;
    waiting = null;
    clearTimeout(timer);
    // A button that was switched off meanwhile, so that nobody presses twice, would not say its name.
    if (button) button.disabled = false;
    form.requestSubmit(button);
  }

  document.addEventListener("w-autosave:save", (event) => {
    if (leaving) event.preventDefault();
    else saving = !event.defaultPrevented;
  });
  document.addEventListener("w-autosave:success", goOn);
  document.addEventListener("w-autosave:error", goOn);

  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (!savesItself(form)) return;
      leaving = !saving;
      if (!saving) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!waiting) waiting = { form, button: event.submitter, timer: setTimeout(goOn, LONGEST_WAIT) };
    },
    true,
  );
  window.addEventListener("submit", (event) => {
    if (event.defaultPrevented) leaving = false;
  });
  window.addEventListener("pageshow", () => {
    leaving = false;
  });
})();
