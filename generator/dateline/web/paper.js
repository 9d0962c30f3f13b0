// @ts-check
// On paper the addresses that links lead to stand as numbered notes at the end; without scripts they stand in the text.
"use strict";
(function () {
  const LINKS = '.md-content article a[href^="http"]:not(.headerlink):not(.dl-preview a)';
  /** @type {Element[]} */
  let added = [];

  /** An address as it is printed: what marks a passage in a live page is of use on a screen alone. @param {HTMLAnchorElement} link */
  function printed(link) {
    return link.href.replace(/#?:~:.*$/, "");
  }

  /** @param {string} tag @param {string} name @param {string} text */
  function made(tag, name, text) {
    return Object.assign(document.createElement(tag), { className: name, textContent: text });
  }

  function write() {
    erase();
    const article = document.querySelector(".md-content article"), addresses = /** @type {string[]} */ ([]);
    if (!article) return;
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(LINKS))) {
      const address = printed(link);
      if (!addresses.includes(address)) addresses.push(address);
      const sign = made("sup", "dl-note", String(addresses.indexOf(address) + 1));
      link.after(sign);
      added.push(sign);
    }
    if (!addresses.length) return;
    const list = made("ol", "dl-notes", "");
    list.append(...addresses.map((address) => made("li", "", address)));
    added.push(list);
    article.append(list);
    document.body.classList.add("dl-noted");
  }

  function erase() {
    added.forEach((element) => element.remove());
    added = [];
    document.body.classList.remove("dl-noted");
  }

  addEventListener("beforeprint", write);
  addEventListener("afterprint", erase);
})();
