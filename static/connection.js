// A lost connection is said in the language of the page; Streamlit says it in English alone, and
// over the page. Its own dialog is hidden by the stylesheet while ours stands (body.connection-lost).
import { element } from "./dom.js";

const APP = '[data-testid="stApp"]';

export function watchConnection(view) {
  const note = element("div", { class: "connection", role: "status", hidden: true });
  document.body.append(note);
  const look = () => {
    const lost = document.querySelector(APP)?.dataset.testConnectionState !== "CONNECTED";
    if (note.hidden !== lost) return;
    note.textContent = lost ? view.data.words.connection : "";
    note.hidden = !lost;
    document.body.classList.toggle("connection-lost", lost);
  };
  const timer = setInterval(look, 500);
  view.leave.signal.addEventListener("abort", () => {
    clearInterval(timer);
    note.remove();
  });
}
