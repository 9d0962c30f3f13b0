// @ts-check
// Zoom and pan for the picture of a timeline. All in it stands at shares of the inner picture, which is widened and moved.
"use strict";
(function () {
  const figure = /** @type {HTMLElement | null} */ (document.querySelector(".dl-picture"));
  if (!figure) return;
  const find = (/** @type {string} */ path) => /** @type {SVGElement} */ (figure.querySelector(path));
  const frame = find(".dl-frame"), inner = find(".dl-inner"), axis = find(".dl-axis");
  const folds = [...axis.querySelectorAll(".dl-fold")].map((fold) => fold.outerHTML).join("");
  const numbers = (figure.dataset.scale || "").split(" ").map(Number);
  const knots = numbers.flatMap((day, i) => (i % 3 ? [] : [{ day, share: numbers[i + 1], folded: numbers[i + 2] }]));
  const stretches = knots.slice(1).map((end, i) => ({ start: knots[i], end })).filter(({ start }) => !start.folded);
  const aday = Math.max(...stretches.map(({ start, end }) => (end.share - start.share) / (end.day - start.day))), finest = Math.min(1, 3 * aday);
  const steps = [1, 2, 5, 10, 30, 90, 180, ...[1, 10, 100, 1e3, 1e4].flatMap((size) => [360 * size, 720 * size, 1800 * size])];
  let from = 0, width = 1, drawing = 0, saving = 0, scrolled = 0, own = "";

  /** @param {"day" | "share"} a @param {"day" | "share"} b @param {number} value */
  function along(a, b, value) {
    const i = knots.findIndex((knot, i) => i > 0 && (knot[a] > value || i === knots.length - 1));
    const { [a]: start, [b]: low } = knots[i - 1], { [a]: end, [b]: high } = knots[i];
    return low + ((value - start) / (end - start)) * (high - low);
  }
  const share = (/** @type {number} */ day) => along("day", "share", day);
  const day = (/** @type {number} */ place) => along("share", "day", place);
  const number = (/** @type {number} */ ms) => ms / 864e5 + 719163; // of a day, as in data-scale
  const date = (/** @type {number} */ day) => new Date((day - 719163) * 864e5);
  const language = (document.documentElement.lang || "en").replace(/^en$/, "en-GB") + "-u-ca-gregory"; // day before month, as the list has it
  const iso = (/** @type {number} */ day) => date(day).toISOString().split("T")[0];

  const beyond = [knots[0], knots[knots.length - 1]].some((knot) => isNaN(+date(knot.day))); // the axis stays as it was built

  function draw() {
    drawing = 0;
    inner.setAttribute("width", `${100 / width}%`);
    inner.setAttribute("x", `${(-100 * from) / width}%`);
    if (beyond) return;
    const room = (width * 96) / frame.clientWidth, inside = marks(room).filter(({ at }) => at >= from && at <= from + width - room);
    const kept = inside.filter(({ at }, i) => !inside.slice(0, i).some((other) => Math.abs(other.at - at) < room));
    const line = (/** @type {string} */ x, /** @type {string} */ words) => `<line x1="${x}" x2="${x}" y2="100%"/><text x="${x}" dx="4" y="11">${words}</text>`;
    axis.innerHTML = folds + kept.map(({ at, words }) => line(`${100 * at}%`, words)).join("");
  }

  /** @param {number} room @returns {{at: number, words: string}[]} the finest of days, months and years that fits */
  function marks(room) {
    const few = knots[knots.length - 1].day - knots[0].day < 3 * 365, step = steps.find((step) => step * aday >= room) || 360;
    const ends = knots.slice(1, -1).map(({ day, share }) => ({ at: share, words: words(day, begins(day, few || step < 360)) }));
    const seen = stretches.map(({ start, end }) => [Math.max(start.day, day(from)), Math.min(end.day, day(from + width))]);
    return [...seen.flatMap(([a, b]) => (step < 30 ? eachDay(a, b, step) : eachMonth(a, b, step / 30))), ...ends];
  }
  /** @param {number} day @param {boolean} exact @returns {Intl.DateTimeFormatOptions} beside months, a bare year or month would be read as its first day */
  function begins(day, exact) {
    const [, month, inMonth] = iso(day).replace(/^[-+]/, "").split("-");
    const more = !exact || (month === "01" && inMonth === "01") ? {} : inMonth === "01" ? { month: "long" } : { month: "long", day: "numeric" };
    return { year: "numeric", .../** @type {Intl.DateTimeFormatOptions} */ (more) };
  }
  /** @param {number} a @param {number} b @param {number} step */
  function eachDay(a, b, step) {
    const found = [];
    for (let at = Math.ceil(a); at < b; at++) {
      const day = date(at).getUTCDate();
      if ((day - 1) % step || day + Math.floor(step / 2) > 31) continue;
      found.push({ at: share(at), words: words(at, { year: "numeric", month: "long", day: "numeric" }) });
    }
    return found;
  }
  /** @param {number} a @param {number} b @param {number} step */
  function eachMonth(a, b, step) {
    const found = [], start = date(a);
    for (let month = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step; ; month += step) {
      const year = Math.floor(month / 12), at = number(new Date(0).setUTCFullYear(year, month - 12 * year, 1));
      if (!(at < b)) return found;
      if (at >= a) found.push({ at: share(at), words: words(at, { year: "numeric", ...(step % 12 ? { month: "long" } : {}) }) });
    }
  }
  /** @param {number} at @param {Intl.DateTimeFormatOptions} parts */
  function words(at, parts) {
    const year = date(at).getUTCFullYear(); // Other calendars' eras are not told apart here.
    return year < 1 ? String(year) : date(at).toLocaleDateString(language, { ...parts, timeZone: "UTC" });
  }

  /** @param {number} start @param {number} size both in shares of all */
  function look(start, size) {
    width = Math.min(1, Math.max(finest, size));
    from = Math.min(1 - width, Math.max(0, start));
    drawing = drawing || requestAnimationFrame(draw);
    clearTimeout(saving);
    saving = setTimeout(save, 300);
  }
  const zoom = (/** @type {number} */ by, at = 0.5) => look(from + at * (width - Math.min(1, Math.max(finest, width / by))), width / by);
  const pan = (/** @type {number} */ by) => look(from + by * width, width);
  const place = (/** @type {number} */ x) => (x - frame.getBoundingClientRect().left) / frame.clientWidth;
  const shown = () => new URLSearchParams(location.hash.startsWith("#show?") ? location.hash.slice(6) : "");
  function save() {
    if (beyond) return;
    const all = shown(), view = width < 1 ? `${iso(day(from))}..${iso(day(from + width))}` : "";
    if ((all.get("view") || "") === view) return;
    if (view) all.set("view", view); else all.delete("view");
    location.hash = own = `#show?${all}`;
  }
  function restore() {
    const written = location.hash === own;
    own = "";
    if (written || (location.hash && !location.hash.startsWith("#show?"))) return;
    const [start, end] = (shown().get("view") || "").split("..").map((text) => share(number(Date.parse(text))));
    [from, width] = end > start ? [start, end - start] : [0, 1];
    draw();
  }

  const tools = document.createElement("div"), say = window["dateline"].say;
  /** @param {string} sign @param {string} words @param {() => void} act */
  function button(sign, words, act) {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: sign, title: words, onclick: act });
    made.setAttribute("aria-label", words);
    tools.append(made);
  }
  tools.className = "dl-tools";
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", say("Part of the picture"));
  button("+", say("Zoom in"), () => zoom(2));
  button("−", say("Zoom out"), () => zoom(1 / 2));
  button("←", say("Earlier"), () => pan(-1 / 2));
  button("→", say("Later"), () => pan(1 / 2));
  button("↔", say("Whole picture"), () => look(0, 1));
  frame.before(tools);
  figure.classList.add("dl-live");

  /** @type {Record<string, () => void>} */
  const acts = { "+": () => zoom(1.5), "=": () => zoom(1.5), "-": () => zoom(1 / 1.5), ArrowLeft: () => pan(-0.2), ArrowRight: () => pan(0.2), Home: () => look(0, 1) };
  figure.addEventListener("keydown", (event) => {
    const act = acts[event.key], typing = event.target instanceof Element && event.target.matches("input, select");
    if (!act || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  inner.addEventListener("focusin", (event) => {
    const at = event.target instanceof Element ? parseFloat(event.target.querySelector("line")?.getAttribute("x1") || "") / 100 : NaN;
    if (at < from || at > from + width) look(at - width / 2, width);
  });
  // A wheel that was scrolling the page goes on doing so; one that begins over the picture zooms.
  addEventListener("scroll", () => { scrolled = Date.now(); }, { passive: true });
  frame.addEventListener("wheel", (event) => {
    const aside = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (Date.now() - scrolled < 300 || (width === 1 && (aside || event.deltaY > 0))) return;
    event.preventDefault();
    if (aside) pan(event.deltaX / frame.clientWidth); else zoom(Math.exp(-event.deltaY / 400), place(event.clientX));
  }, { passive: false });

  /** @type {Map<number, number>} */
  const fingers = new Map();
  let moved = 0;
  frame.addEventListener("pointerdown", (event) => { moved = fingers.size ? moved : 0; fingers.set(event.pointerId, event.clientX); });
  addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    const spread = () => { const [a, b] = fingers.values(); return Math.max(10, Math.abs(a - b)); };
    const old = spread();
    fingers.set(event.pointerId, event.clientX);
    moved += Math.abs(event.clientX - before);
    const [a, b] = fingers.values();
    if (fingers.size === 2) zoom(spread() / old, place((a + b) / 2)); else pan((before - event.clientX) / frame.clientWidth);
  });
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, (event) => fingers.delete(/** @type {PointerEvent} */ (event).pointerId));
  frame.addEventListener("dragstart", (event) => event.preventDefault());
  frame.addEventListener("click", (event) => { if (moved > 5) event.preventDefault(); }, true);
  addEventListener("hashchange", restore);
  restore();
  draw();
})();
