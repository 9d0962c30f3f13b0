"""A page's Markdown to the HTML that Python-Markdown makes of it, without Python-Markdown.

The pages of `dateline.pages` use a plain dialect. Whatever is not of it raises UnusualError, and the page takes the
slow way: nothing in here guesses.
"""
