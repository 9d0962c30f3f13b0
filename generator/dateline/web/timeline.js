// @ts-check
// Rows and filters, over the picture of a timeline and the list that it was drawn from together.
"use strict";
(function () {
  const figure = /** @type {HTMLElement | null} */ (document.querySelector(".dl-picture"));
  const frame = figure?.querySelector(".dl-frame"), lanes = figure?.querySelector(".dl-lanes");
  if (!figure || !frame || !lanes) return;
  const say = window["dateline"].say;
  const KINDS = /** @type {const} */ (["actor", "topic", "status"]);
  /** @typedef {{link: Element, entry: Element | null, ends: number[], tails: number[], days: string[], actor: string[], topic: string[], status: string[]}} Item */
  /** @typedef {"rows" | "actor" | "topic" | "status" | "from" | "to"} Key */

  /** @param {string} key @returns {[string, string][]} ids and names, in order */
  const names = (key) => (figure.dataset[key] || "").split("\n").filter(Boolean).map((line) => {
    const space = line.indexOf(" ");
    return [line.slice(0, space), line.slice(space + 1)];
  });
  const known = { actor: names("actors"), topic: names("topics"), status: names("statuses") };

  /** @param {Element} link @returns {Item} */
  function read(link) {
    const ends = ["x1", "x2"].map((end) => parseFloat(link.querySelector("line")?.getAttribute(end) || "") / 100);
    const tails = ["before", "after"].map((end) => (link.querySelector(`use[href="#dl-${end}"]`) ? 18 : 5));
    const data = (/** @type {string} */ key) => (link.getAttribute(`data-${key}`) || "").split(" ").filter(Boolean);
    const anchor = document.getElementById((link.getAttribute("href") || "").slice(1));
    return {
      link, entry: anchor && anchor.closest("li"), ends, tails,
      days: (link.getAttribute("data-d") || "..").split(".."),
      actor: data("a").map((i) => known.actor[+i][0]), topic: data("t").map((i) => known.topic[+i][0]),
      status: [(link.getAttribute("class") || "dl-reported").slice(3)],
    };
  }
  const items = [...frame.querySelectorAll("a")].map(read);
  /** @type {Record<Key, string>} */
  const first = { rows: figure.dataset.lanes || "", actor: "", topic: "", status: "", from: "", to: "" };
  let state = { ...first };
  const day = (/** @type {string} */ text) => Date.parse(text) / 864e5 + 719163; // as in data-d

  /** @param {Item} item */
  function wanted(item) {
    if (KINDS.some((kind) => state[kind] && !item[kind].includes(state[kind]))) return false;
    const [start, end] = item.days;
    return !(state.from && end && +end < day(state.from)) && !(state.to && start && +start > day(state.to));
  }
  function arrange() {
    const shown = new Set(items.filter(wanted));
    for (const item of items) for (const part of [item.link, item.entry]) part?.classList.toggle("dl-hidden", !shown.has(item));
    for (const list of new Set(items.map((item) => item.entry?.parentElement))) {
      const heading = list?.previousElementSibling;
      if (heading?.matches("p:has(> strong:only-child)")) heading.classList.toggle("dl-hidden", !list?.querySelector("li:not(.dl-hidden)"));
    }
    place([...shown]);
    count.textContent = say("{shown} of {all} dates shown", { shown: shown.size, all: items.length });
  }
  /** @param {Item[]} shown */
  function place(shown) {
    const kind = KINDS.find((kind) => kind === state.rows);
    let below = 22;
    lanes?.replaceChildren();
    for (const [id, name] of kind ? [...known[kind], ["", "—"]] : [["", ""]]) {
      const members = shown.filter((item) => !kind || (item[kind][0] || "") === id);
      if (members.length) below = rows(members, name ? title(name, below) : below);
    }
    frame?.setAttribute("height", String(below));
  }
  /** @param {string} name @param {number} below */
  function title(name, below) {
    const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
    text.textContent = name;
    text.setAttribute("y", String(below + 13));
    lanes?.append(text);
    return below + 18;
  }
  /** @param {Item[]} members @param {number} below @returns {number} what is below them; as parts/lanes.py does it */
  function rows(members, below) {
    const width = Math.min(600, frame?.clientWidth || 600);
    const reaches = members.map(({ link, ends, tails }) => ({ link, start: ends[0] * width - tails[0], end: ends[1] * width + tails[1] }));
    /** @type {number[]} */
    const taken = [];
    for (const { link, start, end } of reaches.sort((one, other) => one.start - other.start || one.end - other.end)) {
      const free = taken.findIndex((last) => last <= start), row = free < 0 ? taken.length : free;
      taken[row] = end + 3;
      link.setAttribute("transform", `translate(0 ${below + row * 15 + 7.5})`);
    }
    return below + taken.length * 15 + 3;
  }

  const shown = () => new URLSearchParams(location.hash.startsWith("#show?") ? location.hash.slice(6) : "");
  /** @param {Key} key @param {string} value */
  function change(key, value) {
    state[key] = value;
    const all = shown();
    if (value === first[key]) all.delete(key); else all.set(key, value || "none");
    location.hash = `show?${all}`;
    arrange();
  }
  function restore() {
    const all = shown();
    for (const [key, field] of fields) {
      const value = all.get(key) ?? first[key];
      field.value = value === "none" ? "" : value;
      state[key] = field.value;
    }
    arrange();
  }

  /** @type {Map<Key, HTMLInputElement | HTMLSelectElement>} */
  const fields = new Map();
  const tools = document.createElement("div"), count = document.createElement("p"), now = document.createElement("p");
  /** @param {Key} key @param {string} words @param {[string, string][] | null} options */
  function field(key, words, options) {
    const made = document.createElement(options ? "select" : "input"), label = document.createElement("label");
    made.id = label.htmlFor = `dl-show-${key}`;
    label.textContent = words;
    if (made instanceof HTMLInputElement) made.type = "date";
    for (const [value, text] of options || []) made.append(new Option(text, value));
    made.addEventListener("change", () => change(key, made.value));
    const around = document.createElement("span");
    around.append(label, made);
    tools.append(around);
    fields.set(key, made);
  }
  const several = KINDS.filter((kind) => known[kind].length > 1);
  tools.className = "dl-tools dl-filters";
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", say("Dates shown"));
  const labels = { actor: say("Actor"), topic: say("Topic"), status: say("Status") }, by = { actor: say("by actor"), topic: say("by topic"), status: say("by status") };
  if (several.length) field("rows", say("Rows"), [["", say("together")], ...several.map((kind) => /** @type {[string, string]} */ ([kind, by[kind]]))]);
  for (const kind of several) field(kind, labels[kind], [["", say("all")], ...known[kind]]);
  field("from", say("From"), null);
  field("to", say("To"), null);
  count.className = "dl-count";
  count.setAttribute("role", "status");
  tools.append(count);
  now.className = "dl-now";
  now.setAttribute("aria-hidden", "true"); // A screen reader has the link's own name.
  figure.querySelector(".dl-skip")?.after(tools);
  frame.after(now);
  for (const kind of ["pointerover", "focusin"]) frame.addEventListener(kind, (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (link) now.textContent = link.getAttribute("aria-label");
  });
  addEventListener("resize", arrange);
  addEventListener("hashchange", () => { if (!location.hash || location.hash.startsWith("#show?")) restore(); });
  restore();
})();
