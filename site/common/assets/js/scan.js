// At the door: codes from a phone's camera, or references typed by hand, signed in one after the other. While there is
// no connection they wait in the memory of this page, and nowhere else. Without this the form sends as it is.
// Sending one twice is harmless: the server answers that the person is signed in already.
const RETRY = 5000; // milliseconds
const PATIENCE = 10000; // for one answer of the server
const LOOK = 250; // between two looks through the camera
const SAME = 4000; // a code that is still in front of the camera is not a second person
const REFERENCE = /^[34679CDFGHJKMNPQRTVWXY]{3}-[34679CDFGHJKMNPQRTVWXY]{4}$/;
const MOST_LINES = 40;

class Door {
  constructor(part) {
    this.form = part.querySelector("form");
    this.field = this.form.elements.reference;
    this.log = part.querySelector("[data-scan-log]");
    this.waiting = part.querySelector("[data-scan-waiting]");
    this.queue = [];
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.add(this.field.value.trim());
      this.field.value = "";
      this.field.focus();
    });
    window.addEventListener("online", () => this.send());
    window.addEventListener("beforeunload", (event) => this.queue.length && event.preventDefault());
  }

  add(reference) {
    if (!this.queue.includes(reference)) this.queue.push(reference);
    this.send();
  }

  async send() {
    clearTimeout(this.timer);
    if (this.sending) return;
    this.sending = true;
    let problem = "";
    while (this.queue.length && !problem) {
      problem = await this.post(this.queue[0]);
      if (!problem) this.queue.shift();
    }
    this.sending = false;
    const number = this.queue.length;
    const people = number === 1 ? "1 reference waits" : `${number} references wait`;
    this.waiting.textContent = problem && `${problem} ${people} in this page. Keep it open: we try again.`;
    if (number) this.timer = setTimeout(() => this.send(), RETRY);
  }

  // Empty when the server gave its answer, whatever it was; otherwise why there is none.
  async post(reference) {
    const body = new FormData(this.form);
    body.set("reference", reference);
    const clock = new AbortController();
    const timer = setTimeout(() => clock.abort(), PATIENCE);
    try {
      const answer = await fetch(this.form.action, {
        method: "POST", body, redirect: "manual", signal: clock.signal, headers: { Accept: "application/json" },
      });
      if (answer.ok) return this.heard(await answer.json());
      if ([401, 403, 0].includes(answer.status)) {
        await this.newToken();
        return "You may have been signed out. Sign in again in another tab, then come back to this one.";
      }
      return "We could not send this just now.";
    } catch {
      return "There is no connection just now.";
    } finally {
      clearTimeout(timer);
    }
  }

  heard({ done, said, box, came }) {
    this.say(said, done);
    document.querySelector("[data-scan-came]").textContent = came;
    const tick = document.querySelector(`[data-scan-list] input[name="came"][value="${box}"]`);
    if (tick && !tick.checked) {
      tick.checked = true;
      // So that taking the tick away again means it.
      const seen = Object.assign(document.createElement("input"), { type: "hidden", name: "seen", value: box });
      tick.form.append(seen);
    }
    return "";
  }

  say(words, done) {
    const line = document.createElement("p");
    line.textContent = `${done ? "✓" : "✗"} ${words}`;
    this.log.prepend(line);
    while (this.log.children.length > MOST_LINES) this.log.lastChild.remove();
  }

  // After signing in again in another tab, this page's token is an old one.
  async newToken() {
    const answer = await fetch(location.href, { redirect: "manual" });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-scan] [name=csrfmiddlewaretoken]");
    if (fresh) this.form.elements.csrfmiddlewaretoken.value = fresh.value;
  }
}

class Camera {
  constructor(part, door) {
    this.door = door;
    this.button = part.querySelector("[data-scan-start]");
    this.picture = part.querySelector("video");
    this.detector = new BarcodeDetector({ formats: ["qr_code"] });
    this.button.addEventListener("click", () => (this.stream ? this.stop() : this.start()));
    document.addEventListener("visibilitychange", () => document.hidden && this.stop());
    part.querySelector("[data-scan-camera]").hidden = false;
  }

  async start() {
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch {
      this.door.say("The camera did not start. Type the reference instead.", false);
      return;
    }
    this.picture.srcObject = this.stream;
    this.picture.hidden = false;
    this.button.textContent = "Stop the camera";
    this.timer = setInterval(() => this.look(), LOOK);
    await this.picture.play();
  }

  stop() {
    clearInterval(this.timer);
    this.stream?.getTracks().forEach((track) => track.stop());
    this.stream = null;
    this.picture.hidden = true;
    this.button.textContent = "Scan with the camera";
  }

  async look() {
    if (this.picture.readyState < 2) return;
    const [code] = await this.detector.detect(this.picture).catch(() => []);
    const words = code?.rawValue.trim();
    if (!words || (words === this.last && Date.now() - this.at < SAME)) {
      if (words) this.at = Date.now();
      return;
    }
    this.last = words;
    this.at = Date.now();
    navigator.vibrate?.(60);
    if (REFERENCE.test(words)) this.door.add(words);
    else this.door.say("That is not one of our codes.", false);
  }
}

async function open(part) {
  const door = new Door(part);
  if (!("BarcodeDetector" in window) || !navigator.mediaDevices) return;
  const formats = await BarcodeDetector.getSupportedFormats().catch(() => []);
  if (formats.includes("qr_code")) new Camera(part, door);
}

const part = document.querySelector("[data-scan]");
if (part) open(part);
