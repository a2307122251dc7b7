// A long page of text and formulas. An address with an anchor finds its place, however late the
// formulas above it are drawn; a formula wider than its box can be scrolled from the keyboard.

const ACTS = ["wheel", "touchstart", "pointerdown", "keydown"];

export function watchReading(view) {
  const { signal } = view.leave;
  let arriving = location.hash.length > 1;
  for (const act of ACTS) addEventListener(act, () => (arriving = false), { signal, capture: true, passive: true });
  const observer = new ResizeObserver(() => {
    if (arriving) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
    for (const formula of document.querySelectorAll(".formulas .katex-display")) reach(formula);
  });
  observer.observe(document.querySelector('[data-testid="stMainBlockContainer"]'));
  signal.addEventListener("abort", () => observer.disconnect());
}

function reach(formula) {
  if (formula.scrollWidth > formula.clientWidth) formula.tabIndex = 0;
  else formula.removeAttribute("tabindex");
}
