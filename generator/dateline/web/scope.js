// What Material keeps in the browser, and the colours chosen there: its own two scripts, once for all pages.
// They run before the page is painted; the names are Material's, whose own script calls them.
"use strict";
(function () {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const scope = new URL(script.dataset.scope || "..", script.dataset.scope ? location.href : script.src);
  const page = /** @type {any} */ (window), COLOURS = ["media", "scheme", "primary", "accent"];
  page.__md_scope = scope;
  page.__md_hash = function (/** @type {string} */ text) {
    return [...text].reduce((sum, char) => (sum << 5) - sum + char.charCodeAt(0), 0);
  };
  page.__md_get = function (/** @type {string} */ key, store = localStorage, base = scope) {
    return JSON.parse(store.getItem(base.pathname + "." + key) || "null");
  };
  page.__md_set = function (/** @type {string} */ key, /** @type {any} */ value, store = localStorage, base = scope) {
    try {
      store.setItem(base.pathname + "." + key, JSON.stringify(value));
    } catch { /* A browser that keeps nothing shows the page all the same. */ }
  };
  page.__md_palette = function () {
    const { color } = page.__md_get("__palette") || {};
    if (!color) return;
    if (color.media === "(prefers-color-scheme)") {
      const light = matchMedia("(prefers-color-scheme: light)").matches;
      const input = document.querySelector(`[data-md-color-media='(prefers-color-scheme: ${light ? "light" : "dark"})']`);
      for (const name of COLOURS) color[name] = input?.getAttribute("data-md-color-" + name);
    }
    for (const [name, value] of Object.entries(color)) document.body.setAttribute("data-md-color-" + name, String(value));
  };
})();
