// @ts-check
// The colours of a page: what the reader chose, else what their system prefers. In place of Material's own part, which
// begins after the first painting, so that a dark page flashes, and has the whole page styled twice more.
"use strict";
(function () {
  const KEY = "__palette", AUTOMATIC = "(prefers-color-scheme)", page = /** @type {any} */ (window);
  const dark = matchMedia("(prefers-color-scheme: dark)");

  /** @param {HTMLInputElement} input @returns {Record<string, string>} as Material keeps them */
  const colours = (input) => Object.fromEntries(
    ["media", "scheme", "primary", "accent"].map((name) => [name, input.getAttribute("data-md-color-" + name) || ""]),
  );

  /** @param {HTMLInputElement[]} inputs @returns {number} the palette that holds */
  function current(inputs) {
    const kept = page.__md_get(KEY);
    const preferred = inputs.findIndex((input) => matchMedia(colours(input).media).matches);
    return Math.max(0, Math.min(kept ? Number(kept.index) || 0 : preferred, inputs.length - 1));
  }

  /** @param {HTMLInputElement[]} inputs @param {number} index */
  function show(inputs, index) {
    const media = colours(inputs[index]).media === AUTOMATIC && `(prefers-color-scheme: ${dark.matches ? "dark" : "light"})`;
    const source = inputs.find((input) => colours(input).media === media) || inputs[index];
    for (const [name, value] of Object.entries(colours(source))) {
      if (document.body.getAttribute("data-md-color-" + name) !== value) document.body.setAttribute("data-md-color-" + name, value);
    }
    inputs.forEach((input, other) => {
      const button = input.nextElementSibling;
      if (button instanceof HTMLLabelElement) button.hidden = other !== index;
    });
    requestAnimationFrame(tell);
  }

  /** Have the browser's own parts follow: its bars, scroll bars and fields. */
  function tell() {
    const style = getComputedStyle(document.querySelector("header") || document.body);
    for (const [name, content] of [["theme-color", style.backgroundColor], ["color-scheme", style.colorScheme]]) {
      const meta = document.querySelector(`meta[name="${name}"]`) || document.createElement("meta");
      meta.setAttribute("name", name);
      meta.setAttribute("content", content);
      document.head.append(meta);
    }
  }

  /** @param {HTMLInputElement[]} inputs @param {number} index */
  function choose(inputs, index) {
    document.body.setAttribute("data-md-color-switching", ""); // Nothing fades from one palette to the next.
    show(inputs, index);
    page.__md_set(KEY, { index: index, color: colours(inputs[index]) });
    setTimeout(() => document.body.removeAttribute("data-md-color-switching"));
  }

  page.__md_palette = function () {
    const form = document.querySelector("form[data-md-component=palette]");
    const inputs = [...(form?.querySelectorAll("input") || [])];
    if (!form || !inputs.length) return;
    form.removeAttribute("data-md-component"); // By this Material's script would find it.
    show(inputs, current(inputs));
    inputs.forEach((input, index) => input.addEventListener("change", () => choose(inputs, index)));
    dark.addEventListener("change", () => show(inputs, current(inputs)));
    form.addEventListener("keydown", function (event) {
      if (!(event instanceof KeyboardEvent) || event.key !== "Enter") return;
      event.preventDefault(); // or the form would be sent
      const next = inputs[(current(inputs) + 1) % inputs.length];
      next.click();
      next.focus();
    });
  };
})();
