// Tells when the charts in sight last changed after a key press or a pointer's move.
//
// The whole body is watched, not the charts' nodes: some peers take their charts away and make new ones.
(() => {
  const QUIET = 250; // ms without a change once every chart has changed
  const state = { armed: false, began: 0, sentence: 0, changed: new Map(), before: [] };
  const plots = () => [...document.querySelectorAll(".js-plotly-plot")];

  function inSight(plot) {
    const box = plot.getBoundingClientRect();
    return box.width > 0 && box.bottom > 0 && box.top < innerHeight;
  }

  // What a person would see of a chart: its shapes and words, without the names of its nodes.
  function look(plot) {
    const shapes = [...plot.querySelectorAll("path")].map((path) => path.getAttribute("d"));
    return [...shapes, ...[...plot.querySelectorAll("text")].map((text) => text.textContent)].join("|");
  }

  function seen(records) {
    if (!state.armed || !state.began) return;
    const now = performance.now();
    for (const { target, addedNodes } of records) {
      const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
      const plot = element?.closest(".js-plotly-plot");
      if (plot) state.changed.set(plot, now);
      else for (const added of addedNodes) for (const inside of plotsIn(added)) state.changed.set(inside, now);
      if (element?.closest("h1")) state.sentence = now;
    }
  }

  function plotsIn(node) {
    if (node.nodeType !== Node.ELEMENT_NODE) return [];
    return node.matches(".js-plotly-plot") ? [node] : node.querySelectorAll(".js-plotly-plot");
  }

  function begin(event) {
    if (state.armed && !state.began) state.began = event.timeStamp;
  }

  function last() {
    const times = [...state.changed].filter(([plot]) => plot.isConnected && inSight(plot)).map(([, time]) => time);
    return times.length ? Math.max(...times) : 0;
  }

  // Asked while the page works: it must not make the browser lay the page out.
  function followed() {
    return [...state.changed.keys()].filter((plot) => plot.isConnected).length >= state.before.length;
  }

  window.watchCharts = {
    arm() {
      state.before = plots().filter(inSight).map(look);
      state.changed = new Map();
      state.began = state.sentence = 0;
      state.armed = true;
    },
    async ended() {
      const deadline = performance.now() + 10_000;
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 25));
        const now = performance.now();
        if (now > deadline || (followed() && now - Math.max(...state.changed.values()) > QUIET)) break;
      }
      state.armed = false;
      const after = plots().filter(inSight).map(look);
      return {
        milliseconds: last() - state.began,
        sentence: state.sentence - state.began,
        charts: after.length,
        unchanged: after.filter((chart, place) => chart === state.before[place]).length,
      };
    },
  };

  addEventListener("keydown", begin, { capture: true });
  addEventListener("pointermove", (event) => event.buttons && begin(event), { capture: true });
  const observer = new MutationObserver(seen);
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
})();
