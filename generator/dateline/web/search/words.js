// What a reader types to folded words, as publish/search/tokens.py and query.py make them.
"use strict";
(function () {
  /**
   * @typedef {{words: string[], phrases: string[][], without: string[][], begun: string | null}} Query
   */
  const inner = window.dateline.inner;
  const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff";
  const MARKS = "\\u0300-\\u036f\\u0591-\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670";
  const INDIC = "\\u0900-\\u0963\\u0966-\\u0dff\\u0f18-\\u0fbc";
  const JOINING = /[\u00ad\u0640\u200c\u200d]/g;
  const POSSESSIVE = /['’ʼ]s(?![\p{L}\p{N}])/gu;
  const DROPPED = new RegExp("[" + MARKS + "]", "g");
  const WORD = "[" + UNSPACED + "]+|(?:(?![" + UNSPACED + "])[\\p{L}\\p{N}]|[" + MARKS + INDIC + "])+";
  const RUN = new RegExp("^[" + UNSPACED + "]+$");
  const PIECE = /(-?)"([^"]*)"?|(\S+)/g;

  /** A word without case and accents. @param {string} word */
  function fold(word) {
    const plain = word.replace(JOINING, "").toLowerCase().normalize("NFKD").replace(DROPPED, "");
    return plain.normalize("NFC").replace(/ß/g, "ss").replace(/ς/g, "σ");
  }

  /** A run of a script without spaces as its pairs, any other word as itself. @param {string} form @returns {string[]} */
  function pairs(form) {
    if (form.length < 2 || !RUN.test(form)) return form ? [form] : [];
    return Array.from({ length: form.length - 1 }, function (_, at) { return form.slice(at, at + 2); });
  }

  /** The folded words of a text; pairs of one run stay together. @param {string} text */
  function forms(text) {
    const lowered = text.normalize("NFC").replace(JOINING, "").toLowerCase().replace(POSSESSIVE, "");
    const found = lowered.match(new RegExp(WORD, "gu")) || [];
    return found.map(function (word) { return pairs(fold(word)); }).filter(function (group) { return group.length; });
  }

  /** Where words stand in a text as it is, to mark them. @param {string} text @returns {{at: number, word: string, forms: string[]}[]} */
  function places(text) {
    return Array.from(text.matchAll(new RegExp(WORD, "gu")), function (match) {
      return { at: match.index || 0, word: match[0], forms: pairs(fold(match[0])) };
    });
  }

  /** A query, taken apart. @param {string} text @param {boolean} typing @returns {Query} */
  function parse(text, typing) {
    /** @type {Query} */
    const query = { words: [], phrases: [], without: [], begun: null };
    for (const match of text.replace(/[“”„«»]/g, '"').matchAll(PIECE)) add(query, match);
    if (!typing || /\s$/.test(text)) query.begun = null;
    return query;
  }

  /** @param {Query} query @param {RegExpMatchArray} match */
  function add(query, match) {
    const negative = Boolean(match[3]) && match[3].length > 1 && match[3][0] === "-";
    const plain = negative ? match[3].slice(1) : match[3] || "";
    const groups = forms(plain || match[2] || "");
    const together = groups.flat();
    query.begun = null;
    if (negative || match[1]) {
      if (together.length) query.without.push(together);
      return;
    }
    together.forEach(function (form) { if (!query.words.includes(form)) query.words.push(form); });
    if (match[2] && together.length > 1) query.phrases.push(together);
    else groups.forEach(function (group) { if (group.length > 1) query.phrases.push(group); });
    const last = groups[groups.length - 1];
    if (plain && last && last.length === 1) query.begun = last[0];
  }

  inner.words = { fold: fold, parse: parse, places: places };
})();
