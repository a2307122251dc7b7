// Figures as data: laying a small screen's layout over the wide one, and telling what moved.

// `over` holds dotted Plotly names: {"layout": {"xaxis.tickvals": […]}, "data": {"0": {"text": […]}}}.
export function overlaid(figure, over) {
  const data = figure.data.map((trace, place) => withNames(trace, over?.data?.[place]));
  return { data, layout: withNames(figure.layout, over?.layout) };
}

function withNames(base, names) {
  return Object.entries(names ?? {}).reduce((object, [name, value]) => placed(object, name.split("."), value), base);
}

function placed(object, [first, ...rest], value) {
  return { ...object, [first]: rest.length ? placed(object?.[first] ?? {}, rest, value) : value };
}

// What Plotly must be told to get from one figure to the other, or null where the kinds, the number
// or the names of what is drawn have changed and only a new figure will do.
export function difference(before, after) {
  if (before.data.length !== after.data.length) return null;
  const layout = changedNames(before.layout, after.layout);
  const byTrace = after.data.map((trace, place) => changedNames(before.data[place], trace));
  if (!layout || byTrace.some((names) => !names)) return null;
  const traces = byTrace.flatMap((names, place) => (Object.keys(names).length ? [place] : []));
  const data = {};
  for (const [row, place] of traces.entries()) {
    for (const [name, value] of Object.entries(byTrace[place])) (data[name] ??= new Array(traces.length))[row] = value;
  }
  return { data, layout, traces: traces.length ? traces : undefined, any: traces.length > 0 || Object.keys(layout).length > 0 };
}

function changedNames(before, after) {
  const [old, now] = [leaves(before), leaves(after)];
  if (old.size !== now.size) return null;
  const changed = {};
  for (const [name, value] of now) {
    if (!old.has(name)) return null;
    if (!same(old.get(name), value)) changed[name] = value;
  }
  return changed;
}

function leaves(object, path = "", found = new Map()) {
  for (const [name, value] of Object.entries(object)) {
    if (value && typeof value === "object" && !Array.isArray(value)) leaves(value, `${path}${name}.`, found);
    else found.set(path + name, value);
  }
  return found;
}

function same(one, other) {
  if (one === other) return true;
  return typeof one === "object" && typeof other === "object" && JSON.stringify(one) === JSON.stringify(other);
}
