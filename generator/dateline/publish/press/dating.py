"""A page of the last site to the same page with another day in its foot, without its being made again."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.model.words.catalogue import interface
from dateline.publish.asset import Asset
from dateline.publish.press.printing import written
from dateline.publish.press.tree import MissingError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

FOOT: Final = '<div class="dl-foot">'
"""How the foot begins (`theme/partials/copyright.html`); text of articles is escaped, so only a foot begins so."""


class Dating(NamedTuple):
    """What pages of one site say of the day of its content."""

    day: str
    """ISO 8601; empty where no brief has one."""
    language: str
    """The interface's."""

    def foot(self) -> bytes:
        """How their foot begins."""
        words = interface(self.language).say("Content as of {day}", day=self.day)
        return f"{FOOT}{escape(words)} · ".encode()


def is_in_foot_alone(config: MkDocsConfig) -> bool:
    """Whether nothing else on a page says the day: other themes print it elsewhere, and a desk's own may."""
    return config.theme.name == "material" and not config.theme.custom_dir


def dated_anew(names: Iterable[str], site: Path, fresh: Path, before: Dating, after: Dating) -> dict[str, str]:
    """Write a page with another day below `fresh`: the digest by the name of its file, or nothing where that cannot be.

    `names` are all files of the page in the last `site`, of which just one has to say the day, and once. Raises
    MissingError where one is gone.
    """
    if not before.day or not after.day or before.language != after.language:
        return {}
    old, new = before.foot(), after.foot()
    try:
        pages = {name: (site / name).read_bytes() for name in names if name.endswith(".html")}
    except FileNotFoundError as error:
        raise MissingError(error.filename) from error
    said = [name for name, page in pages.items() for _ in range(page.count(old))]
    return {name: written(fresh, Asset(name, pages[name].replace(old, new))) for name in said if len(said) == 1}
