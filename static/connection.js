// A lost connection is said in the language of the page; Streamlit says it in English alone.
import { element } from "./dom.js";

const LOST = '[data-testid="stConnectionStatus"], [data-testid="stStatusWidget"][data-connected="false"]';

export function watchConnection(view) {
  const note = element("div", { class: "connection", role: "status", hidden: true });
  document.body.append(note);
  const timer = setInterval(() => {
    const lost = document.querySelector(LOST) !== null;
    if (note.hidden !== lost) return;
    note.textContent = view.data.words.connection;
    note.hidden = !lost;
  }, 1000);
  view.leave.signal.addEventListener("abort", () => {
    clearInterval(timer);
    note.remove();
  });
}
