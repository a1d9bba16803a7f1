// Pages behind a sign-in: somebody who only reads is asked two minutes before we sign them out, and one press keeps
// them in (WCAG 2.2.1). Whoever does not answer leaves nothing on the screen for the next person. Forms that keep
// themselves have a question of their own, in keep.js.
const dialog = document.querySelector("[data-idle]");
if (dialog?.showModal && !document.querySelector("form[data-keep]")) {
  const life = Number(dialog.dataset.idle) * 1000;
  const warning = Math.min(2 * 60 * 1000, life / 2);
  let heard = Date.now(); // when the server last knew of us

  async function stay() {
    const { action, elements } = dialog.querySelector("form");
    const body = new URLSearchParams({ csrfmiddlewaretoken: elements.csrfmiddlewaretoken.value });
    const answer = await fetch(action, { method: "POST", body, redirect: "manual" }).catch(() => null);
    if (answer?.ok) {
      heard = Date.now();
      dialog.close();
    } else if (answer) {
      location.reload(); // signed out meanwhile: the sign-in page says so
    }
  }

  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    stay();
  });
  // Escape means yes: no key may throw somebody out.
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    stay();
  });
  // Typing is a sign of life too, and is told to the server at most once a minute.
  document.addEventListener("input", () => !dialog.open && Date.now() - heard > 60 * 1000 && stay());
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
  setInterval(() => {
    const quiet = Date.now() - heard;
    if (quiet >= life) location.reload();
    else if (quiet >= life - warning && !dialog.open) dialog.showModal();
  }, 1000);
}
