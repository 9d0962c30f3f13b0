"""What was wrong with files to what rules cannot know, so that one slip is not reported twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from dateline.findings import At, Finding, Severity, Step
from dateline.model.corpus import Corpus

ENTRY = 2
"""Steps from the top of a file to one entry of a list in it, such as a claim."""
Path = tuple[Step, ...]


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
    there = {*corpus.briefs, *corpus.actors, *corpus.sources} - {
        PurePosixPath(at.file).parent.name for at in corpus.gaps
    }
    return LeftOut(ids=frozenset(ids - there), topics="topics.yaml" in {file.name for file in files})


@dataclass(frozen=True, kw_only=True, slots=True)
class Gaps:
    """Where something was left out of a corpus."""

    paths: Mapping[str, frozenset[Path]]
    """By file."""

    def explain(self, finding: Finding) -> bool:
        """Whether what a rule found may come of what is missing beside it or within it, and of nothing else."""
        at = finding.at
        paths = self.paths.get(at.file, ()) if isinstance(at, At) else ()
        if not isinstance(at, At):
            return False
        weak = finding.severity is not Severity.ERROR
        return any(_explains(gap, at.path) or (weak and len(gap) == len(at.path) == 1) for gap in paths)


def gaps(corpus: Corpus) -> Gaps:
    """The gaps of a corpus, those of articles also in every claim that rests on one."""
    paths: dict[str, set[Path]] = {}
    for at in (*corpus.gaps, *_weakened(corpus)):
        paths.setdefault(at.file, set()).add(at.path)
    return Gaps(paths={file: frozenset(found) for file, found in paths.items()})


def _weakened(corpus: Corpus) -> Iterator[At]:
    """The evidence of claims that names an article of which something was left out."""
    files = {at.file for at in corpus.gaps}
    broken = {article.ref for article in corpus.articles.values() if article.at.file in files}
    for claim in corpus.claims.values() if broken else ():
        if any(item.article in broken for item in claim.evidence):
            yield claim.at.to("evidence")


def _explains(gap: Path, path: Path) -> bool:
    """A finding about what holds a gap, or about a key beside one within the same entry."""
    shared = next((at for at, pair in enumerate(zip(gap, path, strict=False)) if pair[0] != pair[1]), None)
    common = min(len(gap), len(path)) if shared is None else shared
    holds = common == len(path) and (len(path) > 0 or len(gap) == 1)
    return holds or (common >= ENTRY and len(path) - common <= 1)
