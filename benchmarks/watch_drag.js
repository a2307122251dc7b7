// Counts the pictures that a page shows while a slider is dragged, and when each part of one changed.
//
// A picture is a frame for which Plotly has drawn every chart in sight. Times come from the page's own
// clock, and nothing is watched that would cost the page a notable part of a frame.
(() => {
  const state = { on: false };

  function inSight(plot) {
    const box = plot.getBoundingClientRect();
    return box.width > 0 && box.top < innerHeight && box.bottom > 0;
  }

  function spoken() {
    if (state.on) state.sentences.push(performance.now() - state.asked);
  }

  function drawn(plot) {
    if (!state.on) return;
    state.drawn.add(plot);
    if (state.drawn.size < state.charts.length) return;
    state.drawn.clear();
    state.pictures.push({ shown: document.timeline.currentTime, after: performance.now() - state.asked });
  }

  addEventListener("input", () => (state.asked = performance.now()), { capture: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) state.longest = Math.max(state.longest, state.on ? duration : 0);
  }).observe({ type: "longtask" });

  window.watchDrag = {
    begin() {
      const charts = [...document.querySelectorAll(".js-plotly-plot")].filter(inSight);
      const first = !state.charts;
      Object.assign(state, { on: true, asked: performance.now(), drawn: new Set(), charts, pictures: [], sentences: [], longest: 0 });
      if (first) {
        for (const plot of charts) plot.on("plotly_afterplot", () => drawn(plot));
        new MutationObserver(spoken).observe(document.querySelector("h1"), { childList: true, characterData: true, subtree: true });
      }
      return charts.length;
    },
    end() {
      state.on = false;
      const { pictures, sentences, longest } = state;
      return { pictures, sentences, longest };
    },
  };
})();
