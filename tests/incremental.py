"""Random edits of a desk, for the law that a build with a memory gives what a build without one gives."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any

import yaml

NAMES = (
    "Ada Quill",
    "Bo Marsh",
    "Cy Fen",
    "Dee Holt",
    "Eno Vale",
    "Fay Lund",
    "Gil Orr",
    "Hal Pike",
    "Ivo Ray",
    "Jo Sund",
)
WORDS = ("pier", "harbour", "ferry", "lamp", "quarter", "council", "ice", "road")
PLACES = ("Eastport", "Westport")
STATES = ("draft", "published", "withdrawn", "superseded")
Data = dict[str, Any]


def make_desk(root: Path, briefs: int, draw: Random) -> Path:
    """A desk of so many briefs, each of which has to do with few of the others: an edit leaves most as they were."""
    for number, name in enumerate(NAMES):
        _save(
            root / f"briefs/actors/actor-{number}.yaml", {"name": name, "kind": "person", "description": f"Of {name}."}
        )
    for number in range(4):
        source = {"name": f"Post {number}", "kind": "newspaper", "owner": "Holding"}
        _save(root / f"briefs/sources/source-{number}.yaml", source)
    topics = {"sea": {"name": "Sea"}, "ports": {"name": "Ports", "broader": "sea", "scope": f"Of {NAMES[0]}."}}
    _save(root / "briefs/topics.yaml", topics)
    _save(root / "briefs/questions.yaml", {"how-many/0": {"asks": "How many?", "about": ["actor-0", "brief-001"]}})
    for number in range(briefs):
        _add_brief(root, number, draw)
    return root


def _add_brief(root: Path, number: int, draw: Random) -> None:
    slug, year = f"brief-{number:03}", 2015 + number % 6
    folder = root / f"briefs/{year}/{slug}"
    near = [number % len(NAMES), (number + 1) % len(NAMES)]
    names, ids = [NAMES[place] for place in near], [f"actor-{place}" for place in near]
    quote = f"{draw.choice(names)} saw the {draw.choice(WORDS)} {number}"
    text = f"(Reuters) - {quote}.\n\nA line that recurs.\n\nAll of the {draw.choice(WORDS)} was {names[1]} here.\n"
    front = {"title": f"On the {draw.choice(WORDS)}", "source": f"source-{number % 4}", "published": f"{year}-02",
             "rights": draw.choice(("full", "excerpt", "link")), "language": "en"}  # fmt: skip
    _save(folder / "one.md", front, text)
    claim: Data = {"id": "main", "says": f"{names[0]} saw it.", "by": ids[0], "about": draw.choice(ids),
                   "evidence": [{"quote": quote}]}  # fmt: skip
    if number % 3 == 0:
        claim |= {"answers": f"how-many/{number % 2}", "value": {"number": str(number % 5), "unit": "piers"}}
    if number > 2 and draw.random() < 1 / 3:
        kind = draw.choice(("contradicts", "rests-on", "updates"))
        claim["links"] = [{"to": f"brief-{draw.randrange(2):03}#main", "as": kind}]
    event = {
        "when": f"{year}-0{1 + number % 9}",
        "what": f"{names[1]} came to {draw.choice(PLACES)}.",
        "who": ids[1],
        "claims": "main",
    }
    brief: Data = {
        "title": f"The {draw.choice(WORDS)} of {draw.choice(WORDS)}",
        "summary": f"{names[0]} and the *{draw.choice(WORDS)}*.",
        "published": f"{year}-0{1 + number % 9}-1{number % 9}",
        "topics": ["sea"] if number % 4 else ["ports"],
        "actors": [ids[0]],
        "dates": [event],
        "claims": [claim],
        "body": f"See [[{ids[1]}]] and {names[0]} at the {draw.choice(WORDS)}, as in [[{slug}#main]].",
    }
    _save(folder / "brief.yaml", brief)


def _save(path: Path, data: Data, body: str | None = None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True)
    path.write_text(text if body is None else f"---\n{text}---\n{body}", "utf-8")


def _load(path: Path) -> tuple[Data, str | None]:
    text = path.read_text("utf-8")
    if path.suffix == ".md":
        _, front, body = text.split("---\n", 2)
        return yaml.safe_load(front), body
    return yaml.safe_load(text), None


def _briefs(root: Path) -> list[Path]:
    return sorted(root.glob("briefs/20*/*/brief.yaml"))


def _changed(path: Path, **values: Any) -> None:
    data, body = _load(path)
    data.update({key: value for key, value in values.items() if value is not None})
    for key in [key for key, value in values.items() if value is None]:
        data.pop(key, None)
    _save(path, data, body)


def _one(root: Path, pattern: str, draw: Random) -> Path | None:
    found = [path for path in sorted(root.glob(pattern)) if "\n: [" not in path.read_text("utf-8")]
    return draw.choice(found) if found else None


def body(root: Path, draw: Random) -> None:
    if path := _one(root, "briefs/20*/*/brief.yaml", draw):
        _changed(path, body=f"Now {draw.choice(NAMES)} speaks of the {draw.choice(WORDS)}.")


def linked(root: Path, draw: Random) -> None:
    """What a link shows is the other's words, or the actor's name as it is printed."""
    if path := _one(root, "briefs/20*/*/brief.yaml", draw):
        other = draw.choice(_briefs(root)).parent.name
        _changed(path, body=f"As [[{other}#main]] says, [[{other}]] had [[actor-{draw.randrange(5)}]] at hand. So.")


def spaced(root: Path, draw: Random) -> None:
    """A name that is found as before and printed otherwise."""
    if path := _one(root, "briefs/actors/*.yaml", draw):
        data, _ = _load(path)
        _changed(path, name=str(data["name"]).swapcase())


def cited(root: Path, draw: Random) -> None:
    """Evidence in an article of another brief."""
    if path := _one(root, "briefs/20*/*/brief.yaml", draw):
        data, _ = _load(path)
        other = draw.choice(_briefs(root)).parent.name
        quote = draw.choice(("A line that recurs", "All of the", "was never written"))
        evidence = [*data["claims"][0]["evidence"], {"article": f"{other}/one", "quote": quote}]
        _changed(path, claims=[{**data["claims"][0], "evidence": evidence}, *data["claims"][1:]])


def second_article(root: Path, draw: Random) -> None:
    """Short names mean what stands beside the brief."""
    if path := _one(root, "briefs/20*/*/brief.yaml", draw):
        text = (path.parent / "one.md").read_text("utf-8") if (path.parent / "one.md").exists() else ""
        (path.parent / draw.choice(("one.md", "two.md"))).write_text(f"{text}\nAnd {draw.choice(NAMES)}.\n", "utf-8")


def title(root: Path, draw: Random) -> None:
    if path := _one(root, "briefs/20*/*/brief.yaml", draw):
        _changed(path, title=f"Renamed {draw.choice(WORDS)} & {draw.choice(WORDS)}")


def article(root: Path, draw: Random) -> None:
    if path := _one(root, "briefs/20*/*/one.md", draw):
        data, text = _load(path)
        _save(path, data, f"{text}\n\n{draw.choice(NAMES)} was at the {draw.choice(WORDS)}.\n")


def status(root: Path, draw: Random) -> None:
    if path := _one(root, "briefs/20*/*/one.md", draw):
        _changed(path, status=draw.choice(("retracted", "corrected", "live")), status_on="2019-01-01")


def rights(root: Path, draw: Random) -> None:
    if path := _one(root, "briefs/20*/*/one.md", draw):
        _changed(path, rights=draw.choice(("full", "excerpt", "link")), agency=draw.choice(("AP", None)))


def added(root: Path, draw: Random) -> None:
    _add_brief(root, 900 + draw.randrange(50), draw)


def deleted(root: Path, draw: Random) -> None:
    if path := _one(root, "briefs/20*/*/brief.yaml", draw):
        shutil.rmtree(path.parent)


def renamed(root: Path, draw: Random) -> None:
    if path := _one(root, "briefs/20*/*/brief.yaml", draw):
        new = path.parent.with_name(f"moved-{draw.randrange(1000)}")
        if not new.exists():
            path.parent.rename(new)
            _changed(new / "brief.yaml", formerly=[path.parent.name])


def moved_in_time(root: Path, draw: Random) -> None:
    if path := _one(root, "briefs/20*/*/brief.yaml", draw):
        _changed(
            path,
            published=f"20{draw.randrange(10, 25)}-05-05",
            dates=[{"when": f"20{draw.randrange(10, 25)}-07~", "what": "It moved."}],
        )


def state(root: Path, draw: Random) -> None:
    if path := _one(root, "briefs/20*/*/brief.yaml", draw):
        _changed(path, state=draw.choice(STATES))


def actor(root: Path, draw: Random) -> None:
    if path := _one(root, "briefs/actors/*.yaml", draw):
        _changed(path, name=f"{draw.choice(NAMES)} {draw.choice(('', 'II', 'of Fen'))}".strip())


def alias(root: Path, draw: Random) -> None:
    if path := _one(root, "briefs/actors/*.yaml", draw):
        _changed(path, aliases=[draw.choice((*PLACES, "Reuters", "pier", "sea"))])


def actor_gone(root: Path, draw: Random) -> None:
    if path := _one(root, "briefs/actors/*.yaml", draw):
        path.unlink()


def actor_new(root: Path, draw: Random) -> None:
    number = draw.randrange(8)
    _save(root / f"briefs/actors/actor-{number}.yaml", {"name": f"{draw.choice(NAMES)}", "kind": "state"})


def source(root: Path, draw: Random) -> None:
    if path := _one(root, "briefs/sources/*.yaml", draw):
        _changed(path, name=f"Paper {draw.choice(WORDS)}", owner=draw.choice(("Holding", "Another", None)))


def topic(root: Path, draw: Random) -> None:
    topics: Data = {"sea": {"name": draw.choice(WORDS)}, "ports": {"name": "Ports", "broader": "sea"}}
    if draw.random() < 0.3:
        topics.pop("ports")
    _save(root / "briefs/topics.yaml", topics)


def question(root: Path, draw: Random) -> None:
    _save(
        root / "briefs/questions.yaml",
        {"how-many/0": {"asks": f"How many {draw.choice(WORDS)}?", "about": ["actor-1"]}},
    )


def broken(root: Path, draw: Random) -> None:
    if path := _one(root, draw.choice(("briefs/20*/*/brief.yaml", "briefs/actors/*.yaml")), draw):
        path.write_text(path.read_text("utf-8") + "\n: [", "utf-8")


def mended(root: Path, draw: Random) -> None:  # noqa: ARG001  # all edits are called alike
    for path in root.glob("briefs/**/*.yaml"):
        text = path.read_text("utf-8")
        if "\n: [" in text:
            path.write_text(text.replace("\n: [", ""), "utf-8")


EDITS: Mapping[str, Callable[[Path, Random], None]] = {
    edit.__name__: edit
    for edit in (
        body, linked, spaced, cited, second_article, title, article, status,
        rights, added, deleted, renamed, moved_in_time, state, actor, alias, actor_gone,
        actor_new, source, topic, question, broken, mended,
    )
}  # fmt: skip
