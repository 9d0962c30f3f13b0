// Facets and dates: what they leave and what each value would leave, as publish/search/narrow.py counts.
"use strict";
(function () {
  /**
   * @typedef {{values: string[], labels: string[], of: number[][]}} Column
   * @typedef {{form: number, first: number, last: number}} Day
   * @typedef {{from: number | null, to: number | null, certain: boolean}} Range
   */
  const inner = window.dateline.inner, parts = inner.parts;
  const NO_DATE = 0, ONE_DAY = 1, BETWEEN = 2, UNTIL = 3, SINCE = 4;
  /** @type {Map<string, Promise<Column>>} */
  const columns = new Map();
  /** @type {Promise<Day[]> | null} */
  let days = null;

  /** The values of a facet, and those of each entry. @param {string} facet @returns {Promise<Column>} */
  function column(facet) {
    const known = columns.get(facet) || inner.load("f-" + facet).then(readColumn);
    columns.set(facet, known);
    return known;
  }

  /** @param {{values: string[], labels: string[], of: string}} data @returns {Column} */
  function readColumn(data) {
    const written = parts.numbers(data.of), of = [];
    for (let at = 0; at < written.length; at += 1 + written[at]) of.push(written.slice(at + 1, at + 1 + written[at]));
    return { values: data.values, labels: data.labels, of: of };
  }

  /** First and last day of each entry, infinite where open. @returns {Promise<Day[]>} */
  function dates() {
    return days || (days = inner.load("days").then(readDays));
  }

  /** @param {string} text @returns {Day[]} */
  function readDays(text) {
    const written = parts.numbers(text), found = [];
    for (let at = 0, day = 0; at < written.length;) {
      const form = written[at++];
      if (form >= ONE_DAY && form <= SINCE) {
        const step = written[at++];
        day += step % 2 ? -(step + 1) / 2 : step / 2;
      }
      const span = form === BETWEEN ? written[at++] : 0, known = form >= ONE_DAY && form <= SINCE;
      found.push({ form: form, first: known && form !== UNTIL ? day : -Infinity, last: known && form !== SINCE ? day + span : Infinity });
    }
    return found;
  }

  /** @param {Day} day @param {Range} range */
  function isWithin(day, range) {
    if (range.from === null && range.to === null) return true;
    if (day.form === NO_DATE) return false;
    const from = range.from === null ? -Infinity : range.from, to = range.to === null ? Infinity : range.to;
    return range.certain ? day.first >= from && day.last <= to : day.first <= to && day.last >= from;
  }

  /** The number of a day, from `2021`, `2021-08` or `2021-08-30`. @param {string | undefined} text @param {boolean} end */
  function dayNumber(text, end) {
    const found = /^(-?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?$/.exec((text || "").trim());
    if (!found) return null;
    const year = Number(found[1]), month = Number(found[2] || (end ? 12 : 1));
    const date = new Date(0);
    if (found[3]) date.setUTCFullYear(year, month - 1, Number(found[3]));
    else date.setUTCFullYear(year, end ? month : month - 1, end ? 0 : 1);
    return Math.round(date.getTime() / 864e5) + 719163;
  }

  /** Entries that are left, and the columns and tests it took. @param {number[]} entries @param {Record<string, string[]>} chosen @param {Range} range */
  async function narrow(entries, chosen, range) {
    const names = Object.keys(chosen), dated = range.from !== null || range.to !== null;
    const read = await Promise.all(names.map(column)), day = dated ? await dates() : [];
    const wanted = read.map(function (column, at) {
      return new Set(chosen[names[at]].map(function (value) { return column.values.indexOf(value); }));
    });
    /** How many facets an entry fails, and which one last. @param {number} entry */
    function failing(entry) {
      let count = 0, which = -1;
      for (let at = 0; at < read.length; at += 1) {
        if (!read[at].of[entry].some(function (value) { return wanted[at].has(value); })) { count += 1; which = at; }
      }
      return { count: count, facet: which < 0 ? "" : names[which] };
    }
    const inside = dated ? entries.filter(function (entry) { return isWithin(day[entry], range); }) : entries;
    const failures = names.length ? inside.map(failing) : [];
    return {
      entries: names.length ? inside.filter(function (_, at) { return !failures[at].count; }) : inside,
      /** Whether an entry would be left by another choice in one facet. @param {number} at @param {string} facet */
      allows: function (at, facet) {
        return !names.length || !failures[at].count || (failures[at].count === 1 && failures[at].facet === facet);
      },
      inside: inside,
    };
  }

  /** How many entries each value of each facet would leave. @param {Awaited<ReturnType<typeof narrow>>} left @returns {Promise<Record<string, Record<string, number>>>} */
  async function count(left) {
    /** @type {Record<string, Record<string, number>>} */
    const all = {};
    for (const facet of inner.boot.facets) {
      const read = await column(facet), totals = new Array(read.values.length).fill(0);
      left.inside.forEach(function (entry, at) {
        if (left.allows(at, facet)) read.of[entry].forEach(function (value) { totals[value] += 1; });
      });
      all[facet] = Object.fromEntries(read.values.map(function (value, at) { return [value, totals[at]]; }).filter(function (pair) { return pair[1]; }));
    }
    return all;
  }

  /** Entries newest first, undated ones last; the order of equals is kept. @param {number[]} entries */
  async function byDate(entries) {
    const day = await dates();
    /** @param {number} entry */
    function key(entry) {
      const known = day[entry];
      return known.first !== -Infinity ? known.first : known.last !== Infinity ? known.last : -Infinity;
    }
    return entries.slice().sort(function (a, b) { return key(a) === key(b) ? a - b : key(b) - key(a); });
  }

  inner.narrow = { narrow: narrow, count: count, byDate: byDate, dayNumber: dayNumber, column: column };
})();
