// Counts the pictures that a page shows while a slider is dragged, and when each part of one changed.
//
// A picture is a frame in which every chart in sight was changed. Times come from the page's own clock.
(() => {
  const state = { on: false, asked: 0, frame: 0, changed: new Set(), charts: [], pictures: [], frames: [], sentences: [], longest: 0 };

  function inSight(plot) {
    const box = plot.getBoundingClientRect();
    return box.width > 0 && box.top < innerHeight && box.bottom > 0;
  }

  function seen(records) {
    if (!state.on) return;
    const now = performance.now();
    for (const { target } of records) {
      const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
      if (element?.closest("h1")) state.sentences.push({ after: now - state.asked, before: state.changed.size === 0 });
      const plot = element?.closest(".js-plotly-plot");
      if (plot) state.changed.add(plot);
    }
  }

  function tick(time) {
    if (!state.on) return;
    state.frames.push(time);
    if (state.charts.every((plot) => state.changed.has(plot))) {
      state.pictures.push({ shown: time, after: time - state.asked });
    }
    state.changed = new Set();
    requestAnimationFrame(tick);
  }

  addEventListener("input", () => (state.asked = performance.now()), { capture: true });
  new MutationObserver(seen).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) state.longest = Math.max(state.longest, state.on ? duration : 0);
  }).observe({ type: "longtask" });

  window.watchDrag = {
    begin() {
      Object.assign(state, { on: true, changed: new Set(), pictures: [], frames: [], sentences: [], longest: 0 });
      state.charts = [...document.querySelectorAll(".js-plotly-plot")].filter(inSight);
      requestAnimationFrame(tick);
      return state.charts.length;
    },
    end() {
      state.on = false;
      const { pictures, frames, sentences, longest } = state;
      return { pictures, frames, sentences, longest };
    },
  };
})();
