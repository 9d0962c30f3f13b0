// What Material keeps in the browser: its own script, once for all pages, and the letters that a page begins with.
// It runs before the page is painted; the names are Material's, whose own script calls them.
"use strict";
(function () {
  // Material's script says so too, but after the first painting, and the whole page would be styled once more.
  document.documentElement.classList.replace("no-js", "js");
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const scope = new URL(script.dataset.scope || "..", script.dataset.scope ? location.href : script.src);
  const page = /** @type {any} */ (window);
  page.__md_scope = scope;
  page.__md_hash = function (/** @type {string} */ text) {
    return [...text].reduce((sum, char) => (sum << 5) - sum + char.charCodeAt(0), 0);
  };
  // A browser that keeps nothing, and says so by an error, shows the page all the same.
  page.__md_get = function (/** @type {string} */ key, /** @type {Storage=} */ store, base = scope) {
    try {
      return JSON.parse((store || localStorage).getItem(base.pathname + "." + key) || "null");
    } catch {
      return null;
    }
  };
  page.__md_set = function (/** @type {string} */ key, /** @type {any} */ value, /** @type {Storage=} */ store, base = scope) {
    try {
      (store || localStorage).setItem(base.pathname + "." + key, JSON.stringify(value));
    } catch { /* as above */ }
  };

  // The letters are asked for beside the styles, not after them: text that changes its face later moves what is below.
  // A disk refuses to be asked so, and is quick enough.
  const LETTERS = { latin: /^(?!ar|fa|he|ja|ko|ps|ur|zh)/, cyrillic: /^(be|bg|kk|ky|mk|mn|ru|sr|tg|uk)\b/ };
  for (const [part, languages] of Object.entries(LETTERS)) {
    if (!location.protocol.startsWith("http") || !languages.test(document.documentElement.lang)) continue;
    for (const weight of [600, 400]) {
      const href = new URL(`fonts/source-serif-4-${part}-${weight}-normal.woff2`, script.src).href;
      document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href: href }));
    }
  }
})();
