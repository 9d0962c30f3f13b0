"""A thing and an id it had to the edits that write it under `formerly:`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.desk.intake.scalars import scalar
from dateline.desk.renaming.adding import with_items, with_text
from dateline.desk.renaming.home import Home
from dateline.desk.renaming.sheet import Edit
from dateline.desk.renaming.sheets import Sheets

KEY = "formerly"


def with_former_ids(sheets: Sheets, home: Home, ids: Iterable[str], *, instead_of: str | None = None) -> Iterator[Edit]:
    """The edits that list old ids; `instead_of` is one listed so far that is in use again."""
    more = [one for one in ids if one not in home.formerly]
    document, top = sheets.document(home.at.file), sheets.top(home.at.file)
    if instead_of in home.formerly and more:
        place = home.at.to(KEY, home.formerly.index(instead_of))
        yield with_text(document.text, sheets.span(place), _written(more.pop(0)))
    if not more:
        return
    items = [_written(one) for one in more]
    if home.at.path or (top and not top.is_empty):
        yield from with_items(document.text, sheets.span(home.at), KEY, items, after=home.below)
    else:
        value = items[0] if len(items) == 1 else f"[{', '.join(items)}]"
        yield _in_new_front_matter(document.text, document.body_offset, f"{KEY}: {value}\n")


def _written(id_: str) -> str:
    """An id as it stands in YAML: nothing in it can be taken for anything else."""
    return id_ if id_.replace("-", "").replace("/", "").isalnum() and id_.isascii() else scalar(id_)


def _in_new_front_matter(text: str, body_offset: int, line: str) -> Edit:
    if not body_offset:
        return Edit(0, 0, f"---\n{line}---\n")
    closing = text.rindex("---", 0, body_offset)
    return Edit(closing, closing, line)
