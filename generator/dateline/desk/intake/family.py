"""The origin an imported article shares with others to what an editor is told and may declare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.desk.intake.found import Note

if TYPE_CHECKING:
    from dateline.relate.origins import OriginGroup

_MOST: Final = 3
"""Articles of the same origin that are named; the others are counted."""
_IN_WORDS: Final = frozenset({"text", "url"})
"""Reasons from which one article is likely made of the other, so that a declaration is proposed."""


def family_notes(group: OriginGroup, ref: str) -> tuple[Note, ...]:
    """That an article (`slug/name`) counts as one origin with others, why, and what to call the origin."""
    others = [other for other in group.articles if other != ref]
    more = f" and {len(others) - _MOST} more" if len(others) > _MOST else ""
    named = f"{', '.join(others[:_MOST])}{more}"
    why = "; ".join(dict.fromkeys(reason.detail for reason in group.why if ref in {reason.a, reason.b}))
    because = f" ({why})" if why else ""
    likely = "a likely copy; " if declaration(group, ref) else ""
    text = f"{likely}it counts as one origin, “{group.name}”, with {named}{because}"
    return (Note(kind="copy", about="origin", text=text),)


def declaration(group: OriginGroup, ref: str) -> str | None:
    """The line that an editor may make count: `origin: {of: slug/name, how: syndicated}`; None where it only may be."""
    slug = ref.partition("/")[0]
    for reason in group.why:
        if reason.kind in _IN_WORDS and ref in {reason.a, reason.b}:
            other = reason.b if reason.a == ref else reason.a
            return f"origin: {{of: {other.removeprefix(f'{slug}/')}, how: syndicated}}   # {reason.detail}"
    return None
