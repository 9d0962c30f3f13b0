// Answers to elements: the same lines in the header and on the search page.
"use strict";
(function () {
  const inner = window.dateline.inner, say = window.dateline.say, sayN = window.dateline.sayN, FEW = 3;

  /** Puts text into an element, the words found marked. @param {Element} element @param {string} text @param {Set<string>} forms */
  function marked(element, text, forms) {
    let at = 0;
    inner.excerpt.spans(text, forms).forEach(function (/** @type {[number, number]} */ span) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(span[0], span[1]);
      element.append(text.slice(at, span[0]), mark);
      at = span[1];
    });
    element.append(text.slice(at));
  }

  /** @param {string} tag @param {string} name @param {string} [text] */
  function made(tag, name, text) {
    const element = document.createElement(tag);
    element.className = name;
    if (text) element.textContent = text;
    return element;
  }

  /** One answer. @param {{kind: string, url: string, title: string, said: string}} title @param {Set<string>} forms */
  function item(title, forms) {
    const line = made("li", "md-search-result__item"), link = /** @type {HTMLAnchorElement} */ (made("a", "md-search-result__link"));
    const article = made("article", "md-search-result__article md-typeset"), heading = made("span", "dl-found");
    link.href = title.url;
    heading.dir = "auto";
    marked(heading, title.title, forms);
    article.append(made("span", "dl-found-kind", title.said ? say(title.kind) + " · " + title.said : say(title.kind)), heading);
    link.append(article);
    line.append(link);
    return line;
  }

  /** @param {Element} line @param {string} text @param {Set<string>} forms */
  function addExcerpt(line, text, forms) {
    const excerpt = made("p", "dl-excerpt");
    excerpt.dir = "auto";
    marked(excerpt, text, forms);
    /** @type {Element} */ (line.querySelector("article")).append(excerpt);
  }

  /** @param {number} total */
  function counted(total) {
    return sayN("{count} result.", "{count} results.", total);
  }

  /** Words that were corrected. @param {{ranked: {query: {words: string[]}, meanings: {instead: string | null}[]}}} found */
  function corrected(found) {
    return found.ranked.meanings.map(function (meaning, at) {
      const values = { instead: meaning.instead || "", word: found.ranked.query.words[at] };
      return meaning.instead ? " " + say("Searched for “{instead}” instead of “{word}”.", values) : "";
    }).join("");
  }

  /** Why nothing was found, and what is near. @param {any} found @returns {Promise<string>} */
  async function why(found) {
    const reasons = await inner.explain(found);
    if (reasons.before) return say("Nothing is left by the filters; without them: {results}", { results: counted(reasons.before) });
    if (reasons.missing.length) {
      const near = reasons.near.length ? " " + say("Near: {words}.", { words: reasons.near.join(say(", ")) }) : "";
      return say("Nothing here has {words}.", { words: reasons.missing.map(quoted).join(say(" or ")) }) + near;
    }
    const each = reasons.each.map(function (/** @type {{word: string, total: number}} */ one) { return say("{word} alone: {results}", { word: quoted(one.word), results: one.total }); });
    return say("Nothing has it all together. {each}.", { each: each.join(say(", ")) });
  }

  /** Searches that find more, where one finds few or nothing. @param {any} found @returns {Promise<string[]>} */
  async function offers(found) {
    if (found.entries.length > FEW) return [];
    const less = (await inner.relaxed(found)).map(function (/** @type {{words: string}} */ way) { return way.words; });
    if (found.entries.length) return less;
    const reasons = await inner.explain(found);
    const single = reasons.each.length > 1 ? reasons.each.filter(function (/** @type {{total: number}} */ one) { return one.total; }) : [];
    return [...new Set([...reasons.near, ...less, ...single.map(function (/** @type {{word: string}} */ one) { return one.word; })])];
  }

  /** What would find more, where one finds few, in a sentence. @param {any} found @returns {Promise<string>} */
  async function hint(found) {
    const way = found.entries.length > FEW ? undefined : (await inner.relaxed(found))[0];
    return way ? " " + say("Without {word}: {results}", { word: quoted(way.without), results: counted(way.total) }) : "";
  }

  /** @param {string} word */
  function quoted(word) {
    return say("“{words}”", { words: word });
  }

  inner.show = { item: item, addExcerpt: addExcerpt, counted: counted, corrected: corrected, why: why, offers: offers, hint: hint };
})();
