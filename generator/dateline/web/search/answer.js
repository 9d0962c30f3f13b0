// A search to its answer: what dateline.search promises.
"use strict";
(function () {
  const inner = window.dateline.inner;
  const LIMIT = 10;

  /** Chosen values by facet. @param {Record<string, any>} options @returns {Record<string, string[]>} */
  function chosenOf(options) {
    /** @type {Record<string, string[]>} */
    const chosen = {};
    inner.boot.facets.forEach(function (/** @type {string} */ facet) {
      const values = [].concat(options[facet] === undefined || options[facet] === null ? [] : options[facet]).map(String).filter(Boolean);
      if (values.length) chosen[facet] = values;
    });
    return chosen;
  }

  /** Numbers of entries in order, with what it took to find them. @param {string} words @param {Record<string, any>} options */
  async function find(words, options) {
    const ranked = await inner.rank(words, options.typing !== false);
    const range = {
      from: inner.narrow.dayNumber(options.from, false), to: inner.narrow.dayNumber(options.to, true),
      certain: Boolean(options.certain),
    };
    const left = await inner.narrow.narrow(ranked.entries, chosenOf(options), range);
    const byDate = options.sort === "date";
    return { ranked: ranked, left: left, entries: byDate ? await inner.narrow.byDate(left.entries) : left.entries };
  }

  /** Why there is nothing, and what is near. @param {Awaited<ReturnType<typeof find>>} found */
  async function explain(found) {
    const words = found.ranked.query.words, meanings = found.ranked.meanings;
    const missing = words.filter(function (/** @type {string} */ _, /** @type {number} */ at) { return !meanings[at].stems.size; });
    /** @type {string[]} */
    const near = [];
    for (const word of missing) near.push(...await nearby(word));
    const each = await Promise.all(words.map(async function (/** @type {string} */ word) {
      return { word: word, total: (await inner.rank(word, false)).entries.length };
    }));
    return { missing: missing, near: near, each: each, before: found.ranked.entries.length };
  }

  /**
   * The same search with one word less, where that finds more: those that find least come first, since they are nearest.
   * @param {Awaited<ReturnType<typeof find>>} found @returns {Promise<{words: string, without: string, total: number}[]>}
   */
  async function relaxed(found) {
    const query = found.ranked.query;
    if (query.words.length < 2 || query.phrases.length || query.without.length) return [];
    const ways = await Promise.all(query.words.map(async function (/** @type {string} */ without, /** @type {number} */ at) {
      const words = query.words.filter(function (/** @type {string} */ _, /** @type {number} */ place) { return place !== at; }).join(" ");
      return { words: words, without: without, total: (await inner.rank(words, false)).entries.length };
    }));
    const more = ways.filter(function (way) { return way.total > found.ranked.entries.length; });
    return more.sort(function (a, b) { return a.total - b.total || (a.words < b.words ? -1 : 1); }).slice(0, 3);
  }

  /** Forms that share the longest beginning with a word. @param {string} word @returns {Promise<string[]>} */
  async function nearby(word) {
    const forms = await inner.parts.spelt(Array.from(word)[0]);
    for (let size = word.length - 1; size > 2; size -= 1) {
      const near = forms.filter(function (form) { return form.startsWith(word.slice(0, size)); });
      if (near.length) return near.slice(0, 3);
    }
    return [];
  }

  /** Titles of some entries; `excerpts` adds the words around. @param {Awaited<ReturnType<typeof find>>} found @param {number} offset @param {number} limit */
  function titles(found, offset, limit) {
    return Promise.all(found.entries.slice(offset, offset + limit).map(async function (/** @type {number} */ entry) {
      return { entry: entry, ...await inner.excerpt.title(entry) };
    }));
  }

  /** The promise. @param {string} words @param {Record<string, any>} options */
  async function answer(words, options) {
    const found = await find(words, options), forms = await inner.excerpt.formsOf(found.ranked.meanings);
    const shown = await titles(found, options.offset || 0, options.limit === undefined ? LIMIT : options.limit);
    const excerpts = options.excerpts === false ? [] : await Promise.all(shown.map(function (title) { return inner.excerpt.excerpt(title.entry, forms); }));
    const results = shown.map(function (title, at) {
      return { id: title.id, kind: title.kind, title: title.title, url: title.url, when: title.when, excerpt: excerpts[at] || "" };
    });
    return { total: found.entries.length, facets: options.facets === false ? {} : await inner.narrow.count(found.left), results: results };
  }

  Object.assign(inner, { answer: answer, find: find, titles: titles, explain: explain, relaxed: relaxed });
})();
