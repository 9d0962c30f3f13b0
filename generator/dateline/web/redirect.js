// Keeps the anchor of an old address, which the plain redirect of its page would lose.
"use strict";
(function () {
  var link = document.querySelector('link[rel="canonical"]');
  if (link && location.hash) location.replace(link.getAttribute("href") + location.hash);
})();
