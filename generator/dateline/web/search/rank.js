// A query to entries in the order of publish/search/rank.py: the same operations in the same order.
"use strict";
(function () {
  const inner = window.dateline.inner, parts = inner.parts;
  const K1 = 1.2, B = 0.75;
  const LENGTHS = Array.from({ length: 64 }, function (_, step) { return step < 8 ? step : (8 + step % 8) << ((step >> 3) - 1); });
  /** @type {number[]} */
  let norms = [];

  /** What the length of an entry takes from its score. @param {number} entry */
  function norm(entry) {
    if (!norms.length) norms = LENGTHS.map(function (length) { return K1 * (1 - B + B * (length / inner.boot.mean)); });
    return norms[parts.level(entry)];
  }

  /** The best score of a word in each entry. @param {Map<string, number>} stems @returns {Promise<Map<number, number>>} */
  async function ofWord(stems) {
    const best = new Map(), groups = await Promise.all(Array.from(stems.keys(), parts.group));
    for (const group of groups) {
      const counts = stems.get(group.stem), rarity = parts.rarity(group);
      group.entries.forEach(function (/** @type {number} */ entry, /** @type {number} */ at) {
        const weight = group.weights[at];
        const score = counts * (rarity * (weight * (K1 + 1)) / (weight + norm(entry)));
        if (score > (best.get(entry) || 0)) best.set(entry, score);
      });
    }
    return best;
  }

  /** Whether few enough entries have it. @param {{stems: Map<string, number>}} meaning */
  async function isRequired(meaning) {
    for (const [stem, counts] of meaning.stems) {
      if (counts === 1 && parts.rarity(await parts.group(stem)) < inner.boot.common) return false;
    }
    return true;
  }

  /** Entries and scores of all words. @param {{stems: Map<string, number>}[]} meanings */
  async function scores(meanings) {
    const found = await Promise.all(meanings.map(function (meaning) { return ofWord(meaning.stems); }));
    const needed = await Promise.all(meanings.map(isRequired));
    const required = needed.includes(true) ? found.filter(function (_, at) { return needed[at]; }) : found.slice();
    required.sort(function (a, b) { return a.size - b.size; });
    /** @type {Map<number, number>} */
    const all = new Map();
    required[0].forEach(function (_, entry) {
      if (!required.every(function (map) { return map.has(entry); })) return;
      let total = 0;
      for (const map of found) total += map.get(entry) || 0;
      all.set(entry, total);
    });
    return all;
  }

  /** Entries where words follow each other. @param {string[]} phrase @returns {Promise<Set<number>>} */
  async function having(phrase) {
    const places = await Promise.all(phrase.map(placesOf)), found = new Set();
    places[0].forEach(function (starts, entry) {
      const rest = places.map(function (map) { return map.get(entry); });
      starts.forEach(function (start) {
        if (rest.every(function (set, step) { return set && set.has(start + step); })) found.add(entry);
      });
    });
    return found;
  }

  /** Where a word stands, by entry. @param {string} word */
  async function placesOf(word) {
    /** @type {Map<number, Set<number>>} */
    const found = new Map(), stems = (await inner.match.meaning(word, false)).stems;
    for (const group of await Promise.all(Array.from(stems.keys(), parts.group))) {
      await parts.positions(group);
      group.entries.forEach(function (/** @type {number} */ entry, /** @type {number} */ at) {
        const known = found.get(entry) || new Set();
        group.positions[at].forEach(function (/** @type {number} */ place) { known.add(place); });
        found.set(entry, known);
      });
    }
    return found;
  }

  /** Everything that a query finds, best first. @param {string} text @param {boolean} typing */
  async function rank(text, typing) {
    const query = inner.words.parse(text, typing);
    const meanings = await Promise.all(query.words.map(function (/** @type {string} */ word) { return inner.match.meaning(word, word === query.begun); }));
    const found = meanings.length ? await scores(meanings) : everything();
    for (const phrase of query.phrases) {
      const kept = await having(phrase);
      found.forEach(function (_, entry) { if (!kept.has(entry)) found.delete(entry); });
    }
    for (const phrase of query.without) (await having(phrase)).forEach(function (entry) { found.delete(entry); });
    const entries = Array.from(found.keys()).sort(function (a, b) { return Number(found.get(b)) - Number(found.get(a)) || a - b; });
    return { query: query, meanings: meanings, entries: entries };
  }

  /** @returns {Map<number, number>} */
  function everything() {
    return new Map(Array.from({ length: inner.boot.entries }, function (_, entry) { return [entry, 0]; }));
  }

  inner.rank = rank;
})();
