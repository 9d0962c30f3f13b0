"""One fault a pair of files: the code that finds it, and the page that explains and tests it."""
