"""What was wrong with files to what rules cannot know, so that one slip is not reported twice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from dateline.findings import At, Severity
from dateline.model.corpus import Corpus

ENTRY = 2
"""Steps from the top of a `brief.yaml` to one of its claims or dates."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """Files of which something is not in the corpus."""

    ids: frozenset[str]
    """Of the briefs, actors and sources that these files would hold."""
    topics: bool
    """Whether `topics.yaml` is among them."""

    def may_hold(self, target: str) -> bool:
        """Whether a link to nothing may lead into one of these files."""
        return target.partition("#")[0] in self.ids or (self.topics and "#" not in target)


def left_out(corpus: Corpus) -> LeftOut:
    """The files with errors."""
    wrong = (finding.file for finding in corpus.findings if finding.severity is Severity.ERROR)
    files = {PurePosixPath(file) for file in wrong}
    ids = {file.parent.name if file.name == "brief.yaml" else file.stem for file in files}
    there = {*corpus.briefs, *corpus.actors, *corpus.sources}
    return LeftOut(ids=frozenset(ids - there), topics="topics.yaml" in {file.name for file in files})


def broken_claims(corpus: Corpus) -> frozenset[At]:
    """The places of claims of which a reference to nothing was left out."""
    places = (finding.at for finding in corpus.findings if isinstance(finding.at, At))
    return frozenset(At(at.file, at.path[:ENTRY]) for at in places if at.path[:1] == ("claims",))
