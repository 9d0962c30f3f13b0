// The search page: words, facets with counts, a range of dates. All of its state stands in the address.
"use strict";
(function () {
  /** @typedef {Record<string, string>} State */
  const place = /** @type {HTMLElement} */ (document.getElementById("dl-find"));
  const api = window["dateline"], inner = api.inner, say = api.say, STEP = 20, MOST = 40;
  const NAMES = { kind: say("Kind"), actor: say("Actor"), source: say("Source"), topic: say("Topic"), year: say("Year"), support: say("Support"), status: say("Status"), language: say("Language") };
  const TERMS = ["kind", "support", "status"]; // whose values are words of ours
  place.className = "dl-find";
  place.innerHTML =
    '<form class="dl-find-bar" role="search" aria-label="' + say("Search with filters") + '">' +
    '<label class="dl-find-words">' + say("Words") + ' <input type="text" name="q" autocomplete="off" autocapitalize="off" spellcheck="false" dir="auto"></label>' +
    '<label>' + say("From") + ' <input type="text" name="from" size="10" placeholder="2021-08" pattern="-?\\d{4,}(-\\d\\d(-\\d\\d)?)?"></label>' +
    '<label>' + say("To") + ' <input type="text" name="to" size="10" placeholder="2021-09-15" pattern="-?\\d{4,}(-\\d\\d(-\\d\\d)?)?"></label>' +
    '<label>' + say("Dates") + ' <select name="certain"><option value="">' + say("possibly within") + '</option><option value="1">' + say("certainly within") + '</option></select></label>' +
    '<label>' + say("Order") + ' <select name="sort"><option value="">' + say("by relevance") + '</option><option value="date">' + say("newest first") + '</option></select></label>' +
    '</form><details class="dl-narrow"><summary>' + say("Narrow down") + '</summary><div class="dl-facets"></div></details>' +
    '<p class="dl-found-count" role="status"></p><p class="dl-offers" hidden></p><ol class="dl-answers"></ol><button type="button" class="md-button" hidden>' + say("Show more") + '</button>';
  const form = /** @type {HTMLFormElement} */ (place.querySelector("form"));
  const drawer = /** @type {HTMLDetailsElement} */ (place.querySelector("details"));
  const panel = /** @type {HTMLElement} */ (place.querySelector(".dl-facets"));
  const says = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
  const list = /** @type {HTMLElement} */ (place.querySelector("ol"));
  const offers = /** @type {HTMLElement} */ (place.querySelector(".dl-offers"));
  const more = /** @type {HTMLButtonElement} */ (place.querySelector("button"));
  let latest = 0, shown = STEP;

  /** The search that the address asks for. @returns {State} */
  function state() {
    const words = new URLSearchParams(location.search).get("q");
    const asked = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
    return location.hash || !words ? asked : { q: words };
  }

  /** Goes to another search; a step that Back undoes, but for letters being typed. @param {State} next @param {boolean} typing */
  function go(next, typing) {
    const kept = Object.entries(next).filter(function (pair) { return pair[1]; });
    const address = "#" + new URLSearchParams(kept).toString();
    if (address === location.hash) return;
    shown = STEP;
    if (!typing) { location.hash = address; return; }
    history.replaceState(null, "", address);
    answer().catch(fail);
  }

  /** The controls' values over those of the address. @param {boolean} typing */
  function read(typing) {
    const values = /** @type {any} */ (Object.fromEntries(new FormData(form)));
    if (form.checkValidity()) go({ ...state(), ...values }, typing);
    else form.reportValidity();
  }

  /** Sets the controls to what the address says. */
  function write() {
    const now = state();
    for (const control of /** @type {any} */ (form.elements)) {
      if (control !== document.activeElement) control.value = now[control.name] || "";
    }
  }

  /** @param {Error} error */
  function fail(error) {
    says.textContent = error.message;
    settle();
  }

  /** No further answers are on their way. */
  function settle() {
    list.setAttribute("aria-busy", "false");
  }

  async function answer() {
    const mine = latest += 1, now = state();
    list.setAttribute("aria-busy", "true");
    await inner.ready();
    const found = await inner.find(now.q || "", { ...now, certain: now.certain === "1" });
    const [titles, forms] = await Promise.all([inner.titles(found, 0, shown), inner.excerpt.formsOf(found.ranked.meanings)]);
    const told = found.entries.length ? inner.show.counted(found.entries.length) + inner.show.corrected(found) : await inner.show.why(found);
    if (mine !== latest) return;
    const near = await inner.show.offers(found);
    if (mine !== latest) return;
    says.textContent = told;
    offer(near, now, !found.entries.length);
    list.replaceChildren(...titles.map(function (/** @type {any} */ title) { return inner.show.item(title, forms); }));
    more.hidden = found.entries.length <= titles.length;
    const narrowing = Object.keys(NAMES).some(function (facet) { return now[facet]; });
    if (narrowing) drawer.open = true;
    const jobs = [excerpts(titles, forms, mine)];
    if (drawer.open) jobs.push(facets(found, now, mine));
    await Promise.all(jobs);
    if (mine === latest) settle();
  }

  /** Searches that find more. @param {string[]} words @param {State} now @param {boolean} nothing */
  function offer(words, now, nothing) {
    const narrowed = Object.keys(now).some(function (key) { return now[key] && !["q", "sort"].includes(key); });
    const ways = words.map(function (word) { return { label: word, next: { ...now, q: word } }; });
    if (narrowed && nothing) ways.push({ label: say("without filters"), next: { q: now.q || "" } });
    offers.hidden = !ways.length;
    offers.replaceChildren((nothing ? say("Instead:") : say("More with fewer words:")) + " ", ...ways.map(function (way) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = way.label;
      button.addEventListener("click", function () { go(way.next, false); });
      return button;
    }));
  }

  /** @param {any[]} titles @param {Set<string>} forms @param {number} mine */
  async function excerpts(titles, forms, mine) {
    const items = Array.from(list.children);
    await Promise.all(titles.map(async function (title, at) {
      const text = await inner.excerpt.excerpt(title.entry, forms);
      if (mine === latest && text) inner.show.addExcerpt(items[at], text, forms);
    }));
  }

  /** The values of every facet with how many answers each would leave. @param {any} found @param {State} now @param {number} mine */
  async function facets(found, now, mine) {
    const counts = await inner.narrow.count(found.left);
    const groups = await Promise.all(Object.keys(NAMES).map(function (facet) { return group(facet, counts[facet], now); }));
    if (mine !== latest) return;
    const focused = document.activeElement && /** @type {HTMLElement} */ (document.activeElement).dataset.value;
    panel.replaceChildren(...groups.filter(Boolean));
    if (focused) Array.from(panel.querySelectorAll("button")).find(function (button) { return button.dataset.value === focused; })?.focus();
  }

  /** @param {string} facet @param {Record<string, number>} counts @param {State} now */
  async function group(facet, counts, now) {
    const column = await inner.narrow.column(facet);
    const known = Object.entries(counts).filter(function (pair) { return pair[1] || now[facet] === pair[0]; });
    if (now[facet] && !counts[now[facet]]) known.push([now[facet], 0]);
    known.sort(function (a, b) { return b[1] - a[1] || (a[0] < b[0] ? -1 : 1); });
    if (!known.length) return null;
    const field = document.createElement("fieldset"), legend = document.createElement("legend");
    legend.textContent = NAMES[/** @type {keyof typeof NAMES} */ (facet)];
    field.append(legend, ...known.slice(0, MOST).map(function (pair) {
      const label = column.labels[column.values.indexOf(pair[0])] || pair[0];
      return choice(facet, pair[0], TERMS.includes(facet) ? say(label.replace(/-/g, " ")) : label, pair[1], now[facet] === pair[0]);
    }));
    return field;
  }

  /** @param {string} facet @param {string} value @param {string} label @param {number} count @param {boolean} chosen */
  function choice(facet, value, label, count, chosen) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "dl-choice";
    button.dataset.value = facet + "/" + value;
    button.setAttribute("aria-pressed", String(chosen));
    button.textContent = label + " (" + count + ")";
    button.addEventListener("click", function () { go({ ...state(), [facet]: chosen ? "" : value }, false); });
    return button;
  }

  form.addEventListener("input", function (event) { if (/** @type {Element} */ (event.target).matches("[name=q]")) read(true); });
  form.addEventListener("change", function (event) { if (!(/** @type {Element} */ (event.target)).matches("[name=q]")) read(false); });
  form.addEventListener("submit", function (event) { event.preventDefault(); read(false); });
  drawer.addEventListener("toggle", function () { if (drawer.open) answer().catch(fail); });
  more.addEventListener("click", function () { shown += STEP; answer().catch(fail); });
  window.addEventListener("hashchange", function () { shown = STEP; write(); answer().catch(fail); });
  write();
  if (Object.keys(state()).length) answer().catch(fail);
  else form.elements["q"].addEventListener("focus", function () { inner.ready().catch(fail); }, { once: true });
})();
