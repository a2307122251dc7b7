// While a thumb is dragged Streamlit sends nothing until it is let go. The page should move as the
// speaker does: the value under the thumb is sent as a preview, one at a time, the newest last.

export function watchSliders(view) {
  const watch = { dragging: null, waiting: false, next: null, sent: null };
  const options = { signal: view.leave.signal, capture: true };
  document.addEventListener("pointerdown", (event) => begin(view, watch, event), options);
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => letGo(watch), options);
  const observer = new MutationObserver((changes) => changes.forEach((change) => moved(view, watch, change.target)));
  observer.observe(document.body, { subtree: true, attributes: true, attributeFilter: ["aria-valuetext"] });
  view.leave.signal.addEventListener("abort", () => observer.disconnect());
  return {
    answered() {
      watch.waiting = false;
      if (watch.next) preview(view, watch, watch.next);
    },
  };
}

function letGo(watch) {
  watch.dragging = watch.next = watch.sent = null;
}

function begin(view, watch, event) {
  const slider = event.target.closest?.('[data-testid="stSlider"]');
  const field = slider && fieldOf(view, slider);
  watch.dragging = field ? slider : null;
}

function fieldOf(view, slider) {
  const holder = slider.closest('[class*="st-key-"]');
  const name = [...(holder?.classList ?? [])].find((one) => one.startsWith("st-key-"))?.slice("st-key-".length);
  return view.data.fields?.[name];
}

function moved(view, watch, input) {
  if (!watch.dragging?.contains(input)) return;
  preview(view, watch, { type: "preview", field: fieldOf(view, watch.dragging), value: Number(input.value) });
}

function preview(view, watch, event) {
  if (watch.sent?.field === event.field && watch.sent.value === event.value) return;
  if (watch.waiting) {
    watch.next = event;
    return;
  }
  watch.waiting = true;
  watch.next = null;
  watch.sent = event;
  view.send(event);
}
