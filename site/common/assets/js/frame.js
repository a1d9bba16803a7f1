// Everything here is an extra: without it each page reads, each form sends and "Exit this page" is a link.
import { CharacterCount } from "govuk-frontend/dist/govuk/components/character-count/character-count.mjs";
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs";
import { ExitThisPage } from "govuk-frontend/dist/govuk/components/exit-this-page/exit-this-page.mjs";

const body = document.body;
body.classList.add("js-enabled", "govuk-frontend-supported");

// Phone keyboards press Shift by themselves, and so do people who type a lot: pages for long text say
// data-exit-shortcut="off". The component listens for the keys unless it thinks that it already does.
if (body.dataset.exitShortcut === "off") {
  body.dataset.govukFrontendExitThisPageKeypress = "true";
}

for (const Component of [ExitThisPage, ErrorSummary, CharacterCount]) {
  for (const element of document.querySelectorAll(`[data-module="${Component.moduleName}"]`)) {
    try {
      new Component(element);
    } catch (error) {
      // One part that will not start must not stop the next, least of all the exit.
      console.error(error);
    }
  }
}

// A form sent twice by an impatient thumb is sent once. Only for a moment: the same form may fetch a file again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "true";
  setTimeout(() => delete form.dataset.sent, 1500);
});

// Filters stand open beside the results where there is room, and fold away on a phone.
const wide = window.matchMedia("(min-width: 56rem)");
for (const filter of document.querySelectorAll("details[data-open-when-wide]")) {
  if (wide.matches) filter.open = true;
}
