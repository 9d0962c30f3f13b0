// The way into the search: dateline.search, and the loader of what it needs, on demand and by script elements.
"use strict";
(function () {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const folder = new URL("search/", script.src).href, site = new URL("..", script.src).href;
  /** @type {Map<string, {promise: Promise<any>, done: (data: any) => void}>} */
  const loading = new Map();
  /** @type {Promise<any> | null} */
  let booted = null;
  /** @type {any} */
  const inner = { site: site, load: load, script: loadScript };

  /** Adds a script of ours to the page. @param {string} address @param {() => void} failed */
  function loadScript(address, failed) {
    const element = document.createElement("script");
    element.src = address;
    element.onerror = failed;
    document.head.append(element);
    return element;
  }

  /** What is written in a shard, loaded once. @param {string} name @returns {Promise<any>} */
  function load(name) {
    const known = loading.get(name);
    if (known) return known.promise;
    /** @type {(data: any) => void} */
    let done = function () {};
    const promise = new Promise(function (resolve, reject) {
      done = resolve;
      loadScript(folder + name + ".js", function () {
        loading.delete(name);
        reject(new Error(window["dateline"].say("The search index is incomplete: {file} cannot be loaded.", { file: name + ".js" })));
      });
    });
    loading.set(name, { promise: promise, done: done });
    return promise;
  }

  /** Called by every shard. @param {string} name @param {any} data */
  function part(name, data) {
    const waiting = loading.get(name);
    if (waiting) waiting.done(data);
  }

  /** Loads the program and its tables; nothing of it is loaded before it is asked for. */
  function boot() {
    booted = booted || load("boot").then(function (table) {
      inner.boot = { ...table, fences: table.terms.split("\n") };
    });
    booted.catch(function () { booted = null; });
    return booted;
  }

  /**
   * Finds what has all the words. `from` and `to` are days, months or years; `certain` asks for dates that lie within
   * for sure; `sort` is "relevance" or "date"; a facet is one value or several.
   * @param {string} words
   * @param {{kind?: string | string[], actor?: string | string[], source?: string | string[], topic?: string | string[],
   *   year?: string | string[], support?: string | string[], status?: string | string[], language?: string | string[],
   *   from?: string, to?: string, certain?: boolean, sort?: string, limit?: number, offset?: number,
   *   typing?: boolean, facets?: boolean, excerpts?: boolean}} [options]
   * @returns {Promise<{total: number, facets: Record<string, Record<string, number>>,
   *   results: {id: string, kind: string, title: string, url: string, when: string, excerpt: string}[]}>}
   */
  async function search(words, options) {
    await boot();
    return inner.answer(words || "", options || {});
  }

  window["dateline"] = Object.assign(window["dateline"] || {}, { search: search, part: part, inner: Object.assign(inner, { ready: boot }) });
  if (document.getElementById("dl-find")) loadScript(new URL("search-page.js", script.src).href, function () {});
})();
