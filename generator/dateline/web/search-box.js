// The search field in the header: answers while typing, by keyboard from end to end.
"use strict";
(function () {
  /** @typedef {{entry: number, kind: string, url: string, title: string, said: string}} Answer */
  const box = document.querySelector(".dl-search");
  const field = /** @type {HTMLInputElement | null} */ (box && box.querySelector("input"));
  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  if (!box || !field || !toggle) return;
  const list = /** @type {HTMLElement} */ (box.querySelector("ol"));
  const says = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
  const form = /** @type {HTMLFormElement} */ (box.querySelector("form"));
  const api = window["dateline"], inner = api.inner, LIMIT = 10;
  let latest = 0, current = -1;

  /** Opens the list; the first time, what a search needs is loaded. */
  function open() {
    toggle.checked = true;
    inner.ready().catch(fail);
  }

  function close() {
    toggle.checked = false;
    field.setAttribute("aria-expanded", "false");
    mark(-1);
  }

  /** @param {Error} error */
  function fail(error) {
    says.textContent = error.message;
  }

  /** The search page with these words. */
  function all() {
    return form.action.split("#")[0] + "#q=" + encodeURIComponent(field.value.trim());
  }

  async function answer() {
    const words = field.value, mine = latest += 1;
    if (!words.trim()) return clear();
    await inner.ready();
    const found = await inner.find(words, {});
    if (mine !== latest) return;
    const [titles, forms] = await Promise.all([inner.titles(found, 0, LIMIT), inner.excerpt.formsOf(found.ranked.meanings)]);
    if (mine !== latest) return;
    show(titles, forms);
    const more = found.entries.length > titles.length ? " Enter shows all." : "";
    says.textContent = found.entries.length ? inner.show.counted(found.entries.length) + inner.show.corrected(found) + more : await inner.show.why(found);
    if (mine === latest) await excerpts(titles, forms, mine);
  }

  function clear() {
    list.replaceChildren();
    says.textContent = "";
    field.setAttribute("aria-expanded", "false");
    mark(-1);
  }

  /** @param {Answer[]} titles @param {Set<string>} forms */
  function show(titles, forms) {
    list.replaceChildren(...titles.map(function (title, at) {
      const item = inner.show.item(title, forms);
      item.id = "dl-answer-" + at;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.querySelector("a").tabIndex = -1;
      return item;
    }));
    field.setAttribute("aria-expanded", String(titles.length > 0));
    mark(-1);
  }

  /** @param {Answer[]} titles @param {Set<string>} forms @param {number} mine */
  async function excerpts(titles, forms, mine) {
    const items = Array.from(list.children);
    await Promise.all(titles.map(async function (title, at) {
      const text = await inner.excerpt.excerpt(title.entry, forms);
      if (mine === latest && text) inner.show.addExcerpt(items[at], text, forms);
    }));
  }

  /** Makes an answer the current one. @param {number} at */
  function mark(at) {
    current = at;
    Array.from(list.children).forEach(function (item, number) {
      item.setAttribute("aria-selected", String(number === at));
      if (number === at) item.scrollIntoView({ block: "nearest" });
    });
    if (at < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", "dl-answer-" + at);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const count = list.children.length;
    if (event.key === "ArrowDown" && count) mark((current + 1) % count);
    else if (event.key === "ArrowUp" && count) mark((current + count + (current < 0 ? 0 : -1)) % count);
    else if (event.key === "Escape") { close(); field.blur(); }
    else if (event.key === "Enter" && !event.isComposing) go();
    else return;
    event.preventDefault();
  }

  /** To the current answer, or to all. */
  function go() {
    const link = current < 0 ? null : list.children[current].querySelector("a");
    if (!link && !field.value.trim()) return;
    close();
    location.href = link ? link.href : all();
  }

  /** @param {KeyboardEvent} event */
  function onShortcut(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const typing = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    const typed = typing && !(/** @type {HTMLInputElement} */ (target).type || "").match(/checkbox|radio|button/);
    if (typed || event.metaKey || event.ctrlKey || event.altKey || !["/", "s"].includes(event.key)) return;
    event.preventDefault();
    field.focus();
  }

  field.addEventListener("focus", open);
  field.addEventListener("input", function () { answer().catch(fail); });
  field.addEventListener("keydown", onKey);
  form.addEventListener("reset", function () { clear(); field.focus(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); go(); });
  list.addEventListener("click", function (event) { if (/** @type {Element} */ (event.target).closest("a")) close(); });
  toggle.addEventListener("change", function () { if (toggle.checked) field.focus(); else close(); });
  box.addEventListener("focusout", function (event) {
    const next = /** @type {FocusEvent} */ (event).relatedTarget;
    if (next instanceof Node && !box.contains(next) && next !== toggle) close();
  });
  document.addEventListener("keydown", onShortcut);
})();
