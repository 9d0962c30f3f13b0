// Numbers of entries to what a reader sees of them: titles, and the words around what was found.
"use strict";
(function () {
  /**
   * @typedef {{kind: string, id: string, url: string, title: string, when: string, said: string}} Title
   * @typedef {[start: number, end: number][]} Spans
   */
  const inner = window.dateline.inner, parts = inner.parts;
  const LENGTH = 200, BEFORE = 70;

  /** All that is written of an entry. @param {number} entry @returns {Promise<string[]>} */
  async function fields(entry) {
    const starts = parts.buckets(), bucket = parts.place(starts, entry);
    return (await inner.load("a" + bucket)).split("\n")[entry - starts[bucket]].split("\t");
  }

  /** From the card beside a word, or from the bucket. @param {number} entry @returns {Promise<Title>} */
  async function title(entry) {
    const [kind, id, url, words, when, said] = parts.cards.get(entry) || await fields(entry);
    return { kind: kind, id: id, url: new URL(url || address(kind, id), inner.site).href, title: words, when: when, said: said };
  }

  /** The usual address of a thing, by the rule of publish/search/shards.py. @param {string} kind @param {string} id */
  function address(kind, id) {
    if (inner.boot.folders[kind]) return inner.boot.folders[kind] + "/" + id + "/index.html";
    const between = inner.boot.anchored[kind];
    if (!between) return id;
    const at = id.indexOf(between);
    return inner.boot.folders.brief + "/" + id.slice(0, at) + "/index.html#" + kind + "-" + id.slice(at + 1);
  }

  /** The forms that count as found. @param {{stems: Map<string, number>}[]} meanings @returns {Promise<Set<string>>} */
  async function formsOf(meanings) {
    const stems = meanings.flatMap(function (meaning) { return Array.from(meaning.stems.keys()); });
    const groups = await Promise.all(stems.map(parts.group));
    return new Set(groups.flatMap(function (group) { return group.forms; }));
  }

  /** Where found words stand in a text. @param {string} text @param {Set<string>} forms @returns {Spans} */
  function spans(text, forms) {
    /** @type {Spans} */
    const found = [];
    inner.words.places(text).forEach(function (/** @type {{at: number, word: string, forms: string[]}} */ place) {
      if (place.forms.length === 1 && forms.has(place.forms[0])) found.push([place.at, place.at + place.word.length]);
      else place.forms.forEach(function (pair, step) {
        if (!forms.has(pair)) return;
        const last = found[found.length - 1];
        if (last && last[1] > place.at + step) last[1] = place.at + step + 2;
        else found.push([place.at + step, place.at + step + 2]);
      });
    });
    return found;
  }

  /** Where the most found words stand together; the first such place. @param {Spans} found */
  function densest(found) {
    let best = 0, most = 0;
    found.forEach(function (span, at) {
      let end = at;
      while (end < found.length && found[end][1] <= span[0] + LENGTH - BEFORE) end += 1;
      if (end - at > most) { most = end - at; best = span[0]; }
    });
    return best;
  }

  /** The part of a text around the words found. @param {string} text @param {Set<string>} forms */
  function around(text, forms) {
    const at = densest(spans(text, forms));
    let start = Math.max(0, at - BEFORE), end = Math.min(text.length, start + LENGTH);
    if (start) start = text.indexOf(" ", start) + 1 || start;
    if (start > at) start = Math.max(0, at - BEFORE);
    if (end < text.length && text.lastIndexOf(" ", end) > start) end = text.lastIndexOf(" ", end);
    return (start ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "");
  }

  /** @param {number} entry @param {Set<string>} forms */
  async function excerpt(entry, forms) {
    return around((await fields(entry))[6], forms);
  }

  inner.excerpt = { title: title, excerpt: excerpt, formsOf: formsOf, spans: spans };
})();
