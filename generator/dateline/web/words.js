// What the scripts say, in the language of the interface: its messages stand before this, where that is not English.
"use strict";
(function () {
  /** @typedef {Record<string, string | number>} Values */
  /** @type {{language: string, said: Record<string, string>, counted: Record<string, string[]>, forms: Record<string, number>}} */
  const words = window["datelineWords"] || { language: "en", said: {}, counted: {}, forms: { one: 0, other: 1 } };
  const rules = new Intl.PluralRules(words.language);

  /** @param {number} number */
  function shown(number) {
    return number.toLocaleString(words.language);
  }

  /** @param {string} message @param {Values} values */
  function filled(message, values) {
    return message.replace(/\{(\w+)\}/g, function (whole, name) {
      const value = values[name];
      return value === undefined ? whole : typeof value === "number" ? shown(value) : value;
    });
  }

  /** A message, its `{names}` filled in. @param {string} message @param {Values} [values] */
  function say(message, values) {
    return filled(words.said[message] || message, values || {});
  }

  /** The form of a message for a number, which is its `{count}`. @param {string} one @param {string} many @param {number} count @param {Values} [values] */
  function sayN(one, many, count, values) {
    const form = words.forms[rules.select(count)] || 0;
    return filled((words.counted[one] || [one, many])[form], { ...values, count: count });
  }

  window["dateline"] = Object.assign(window["dateline"] || {}, { say: say, sayN: sayN, language: words.language });
})();
