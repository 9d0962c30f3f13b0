// @ts-check
// Tells a reader who asked for it what changed since they last said “seen”. It is kept in their browser and nowhere else.
"use strict";
(function () {
  /**
   * @typedef {[id: string, digest: string, title: string, note: string]} Row
   * @typedef {{day: string, digests: string[], seen: Record<string, string>[]}} Memory
   */
  const MOST = 30, say = window["dateline"].say, sayN = window["dateline"].sayN;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL("..", script.src).href, KEY = "dateline.seen " + root;
  const here = location.href.split(/[?#]/)[0], after = document.querySelector(".md-content h1");
  if (!after || (here !== root && here !== root + "index.html")) return;
  const box = Object.assign(document.createElement("section"), { className: "dl-visits" });
  /** @type {string[]} */
  let digests = [];
  /** @type {Map<number, Row[]>} */
  const shelves = new Map();

  /** Called by the files under visits/. @param {{digests?: string[], number?: number, rows?: Row[]}} data */
  window["datelineVisits"] = function (data) {
    if (data.digests) digests = data.digests;
    if (data.rows) shelves.set(Number(data.number), data.rows);
  };

  /** @param {string | number} name @returns {Promise<void>} */
  function load(name) {
    return new Promise(function (resolve, reject) {
      const element = document.createElement("script");
      element.src = root + "dateline/visits/" + name + ".js";
      element.onload = () => resolve();
      element.onerror = () => reject(new Error(say("{file} cannot be loaded.", { file: element.src })));
      document.head.append(element);
    });
  }

  /** @returns {Memory | null} what the reader asked to be remembered */
  function remembered() {
    try {
      const found = JSON.parse(localStorage.getItem(KEY) || "null");
      return found && Array.isArray(found.seen) ? found : null;
    } catch {
      return null;
    }
  }

  /** Briefs of some shelves. @param {number[]} numbers */
  async function rowsOf(numbers) {
    await Promise.all(numbers.filter((number) => !shelves.has(number)).map(load));
    return numbers.flatMap((number) => shelves.get(number) || []);
  }

  async function remember() {
    await load("index");
    await rowsOf(digests.map((_, number) => number));
    const seen = digests.map((_, number) => Object.fromEntries((shelves.get(number) || []).map((row) => [row[0], row[1]])));
    const day = new Date().toLocaleDateString(document.documentElement.lang || "en", { dateStyle: "long" });
    localStorage.setItem(KEY, JSON.stringify({ day: day, digests: digests, seen: seen }));
    show(say("From now on this page tells you what has changed. It is kept in this browser alone."), [], [[say("Forget it"), forget]]);
  }

  async function forget() {
    localStorage.removeItem(KEY);
    offer();
  }

  /** What is new, changed and gone. @param {Memory} memory */
  async function compare(memory) {
    await load("index");
    const all = digests.map((_, number) => number), same = memory.digests.length === digests.length;
    const moved = same ? all.filter((number) => memory.digests[number] !== digests[number]) : all;
    const rows = await rowsOf(moved);
    const seen = Object.assign({}, ...(same ? moved.map((number) => memory.seen[number]) : memory.seen));
    const now = new Set(rows.map((row) => row[0]));
    return {
      fresh: rows.filter((row) => !(row[0] in seen)),
      changed: rows.filter((row) => row[0] in seen && seen[row[0]] !== row[1]),
      gone: Object.keys(seen).filter((id) => !now.has(id)),
    };
  }

  /** @param {Memory} memory */
  async function report(memory) {
    const found = await compare(memory);
    const lines = [
      ...found.fresh.map((row) => line(say("New:"), row, "")),
      ...found.changed.map((row) => line(say("Changed:"), row, row[3])),
      ...found.gone.map((id) => Object.assign(document.createElement("li"), { textContent: say("Gone: {brief}", { brief: id }) })),
    ];
    const ways = /** @type {[string, () => Promise<void>][]} */ ([[say("Forget it"), forget]]);
    if (lines.length) ways.unshift([say("Seen"), remember]);
    const told = lines.length ? say("Since {day}: {briefs}", { day: memory.day, briefs: count(lines.length) }) : say("Nothing has changed since {day}.", { day: memory.day });
    show(told, lines, ways);
  }

  /** @param {number} lines */
  function count(lines) {
    return lines > MOST ? say("{count} briefs, the first {shown} of them here.", { count: lines, shown: MOST }) : sayN("one brief.", "{count} briefs.", lines);
  }

  /** @param {string} what @param {Row} row @param {string} note */
  function line(what, row, note) {
    const item = document.createElement("li"), link = document.createElement("a");
    link.href = root + "briefs/" + row[0] + "/index.html";
    link.textContent = row[2];
    item.dir = "auto";
    item.append(what + " ", link);
    if (note) item.append(" — " + note);
    return item;
  }

  /** @param {string} words @param {HTMLElement[]} lines @param {[string, () => Promise<void>][]} ways */
  function show(words, lines, ways) {
    const says = Object.assign(document.createElement("p"), { textContent: words }), list = document.createElement("ul");
    says.setAttribute("role", "status");
    list.append(...lines.slice(0, MOST));
    const buttons = ways.map(function ([label, act]) {
      return Object.assign(document.createElement("button"), { type: "button", textContent: label, onclick: () => act().catch(fail) });
    });
    box.replaceChildren(says, ...(lines.length ? [list] : []), ...buttons);
  }

  /** @param {Error} error */
  function fail(error) {
    show(say("This browser cannot remember it: {reason}", { reason: error.message }), [], []);
  }

  function offer() {
    show("", [], [[say("Tell me what changed when I come back"), remember]]);
  }

  box.setAttribute("aria-label", say("What changed since your last visit"));
  const memory = remembered();
  if (memory) report(memory).catch(fail);
  else offer();
  const content = /** @type {Element} */ (after.parentElement), before = content.querySelector("h2");
  content.insertBefore(box, before && before.parentElement === content ? before : null);
})();
