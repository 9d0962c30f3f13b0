// Loaded shards to what is written in them.
"use strict";
(function () {
  /**
   * @typedef {{stem: string, forms: string[], rarity: number, written: string, shard: number, line: number,
   *            entries?: number[], weights?: number[], positions?: number[][]}} Group
   * @typedef {{groups: Map<string, Group>, forms: Map<string, string[]>}} Terms
   */
  const inner = window.dateline.inner;
  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUE = new Uint8Array(128);
  for (let at = 0; at < LETTERS.length; at += 1) VALUE[LETTERS.charCodeAt(at)] = at;
  /** @type {Map<number, Promise<Terms>>} */
  const terms = new Map();

  /** Numbers as publish/search/numbers.py writes them. @param {string} text @returns {number[]} */
  function numbers(text) {
    const found = [];
    let value = 0, scale = 1;
    for (let at = 0; at < text.length; at += 1) {
      const bits = VALUE[text.charCodeAt(at)];
      value += (bits & 31) * scale;
      if (bits > 31) scale *= 32;
      else { found.push(value); value = 0; scale = 1; }
    }
    return found;
  }

  /** The last place in an ascending list whose value is not after one. @template T @param {T[]} list @param {T} value */
  function place(list, value) {
    let low = 0, high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] <= value) low = middle + 1; else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** The shard of stems and forms by number. @param {number} number @returns {Promise<Terms>} */
  function termsOf(number) {
    const known = terms.get(number) || inner.load("t" + number).then(function (text) { return readTerms(text, number); });
    terms.set(number, known);
    return known;
  }

  /** @param {string} text @param {number} number @returns {Terms} */
  function readTerms(text, number) {
    /** @type {Terms} */
    const found = { groups: new Map(), forms: new Map() };
    text.split("\n").forEach(function (line, at) {
      const [first, second, rarity, written] = line.split("\t");
      if (rarity === undefined) return void (second && add(found.forms, first, second));
      const forms = second.split(",").map(function (form) { return form[0] === "-" ? first + form.slice(1) : form; });
      found.groups.set(first, { stem: first, forms: forms, rarity: Number(rarity), written: written, shard: number, line: at });
      forms.forEach(function (form) { add(found.forms, form, first); });
    });
    return found;
  }

  /** @param {Map<string, string[]>} forms @param {string} form @param {string} stem */
  function add(forms, form, stem) {
    const known = forms.get(form);
    if (!known) forms.set(form, [stem]);
    else if (!known.includes(stem)) known.push(stem);
  }

  /** The shard where a stem or form belongs. @param {string} text */
  function shardOf(text) {
    return place(inner.boot.fences, text);
  }

  /** A stem with all that is known of it. @param {string} stem @returns {Promise<Group>} */
  async function group(stem) {
    return /** @type {Group} */ ((await termsOf(shardOf(stem))).groups.get(stem));
  }

  /** Reads who has a stem, once. @param {Group} of */
  function postings(of) {
    if (of.entries) return;
    const written = numbers(of.written);
    of.entries = [];
    of.weights = [];
    for (let at = 0, entry = -1; at < written.length; at += 1) {
      const heavy = written[at] % 2;
      entry += (written[at] - heavy) / 2 + 1;
      of.entries.push(entry);
      if (heavy) at += 1;
      of.weights.push(heavy ? written[at] + 2 : 1);
    }
  }

  /** Reads where a stem stands in each of its entries, once. @param {Group} of */
  async function positions(of) {
    if (of.positions) return;
    const written = numbers((await inner.load("p" + of.shard)).split("\n")[of.line]);
    postings(of);
    /** @type {number[][]} */
    const found = [];
    for (let at = 0; at < written.length;) {
      const places = [];
      let before = 0;
      for (let left = written[at++]; left > 0; left -= 1) places.push(before += written[at++]);
      found.push(places);
    }
    of.positions = found;
  }

  /** The quantised length of an entry. @param {number} entry */
  function level(entry) {
    return VALUE[inner.boot.levels.charCodeAt(entry)];
  }

  inner.parts = { level: level, numbers: numbers, place: place, termsOf: termsOf, shardOf: shardOf, group: group, postings: postings, positions: positions };
})();
