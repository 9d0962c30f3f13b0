// @ts-check
// Tells a reader who asked for it what changed since they last said “seen”. It is kept in their browser and nowhere else.
"use strict";
(function () {
  /**
   * @typedef {[id: string, digest: string, title: string, note: string]} Row
   * @typedef {{day: string, digests: string[], seen: Record<string, string>[]}} Memory
   */
  const MOST = 30;
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
      element.onerror = () => reject(new Error(element.src + " cannot be loaded"));
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
    show("From now on this page tells you what has changed. It is kept in this browser alone.", [], [["Forget it", forget]]);
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
      ...found.fresh.map((row) => line("New", row)),
      ...found.changed.map((row) => line("Changed", row)),
      ...found.gone.map((id) => Object.assign(document.createElement("li"), { textContent: "Gone: " + id })),
    ];
    const ways = /** @type {[string, () => Promise<void>][]} */ ([["Forget it", forget]]);
    if (lines.length) ways.unshift(["Seen", remember]);
    const told = lines.length ? "Since " + memory.day + ": " + count(lines.length) : "Nothing has changed since " + memory.day + ".";
    show(told, lines, ways);
  }

  /** @param {number} lines */
  function count(lines) {
    return (lines === 1 ? "one brief" : lines + " briefs") + (lines > MOST ? ", the first " + MOST + " of them here." : ".");
  }

  /** @param {string} what @param {Row} row */
  function line(what, row) {
    const item = document.createElement("li"), link = document.createElement("a");
    link.href = root + "briefs/" + row[0] + "/index.html";
    link.textContent = row[2];
    item.dir = "auto";
    item.append(what + ": ", link);
    if (what === "Changed" && row[3]) item.append(" — " + row[3]);
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
    show("This browser cannot remember it: " + error.message, [], []);
  }

  function offer() {
    show("", [], [["Tell me what changed when I come back", remember]]);
  }

  box.setAttribute("aria-label", "What changed since your last visit");
  const memory = remembered();
  if (memory) report(memory).catch(fail);
  else offer();
  const content = /** @type {Element} */ (after.parentElement), before = content.querySelector("h2");
  content.insertBefore(box, before && before.parentElement === content ? before : null);
})();
