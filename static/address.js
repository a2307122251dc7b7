// The address bar holds the scenario, so that a reload loses nothing. Replaced, never pushed: the
// back button leads to the page before, not to the slider's step before.

export function keepAddress(query) {
  if (query === undefined || query === null) return;
  const address = query ? `?${query}` : "";
  if (address !== location.search) history.replaceState(history.state, "", location.pathname + address + location.hash);
}

export function keepLanguage(language) {
  if (language && document.documentElement.lang !== language) document.documentElement.lang = language;
}

// Streamlit keeps the theme by page in local storage and offers no call to change it: what it keeps is
// written for every page, and the page is loaded again. The address brings the case back.
export function wear(theme) {
  const pages = [...document.querySelectorAll('[data-testid="stTopNavLink"]')].map((link) => new URL(link.href).pathname);
  for (const page of new Set([...pages, location.pathname])) localStorage.setItem(`stActiveTheme-${page}-v2`, JSON.stringify(theme));
  location.reload();
}
