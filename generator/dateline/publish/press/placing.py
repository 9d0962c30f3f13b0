"""What a build changed to the site in its place, from two trees that take turns."""

from __future__ import annotations

import logging
import shutil
from dataclasses import dataclass
from pathlib import Path

from dateline.publish.manifest import SUMS, checksums
from dateline.publish.press.memory import Memory
from dateline.publish.press.press import Press
from dateline.publish.press.tree import bring_up, exchange, identity, tampered

LOG = logging.getLogger("mkdocs.plugins.dateline")


@dataclass(frozen=True, kw_only=True, slots=True)
class Stand:
    """Where a site stands, and the tree that stood there before."""

    place: Path
    """The folder `.dateline` of the desk."""
    target: Path
    """The site."""

    @property
    def spare(self) -> Path:
        """The site before last, or what a kill left of it; beside the site where that is on another disk."""
        parent = next(folder for folder in (self.target.parent, *self.target.parents) if folder.exists())
        same = self.place.stat().st_dev == parent.stat().st_dev
        return self.place / "site" if same else parent / f".{self.target.name}.new"

    def check(self, memory: Memory) -> bool:
        """Forget what the memory says of a site that is not there, or was changed by somebody else.

        Returns whether somebody put files of their own into it. The site that `serve` shows is nobody's to change.
        """
        tree = self.last(memory)
        if tree is None:
            memory.forget()
        if tree is None or self.place in self.target.parents:
            return False
        changed, strange = tampered(tree, memory.digests())
        if changed:
            more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
            LOG.warning("%s%s was changed since the last build; every page is made anew", tree / changed[0], more)
            memory.forget()
        return bool(strange)

    def last(self, memory: Memory) -> Path | None:
        """Where the site is that the memory knows; None where it is gone."""
        live = memory.said("live")
        return next((tree for tree in (self.target, self.spare) if live and identity(tree) == live), None)

    def put(self, press: Press, *, cleared: bool = False) -> None:
        """Put what was made in its place: a whole site, or nothing.

        Nothing changed leaves the site untouched, unless it is to be `cleared` of what is not ours.
        """
        press.take_rest()
        memory, number, live = press.memory, press.number, press.memory.said("live")
        _, gone = memory.since(number - 1)
        if not cleared and not press.changed and not gone and live and identity(self.target) == live:
            memory.keep()
            return
        older, _ = memory.since(number - 2)
        base = self._base(memory) or press.fresh
        bring_up(self.spare, base, press.fresh, memory.digests().keys(), press.changed, older)
        sums = checksums(memory.sums()).encode("utf-8", "surrogateescape")
        (self.spare / SUMS).write_bytes(sums)
        self._remember(memory, number)
        exchange(self.spare, self.target)
        memory.keep()
        shutil.rmtree(self.place / "base", ignore_errors=True)
        if self.spare.parent != self.place:
            shutil.rmtree(self.spare, ignore_errors=True)

    def _base(self, memory: Memory) -> Path | None:
        """Where unchanged files come from, None where nothing is; the spare tree is one to go on with, or empty."""
        base, spare = self.last(memory), memory.said("spare")
        if base == self.target and spare and identity(self.spare) == spare:
            return base
        if base == self.spare:  # a kill came between the exchange and its being remembered
            base = self.place / "base"
            shutil.rmtree(base, ignore_errors=True)
            shutil.move(self.spare, base)
        shutil.rmtree(self.spare, ignore_errors=True)
        self.spare.mkdir(parents=True)
        return base

    def _remember(self, memory: Memory, number: int) -> None:
        memory.say("spare", identity(self.target))
        memory.say("live", identity(self.spare))
        memory.say("build", str(number))
        memory.db.execute("DELETE FROM gone WHERE build < ?", (number - 2,))

    def put_whole(self, made: Path) -> None:
        """Put a site that was made as a whole in the place of the last."""
        shutil.rmtree(self.spare, ignore_errors=True)
        shutil.move(made, self.spare)
        exchange(self.spare, self.target)
        shutil.rmtree(self.spare, ignore_errors=True)
