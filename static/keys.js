// Shortcuts, only where no field has the keyboard.

export function watchKeys(view) {
  document.addEventListener(
    "keydown",
    (event) => {
      const shortcut = meaning(event);
      if (!shortcut || (shortcut !== "escape" && isTyping(event.target))) return;
      if (shortcut === "escape" && !view.data.presenting) return;
      event.preventDefault();
      view.send({ type: shortcut });
    },
    { signal: view.leave.signal },
  );
}

function meaning(event) {
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (command && key === "z") return event.shiftKey ? "redo" : "undo";
  if (command || event.altKey) return null;
  if (key === "p") return "pin";
  return event.key === "Escape" ? "escape" : null;
}

function isTyping(target) {
  const field = target.closest?.("input, textarea, select, [contenteditable]");
  return Boolean(field) && field.type !== "range";
}
