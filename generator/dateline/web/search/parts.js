// Loaded shards to what is written in them.
"use strict";
(function () {
  /**
   * @typedef {{stem: string, forms: string[], fields: string[], shard: number, line: number,
   *            entries?: number[], weights?: number[], positions?: number[][]}} Group
   * @typedef {{groups: Map<string, Group>, forms: Map<string, string[]>}} Terms
   */
  const inner = window.dateline.inner;
  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUE = new Uint8Array(128);
  for (let at = 0; at < LETTERS.length; at += 1) VALUE[LETTERS.charCodeAt(at)] = at;
  /** @type {Map<number, Promise<Terms>>} */
  const terms = new Map();
  /** What is known of entries without loading more. @type {Map<number, string[]>} */
  const cards = new Map();
  const FIELDS = 6;
  /** The number of the first entry of each bucket, then of all. @type {number[]} */
  let starts = [];

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
    const known = terms.get(number) || inner.load("t" + named(inner.boot.fences[number])).then(function (text) { return readTerms(text, number); });
    terms.set(number, known);
    return known;
  }

  /** A text as part of a file's name, as publish/search/shards.py makes it. @param {string} text */
  function named(text) {
    return Array.from({ length: text.length }, function (_, at) { return text.charCodeAt(at).toString(16); }).join("-");
  }

  /** Forms that begin with a letter, in order. @param {string} letter @returns {Promise<string[]>} */
  function spelt(letter) {
    return inner.boot.letters.includes(letter) ? inner.load("w" + named(letter)).then(function (/** @type {string} */ text) { return text.split("\n"); }) : Promise.resolve([]);
  }

  /** Numbers of the first entry of each bucket, and one more. */
  function buckets() {
    if (!starts.length) {
      starts = [0];
      numbers(inner.boot.sizes).forEach(function (size) { starts.push(starts[starts.length - 1] + size); });
    }
    return starts;
  }

  /** @param {string} text @param {number} number @returns {Terms} */
  function readTerms(text, number) {
    /** @type {Terms} */
    const found = { groups: new Map(), forms: new Map() };
    text.split("\n").forEach(function (line, at) {
      const fields = line.split("\t"), first = fields[0];
      if (fields.length === 2) return void (fields[1] && add(found.forms, first, fields[1]));
      const forms = fields[1].split(",").map(function (form) { return form[0] === "-" ? first + form.slice(1) : form; });
      found.groups.set(first, { stem: first, forms: forms, fields: fields.slice(2), shard: number, line: at });
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

  /** Reads who has a stem, and the cards beside it, once. @param {Group} of @returns {number[]} */
  function postings(of) {
    if (of.entries) return of.entries;
    const written = numbers(of.fields[0]), first = buckets(), room = inner.boot.room, entries = [], weights = [];
    for (let at = 0, spread = -1; at < written.length; at += 1) {
      const heavy = written[at] % 2;
      spread += (written[at] - heavy) / 2 + 1;
      entries.push(first[Math.floor(spread / room)] + spread % room);
      if (heavy) at += 1;
      weights.push(heavy ? written[at] + 2 : 1);
    }
    of.weights = weights;
    of.entries = entries;
    readCards(entries, of.fields);
    of.fields = [];
    return entries;
  }

  /** @param {number[]} entries @param {string[]} fields */
  function readCards(entries, fields) {
    let place = -1, at = 2;
    numbers(fields[1] || "").forEach(function (skipped) {
      place += skipped + 1;
      cards.set(entries[place], fields.slice(at, at += FIELDS));
    });
  }

  /** How rare a stem is, in thousandths, as publish/search/inverted.py computes it. @param {Group} of */
  function rarity(of) {
    const having = postings(of).length;
    return Math.round(1000 * Math.log(1 + (inner.boot.entries - having + 0.5) / (having + 0.5)));
  }

  /** Reads where a stem stands in each of its entries, once. @param {Group} of */
  async function positions(of) {
    if (of.positions) return;
    const written = numbers((await inner.load("p" + named(inner.boot.fences[of.shard]))).split("\n")[of.line]);
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

  inner.parts = {
    level: level, numbers: numbers, place: place, termsOf: termsOf, shardOf: shardOf, group: group, postings: postings, positions: positions,
    rarity: rarity, buckets: buckets, cards: cards, spelt: spelt,
  };
})();
