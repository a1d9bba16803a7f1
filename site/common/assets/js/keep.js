// A long form keeps itself while somebody writes: on the server, and nowhere in the browser. Every form works without.
// <form data-keep="address" data-revision="3">; a [data-keep-problem] to speak in; a [data-progress-text] to be calm in.
const PAUSE = 2000; // since the last key, in milliseconds
const LONGEST = 10000; // between the first key and the saving of it
const RETRY = 5000;
const PATIENCE = 10000; // for one answer of the server
const SIGNED_IN = 20 * 60 * 1000; // SESSION_COOKIE_AGE
const WARN_BEFORE = 2 * 60 * 1000;

const SAYS = {
  offline: "There is no connection just now. Your words are still here. Keep this page open: we save them when it is back.",
  signedOut: "You may have been signed out. Your words are still here. Sign in again in another tab, then come back to this one.",
  unknown: "We could not save this just now. Your words are still here, and we try again.",
};

class Keeper {
  constructor(form) {
    this.form = form;
    this.problem = document.querySelector("[data-keep-problem]");
    this.calm = document.querySelector("[data-progress-text]");
    this.revision = form.dataset.revision;
    this.kept = this.typed();
    this.heard = Date.now(); // when the server last knew of us
    form.addEventListener("input", () => this.soon(PAUSE));
    form.addEventListener("change", () => this.soon(PAUSE));
    form.addEventListener("submit", (event) => this.beforeSubmit(event));
    window.addEventListener("online", () => this.soon(0));
    document.addEventListener("visibilitychange", () => document.hidden && this.save({ keepalive: true }));
    window.addEventListener("beforeunload", (event) => this.isUnsaved && !this.leaving && event.preventDefault());
    // "Back" shows the page as it was: what was saved since would be typed over.
    window.addEventListener("pageshow", (event) => event.persisted && location.reload());
    setInterval(() => this.sayWhen(), 10000);
  }

  typed() {
    return new URLSearchParams(new FormData(this.form)).toString();
  }

  get isUnsaved() {
    return !this.stopped && this.typed() !== this.kept;
  }

  // After a pause; and while somebody types without one, often enough all the same.
  soon(wait) {
    clearTimeout(this.timer);
    this.waitingSince ||= Date.now();
    this.timer = setTimeout(() => this.save(), Math.min(wait, Math.max(0, this.waitingSince + LONGEST - Date.now())));
  }

  // Gives whether the words are safe, or at least seen: false only where nobody answered.
  async save(options = {}) {
    this.waitingSince = 0;
    if (this.saving) await this.saving;
    if (!this.isUnsaved) return true;
    this.saving = this.send(options);
    const answered = await this.saving;
    this.saving = null;
    if (!answered) this.soon(RETRY);
    return answered;
  }

  async send(options) {
    const typed = this.typed();
    const body = new FormData(this.form);
    body.set("revision", this.revision);
    const clock = new AbortController();
    const timer = setTimeout(() => clock.abort(), PATIENCE);
    try {
      const answer = await fetch(this.form.dataset.keep, {
        method: "POST", body, redirect: "manual", signal: clock.signal, ...options,
      });
      return await this.heardFrom(answer, typed);
    } catch {
      return this.say(SAYS.offline);
    } finally {
      clearTimeout(timer);
    }
  }

  async heardFrom(answer, typed) {
    if (answer.ok) {
      const { revision, left_out: leftOut } = await answer.json();
      Object.assign(this, { revision, kept: typed, savedAt: Date.now(), heard: Date.now() });
      this.say(leftOut.join(" "));
      this.sayWhen();
      return true;
    }
    if (answer.status === 409) {
      // Newer words are there. Nothing is written over them; these stay in the page, and the button shows both.
      this.stopped = true;
      this.say(`${(await answer.json()).problem} What you typed here is not lost: press the button, and you see both.`);
      return true;
    }
    if ([401, 403, 0].includes(answer.status)) {
      await this.newToken();
      return this.say(SAYS.signedOut);
    }
    return this.say(SAYS.unknown);
  }

  // After signing in again in another tab, this page's token is an old one.
  async newToken() {
    const answer = await fetch(location.href, { redirect: "manual" });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-keep] [name=csrfmiddlewaretoken]");
    if (fresh) this.form.elements.csrfmiddlewaretoken.value = fresh.value;
    this.heard = Date.now();
  }

  // Words first, page afterwards: a line that drops while the page is sent then takes nothing with it.
  async beforeSubmit(event) {
    if (this.leaving || !this.isUnsaved) {
      this.leaving = true;
      clearTimeout(this.timer);
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (this.submitting) return;
    this.submitting = true;
    const answered = await this.save();
    this.submitting = false;
    if (!answered) return;
    this.leaving = true;
    clearTimeout(this.timer);
    if (this.form.requestSubmit) this.form.requestSubmit(event.submitter);
    else (event.submitter || this.form.querySelector("button")).click();
  }

  say(problem) {
    if (this.problem.textContent !== problem) this.problem.textContent = problem;
    this.problem.hidden = !problem;
    return false;
  }

  sayWhen() {
    if (!this.savedAt || !this.calm) return;
    const seconds = Math.round((Date.now() - this.savedAt) / 10000) * 10;
    const ago = seconds < 10 ? "just now" : seconds < 60 ? `${seconds} seconds ago` : `${Math.round(seconds / 60)} min ago`;
    this.calm.textContent = ` · saved ${ago}`;
  }
}

// Two minutes before the sign-in ends somebody who only thinks is asked, and one key keeps them in.
function askBeforeTheEnd(keeper, dialog) {
  if (!dialog || !dialog.showModal) return;
  dialog.addEventListener("close", () => keeper.newToken());
  setInterval(() => {
    const quiet = Date.now() - keeper.heard;
    if (quiet >= SIGNED_IN && !keeper.isUnsaved) location.reload(); // nothing is left to read for the next person
    else if (quiet >= SIGNED_IN - WARN_BEFORE && !dialog.open) dialog.showModal();
  }, 1000);
}

const form = document.querySelector("form[data-keep]");
if (form) askBeforeTheEnd(new Keeper(form), document.querySelector("[data-still-there]"));
