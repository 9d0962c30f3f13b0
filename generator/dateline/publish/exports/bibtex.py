"""Briefs to BibTeX entries, one beside each page and all in one file."""

from __future__ import annotations

from dateline.pages.links import BIBTEX
from dateline.publish.citation import Citation, citing

MACROS = {
    "\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}", "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}", "%": r"\%", "&": r"\&", "$": r"\$", "#": r"\#", "_": r"\_", '"': '{"}', "@": "{@}",
}  # fmt: skip
"""Signs that TeX or BibTeX would obey; BibTeX counts braces even behind a backslash, so those need a name."""
TEX = str.maketrans(MACROS) | dict.fromkeys((*range(32), 127), " ")


def _entry(cited: Citation) -> str:
    fields = {
        "title": f"{{{cited.title.translate(TEX)}}}",
        # Each name in braces of its own is taken as it stands: not every author has a family name at the end.
        "author": " and ".join(f"{{{author.translate(TEX)}}}" for author in cited.authors),
        "date": cited.date or "",
        "year": (cited.date or "")[:4],
        "abstract": cited.abstract.translate(TEX),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{cited.id},\n{lines}}}\n"


EXPORT = citing("bibtex", BIBTEX, _entry)
