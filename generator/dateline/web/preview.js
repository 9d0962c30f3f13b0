// @ts-check
// Shows what a link to an actor, a brief or a claim leads to, on hover and on keyboard focus; Escape closes it.
// Nothing is fetched before the first such link is pointed at, and then by script elements, which work from a disk.
"use strict";
(function () {
  /** @typedef {[key: string, kind: string, name: string, text: string, state: string]} Card */
  const HOVER = 300, LEAVE = 200, GAP = 8, EDGE = 12;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL("..", script.src).href;
  const cards = /** @type {Map<string, Card>} */ (new Map());
  const loading = /** @type {Map<string, Promise<void>>} */ (new Map());
  /** @type {HTMLElement | null} */
  let box = null;
  /** @type {HTMLAnchorElement | null} */
  let wanted = null, shown = null;
  let shards = 0, timer = 0;

  /** Called by the files under previews/. @param {{shards?: number, cards?: Card[]}} data */
  window["datelinePreviews"] = function (data) {
    if (data.shards !== undefined) shards = data.shards;
    (data.cards || []).forEach(function (card) { cards.set(card[0], card); });
  };

  /** The key of what a link leads to, or nothing. @param {HTMLAnchorElement} link */
  function keyOf(link) {
    const [path, hash] = link.href.split("#");
    if (!path.startsWith(root) || link.closest("nav, header, footer, .headerlink, .dl-preview")) return "";
    const way = /^((?:actors|briefs)\/[^/?]+)(?:\/(?:index\.html)?)?$/.exec(path.slice(root.length));
    if (!way) return "";
    if (/^claim-/.test(hash || "") && way[1].startsWith("briefs/")) return way[1] + "#" + hash;
    return path === location.href.split("#")[0] ? "" : way[1];
  }

  /** The number of the file that has a key: FNV-1a, as in publish/exports/previews.py. @param {string} key */
  function shardOf(key) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
    return (hash >>> 0) % shards;
  }

  /** @param {string} name */
  function load(name) {
    let file = loading.get(name);
    if (!file) {
      file = new Promise(function (resolve) {
        const element = document.createElement("script");
        element.src = root + "dateline/previews/" + name + ".js";
        element.onload = element.onerror = () => resolve();
        document.head.append(element);
      });
      loading.set(name, file);
    }
    return file;
  }

  /** @param {string} key */
  async function cardOf(key) {
    await load("index");
    if (!cards.has(key) && shards) await load(String(shardOf(key)));
    return cards.get(key);
  }

  function made() {
    const element = document.createElement("div");
    element.id = element.className = "dl-preview";
    element.setAttribute("role", "tooltip");
    if ("popover" in element) element.setAttribute("popover", "manual");
    element.hidden = !("popover" in element);
    element.addEventListener("pointerenter", () => clearTimeout(timer));
    element.addEventListener("pointerleave", function () { timer = window.setTimeout(close, LEAVE); });
    document.body.append(element);
    return element;
  }

  /** @param {Card} card @param {HTMLAnchorElement} link */
  function open(card, link) {
    close();
    box = box || made();
    box.replaceChildren(...["kind", "name", "text", "state"].flatMap(function (part, place) {
      const line = document.createElement("p");
      line.className = "dl-preview-" + part;
      line.dir = "auto";
      line.textContent = card[place + 1];
      return line.textContent ? [line] : [];
    }));
    "popover" in box ? box.showPopover() : (box.hidden = false);
    place(box, link);
    link.setAttribute("aria-describedby", box.id);
    wanted = shown = link;
  }

  /** Under the link, or above it where there is no room. @param {HTMLElement} box @param {HTMLAnchorElement} link */
  function place(box, link) {
    const at = link.getBoundingClientRect();
    const under = at.bottom + GAP + box.offsetHeight < innerHeight;
    box.style.top = (under ? at.bottom + GAP : Math.max(EDGE, at.top - GAP - box.offsetHeight)) + "px";
    box.style.left = Math.max(EDGE, Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - EDGE)) + "px";
  }

  function close() {
    clearTimeout(timer);
    wanted = null;
    if (!shown || !box) return;
    shown.removeAttribute("aria-describedby");
    shown = null;
    "popover" in box ? box.hidePopover() : (box.hidden = true);
  }

  /** @param {Event} event */
  function linkAt(event) {
    return event.target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (event.target.closest("a[href]:not(svg *)")) : null;
  }

  /** @param {HTMLAnchorElement} link @param {number} wait */
  function want(link, wait) {
    clearTimeout(timer);
    const key = link === shown ? "" : keyOf(link);
    if (!key) return;
    wanted = link;
    timer = window.setTimeout(async function () {
      const card = await cardOf(key);
      if (card && wanted === link) open(card, link);
    }, wait);
  }

  document.addEventListener("pointerover", function (event) {
    const link = event.pointerType === "touch" ? null : linkAt(event);
    if (link && !link.contains(/** @type {Node | null} */ (event.relatedTarget))) want(link, HOVER);
  });
  document.addEventListener("pointerout", function (event) {
    const link = linkAt(event);
    if (!link || link.contains(/** @type {Node | null} */ (event.relatedTarget))) return;
    clearTimeout(timer);
    if (link === shown) timer = window.setTimeout(close, LEAVE);
    else if (link === wanted) wanted = null;
  });
  document.addEventListener("focusin", function (event) {
    const link = linkAt(event);
    if (link && link.matches(":focus-visible")) want(link, 0);
  });
  document.addEventListener("focusout", close);
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") close(); }, true);
  document.addEventListener("click", close);
  addEventListener("scroll", function () {
    // Focus itself makes the page scroll, and its card has to stay with it.
    if (shown && box && shown === document.activeElement) place(box, shown);
    else if (shown) close();
  }, { passive: true });
})();
