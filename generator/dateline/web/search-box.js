// The search field in the header: answers while typing, by keyboard from end to end.
"use strict";
(function () {
  /** @typedef {{entry: number, kind: string, url: string, title: string, said: string}} Answer */
  const box = document.querySelector(".dl-search");
  const field = /** @type {HTMLInputElement | null} */ (box && box.querySelector("input"));
  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  if (!box || !field || !toggle) return;
  field.parentElement?.insertAdjacentHTML("afterend", `<div class="md-search__output"><div class="md-search__scrollwrap">
    <div class="md-search-result"><div class="md-search-result__meta" role="status"></div>
    <ol class="md-search-result__list" id="dl-answers"></ol></div></div></div>`);
  const list = /** @type {HTMLElement} */ (box.querySelector("ol"));
  list.setAttribute("aria-label", field.getAttribute("aria-label") || "");
  field.setAttribute("aria-controls", list.id);
  for (const name of ["autocapitalize", "autocorrect"]) field.setAttribute(name, "off");
  field.spellcheck = false;
  const says = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
  const form = /** @type {HTMLFormElement} */ (box.querySelector("form"));
  const api = window["dateline"], inner = api.inner, say = api.say, LIMIT = 10;
  let latest = 0;

  /** Opens the list; the first time, what a search needs is loaded. */
  function open() {
    toggle.checked = true;
    inner.ready().catch(fail);
  }

  function close() {
    toggle.checked = false;
  }

  /** @param {Error} error */
  function fail(error) {
    says.textContent = error.message;
    settle();
  }

  /** The search page with these words. */
  function all() {
    return form.action.split("#")[0] + "#q=" + encodeURIComponent(field.value.trim());
  }

  async function answer() {
    const words = field.value, mine = latest += 1;
    if (!words.trim()) return clear();
    list.setAttribute("aria-busy", "true");
    await inner.ready();
    const found = await inner.find(words, {});
    if (mine !== latest) return;
    const [titles, forms] = await Promise.all([inner.titles(found, 0, LIMIT), inner.excerpt.formsOf(found.ranked.meanings)]);
    if (mine !== latest) return;
    show(titles, forms);
    const more = found.entries.length > titles.length ? " " + say("Enter shows all.") : "";
    says.textContent = found.entries.length ? inner.show.counted(found.entries.length) + inner.show.corrected(found) + more : await inner.show.why(found);
    if (mine === latest) await excerpts(titles, forms, mine);
    const hint = found.entries.length ? await inner.show.hint(found) : "";
    if (mine !== latest) return;
    if (hint) says.textContent += hint;
    settle();
  }

  /** No further answers are on their way. */
  function settle() {
    list.setAttribute("aria-busy", "false");
  }

  function clear() {
    list.replaceChildren();
    says.textContent = "";
    settle();
  }

  /** @param {Answer[]} titles @param {Set<string>} forms */
  function show(titles, forms) {
    const before = links(), at = before.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
    list.replaceChildren(...titles.map(function (title) { return inner.show.item(title, forms); }));
    if (at < 0) return;
    const same = links().find(function (link) { return link.href === before[at].href; });
    (same || links()[at] || field).focus(); // Whoever is among the answers already stays there, at theirs if it is still one.
  }

  /** @param {Answer[]} titles @param {Set<string>} forms @param {number} mine */
  async function excerpts(titles, forms, mine) {
    const items = Array.from(list.children);
    await Promise.all(titles.map(async function (title, at) {
      const text = await inner.excerpt.excerpt(title.entry, forms);
      if (mine === latest && text) inner.show.addExcerpt(items[at], text, forms);
    }));
  }

  /** The answers, as links that Tab reaches too. @returns {HTMLAnchorElement[]} */
  function links() {
    return Array.from(list.querySelectorAll("a"));
  }

  /** Arrows go from the field through the answers and back to it. @param {number} by */
  function step(by) {
    const stops = /** @type {HTMLElement[]} */ ([field, ...links()]);
    const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    stops[(at + by + stops.length) % stops.length].focus();
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
    else if (event.key === "Escape") { close(); /** @type {HTMLElement} */ (document.activeElement).blur(); }
    else if (event.key === "Enter" && event.target === field && !event.isComposing) go();
    else return;
    event.preventDefault();
  }

  /** To all answers. */
  function go() {
    if (!field.value.trim()) return;
    close();
    location.href = all();
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
  box.addEventListener("keydown", function (event) { onKey(/** @type {KeyboardEvent} */ (event)); });
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
