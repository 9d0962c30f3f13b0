// A typed word to the stems it may mean, as publish/search/match.py decides.
"use strict";
(function () {
  /** @typedef {{stems: Map<string, number>, instead: string | null}} Meaning */
  const inner = window.dateline.inner, parts = inner.parts;
  const EXPANSIONS = 256, BEGUN = 0.5, SHORTEST_BEGINNING = 2, SHORTEST_FORGIVEN = 4, LAST = "\uffff";

  /** The stems of a form. @param {string} form @returns {Promise<string[]>} */
  async function stemsOf(form) {
    const known = (await parts.termsOf(parts.shardOf(form))).forms.get(form) || [];
    return known.slice().sort();
  }

  /** Forms that begin so, in order, no more than a number of them. @param {string} beginning @param {number} limit */
  async function begins(beginning, limit) {
    const first = parts.shardOf(beginning), last = parts.shardOf(beginning + LAST);
    /** @type {string[]} */
    const found = [];
    for (let number = first; number <= last && found.length < limit; number += 1) {
      (await parts.termsOf(number)).forms.forEach(function (_, form) {
        if (form.startsWith(beginning) && parts.shardOf(form) === number) found.push(form);
      });
    }
    return found.sort().slice(0, limit);
  }

  /** @param {string} word @param {boolean} begun @returns {Promise<Meaning>} */
  async function meaning(word, begun) {
    /** @type {Map<string, number>} */
    const stems = new Map();
    for (const stem of await stemsOf(word)) stems.set(stem, 1);
    if (begun && Array.from(word).length >= SHORTEST_BEGINNING) {
      for (const form of await begins(word, EXPANSIONS)) {
        for (const stem of await stemsOf(form)) if (!stems.has(stem)) stems.set(stem, BEGUN);
      }
    }
    if (stems.size) return { stems: stems, instead: null };
    const instead = await nearest(word);
    for (const stem of instead ? await stemsOf(instead) : []) stems.set(stem, 1);
    return { stems: stems, instead: instead };
  }

  /** The most used form that is one typing error away. @param {string} word @returns {Promise<string | null>} */
  async function nearest(word) {
    const letters = Array.from(word);
    if (letters.length < SHORTEST_FORGIVEN || /\p{Nd}/u.test(word)) return null;
    const candidates = (await parts.spelt(letters[0])).filter(function (form) { return isOneOff(word, form); });
    for (const shifted of [letters.slice(1), [letters[1], letters[0], ...letters.slice(2)]]) {
      const form = shifted.join("");
      if (!candidates.includes(form) && (await stemsOf(form)).length) candidates.push(form);
    }
    const rated = await Promise.all(candidates.map(async function (form) { return { form: form, rarity: await rarity(form) }; }));
    rated.sort(function (a, b) { return a.rarity - b.rarity || (a.form < b.form ? -1 : 1); });
    return rated.length ? rated[0].form : null;
  }

  /** @param {string} form */
  async function rarity(form) {
    const groups = await Promise.all((await stemsOf(form)).map(parts.group));
    return Math.min(...groups.map(parts.rarity));
  }

  /** One letter too many, too few or wrong, or two swapped. @param {string} first @param {string} second */
  function isOneOff(first, second) {
    const one = Array.from(first), other = Array.from(second);
    if (first === second || Math.abs(one.length - other.length) > 1) return false;
    let at = 0;
    while (at < one.length && at < other.length && one[at] === other[at]) at += 1;
    const rest = one.slice(at), others = other.slice(at), same = function (/** @type {string[]} */ a, /** @type {string[]} */ b) { return a.join("") === b.join(""); };
    if (rest.length !== others.length) return same(rest.slice(1), others) || same(rest, others.slice(1));
    const swapped = rest.length > 1 && rest[0] === others[1] && rest[1] === others[0] && same(rest.slice(2), others.slice(2));
    return same(rest.slice(1), others.slice(1)) || swapped;
  }

  inner.match = { meaning: meaning, stemsOf: stemsOf, begins: begins };
})();
