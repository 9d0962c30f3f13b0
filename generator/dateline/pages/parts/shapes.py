"""A bar and its status to the SVG that shows them: a line with round ends, so that it keeps its form at every zoom."""

from __future__ import annotations

from dateline.pages.parts.lanes import TAIL, THICK, Bar

STEPS = 6
"""Of a fading tail."""


def shape(bar: Bar, status: str) -> str:
    """The inside of an event's link; status is shown by form: hollow, hatched, hollow with a core."""
    line = _line(bar)
    tails = "".join(
        f'<use href="#dl-{name}" x="{percent(at)}"/>'
        for name, at, drawn in zip(("before", "after"), bar[:2], bar.tails, strict=True)
        if drawn
    )
    match status:
        case "disputed":
            return tails + _line(bar, ' stroke="url(#dl-hatch)"')
        case "planned":
            return tails + line + _line(bar, HOLLOW)
        case "did-not-happen":
            return tails + line + _line(bar, HOLLOW) + _line(bar, ' stroke-width="2"')
        case _:
            return tails + line


HOLLOW = f' class="dl-hollow" stroke="#fff" stroke-width="{THICK - 4}"'


def _line(bar: Bar, more: str = "") -> str:
    return f'<line x1="{percent(bar.start)}" x2="{percent(bar.end)}"{more}/>'


def percent(share: float) -> str:
    """A share of the width as SVG has it."""
    # A day in a picture of 25 years is 0.01 %, and zooming has to keep it.
    return f"{100 * share:.4f}%"


def definitions(drawn: str) -> str:
    """What drawn shapes use: tails that fade to the left or right, hatching."""
    parts = []
    if '"#dl-before"' in drawn or '"#dl-after"' in drawn:
        parts.append(f'<g id="dl-before" fill="currentColor" stroke="none">{_STEPS}</g>')
    if '"#dl-after"' in drawn:
        parts.append('<g id="dl-after" transform="scale(-1 1)"><use href="#dl-before"/></g>')
    if "url(#dl-hatch)" in drawn:
        parts.append(_HATCH)
    return f"<defs>{''.join(parts)}</defs>" if parts else ""


_STEPS = "".join(
    f'<path d="M{-TAIL / STEPS * (step + 1):g}{-THICK / 2:g}h{TAIL / STEPS:g}v{THICK}h{-TAIL / STEPS:g}z"'
    f' opacity="{0.85 - step * 0.14:.2f}"/>'
    for step in range(STEPS)
)
_HATCH = (
    '<pattern id="dl-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<path d="M1 0v4" stroke="currentColor" stroke-width="2.4" stroke-linecap="butt"/></pattern>'
)
