"""A desk's setting to the scale of likelihood it writes by: its terms, and what each of them stands for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import Final, NamedTuple

from dateline.model.settings import Settings

SCALES: Final = ("icd203", "phia")
"""The scales there are, each a file in `scales/`."""


class Term(NamedTuple):
    """One term of a scale."""

    name: str
    """As it may stand under `likelihood:`."""
    set: int
    """Which of the scale's sets of terms it belongs to; ICD 203 has two for one and the same ranges."""
    low: int
    """Per cent from which it holds."""
    high: int
    """Per cent up to which it holds."""
    forms: tuple[str, ...]
    """As it may stand in a sentence."""


@dataclass(frozen=True, kw_only=True)
class Scale:
    """Words for likelihood, each with the range of probability it stands for."""

    name: str
    """What desks call it: `ICD 203`."""
    title: str
    """Its full name."""
    source: str
    """The address of the document that its ranges are taken from."""
    sets_may_mix: bool
    """Whether one text may use terms of several of its sets."""
    terms: tuple[Term, ...]
    """The least likely first."""

    @cached_property
    def by_form(self) -> Mapping[str, Term]:
        """Each term under every form that may stand in a sentence, and under its name."""
        forms = {form: term for term in self.terms for form in term.forms}
        return {**{term.name: term for term in self.terms}, **forms}


@cache
def scale(id_: str) -> Scale:
    """The scale of this id; raises FileNotFoundError for one that is not there."""
    data = json.loads((resources.files("dateline.check") / "scales" / f"{id_}.json").read_text("utf-8"))
    terms = tuple(
        Term(row["term"], row["set"], row["low"], row["high"], tuple(row.get("forms", [row["term"]])))
        for row in data["terms"]
    )
    said = {key: data[key] for key in ("name", "title", "source", "sets_may_mix")}
    return Scale(**said, terms=terms)


def configured(settings: Settings) -> Scale | None:
    """The scale a desk writes by; None where none is set, or where the desk does not write English."""
    english = settings.languages[0].partition("-")[0] == "en"
    return scale(settings.scales) if settings.scales != "none" and english else None
