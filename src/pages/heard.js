// What pages of someone answering do better where scripts run: reading aloud, and leaving at once by the keyboard.
// Nothing is kept in the browser and nobody is asked for anything. Every page works without this.
(() => {
  const words = document.currentScript.dataset;
  const root = document.documentElement;

  // Leaving: the page is gone before the next one comes, and "back" does not lead to it.
  const leave = () => {
    root.classList.add("gone");
    location.replace("/leave");
  };
  for (const link of document.querySelectorAll('a[href="/leave"]')) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leave();
    });
  }
  // Shift three times within five seconds, and nothing else in between.
  let pressed = [];
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift") {
      pressed = [];
      return;
    }
    pressed = pressed.filter((at) => event.timeStamp - at < 5000);
    pressed.push(event.timeStamp);
    if (pressed.length === 3) leave();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") pressed = [];
  });
  // Browsers bring whole pages back with "back", whatever they were told about keeping them: someone else may be
  // sitting here by then. What is on such a page is asked for anew; what was sent or forgotten is no longer there.
  addEventListener("pagehide", () => {
    if (document.querySelector("main .code, main .ans")) root.classList.add("gone");
  });
  addEventListener("pageshow", (event) => {
    // Not `reload`: what a form brought, such as a code, would be sent again.
    if (event.persisted) location.replace(location.pathname + location.search);
  });
  for (const part of document.querySelectorAll("[data-scripted]")) part.hidden = false;

  // Reading aloud: only where this device has a voice for the language of the question.
  const voices = window.speechSynthesis;
  const ask = document.querySelector("main .ask");
  if (!voices || !ask) return;
  const language = (part) => part.closest("[lang]").lang;
  const parts = () => [
    ...document.querySelectorAll(
      "main .ask :is(h1, h2, p, li), main .ask ~ :is(h2, p), main .ask ~ :is(ul, .village) > li, fieldset > .hint, .note p, .pick label, .pick .hint, .places label, .places li:first-child option + option",
    ),
  ];
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn two listen";
  button.hidden = true;
  let speaking = false;
  const show = (on) => {
    speaking = on;
    button.textContent = on ? words.stop : words.listen;
    button.setAttribute("aria-pressed", on);
  };
  const stop = () => {
    voices.cancel();
    show(false);
  };
  button.addEventListener("click", () => {
    if (speaking) return stop();
    voices.cancel();
    show(true);
    const said = new Set();
    const all = parts().filter((part) => !said.has(part.textContent) && said.add(part.textContent));
    all.forEach((part, at) => {
      const spoken = new SpeechSynthesisUtterance(part.textContent.trim());
      spoken.lang = language(part);
      spoken.rate = 0.9;
      if (at === all.length - 1) spoken.onend = () => show(false);
      voices.speak(spoken);
    });
  });
  const find = () => {
    const wanted = language(ask).slice(0, 2);
    button.hidden = !voices.getVoices().some((voice) => voice.lang.slice(0, 2).toLowerCase() === wanted);
  };
  show(false);
  find();
  if (voices.addEventListener) voices.addEventListener("voiceschanged", find);
  addEventListener("pagehide", stop);
  // Before the form, so that its first button stays the one that goes on.
  const place = ask.closest("form") || ask;
  place.before(button);
})();
