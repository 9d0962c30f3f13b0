"""The corpus as one page sees it: every link it needs, written from where it stands."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Sequence
from dataclasses import dataclass

from dateline.model.article import Article
from dateline.model.corpus import Corpus
from dateline.model.when import When
from dateline.model.words.catalogue import Interface, interface
from dateline.pages import links
from dateline.pages.escape import Safe, run, text
from dateline.pages.prose import Prose
from dateline.pages.tongue import in_its_language, stored_in
from dateline.relate.lexicon import Span
from dateline.relate.relations import Relations

LONGEST_LABEL = 90
UNDATED = "undated"
"""In place of a year."""


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """What a page may say about records, in Markdown."""

    corpus: Corpus
    """What readers see."""
    relations: Relations
    """What it means."""
    here: str
    """The page's own path."""
    today: When | None = None
    """The day of the build, when it was given; without it a page says nothing that depends on the day."""

    @property
    def language(self) -> str:
        """The interface's language."""
        return self.corpus.settings.languages[0]

    @property
    def interface(self) -> Interface:
        """The words of the interface in that language."""
        return interface(self.language)

    def say(self, message: str, /, **values: object) -> str:
        """A message of the interface, its `{names}` filled in."""
        return self.interface.say(message, **values)

    def safe(self, message: str, /, **values: object) -> Safe:
        """The same as Markdown, for messages that are ours and values that are safe."""
        return Safe(self.interface.say(message, **values))

    def say_n(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The form of a message for a number, which is its `{count}`."""
        return self.interface.say_n(one, many, count, **values)

    def number(self, number: float) -> str:
        """A number with the language's digits and separators."""
        return self.interface.number(number)

    def year(self, year: str) -> str:
        """A year, or `undated`, as it is printed."""
        return self.say("undated") if year == UNDATED else self.interface.digits(year)

    def term(self, value: str) -> str:
        """A value of a closed list, such as a status, in words."""
        return self.interface.say(value.replace("-", " "))

    def words(self, when: When) -> str:
        """A date in words."""
        return when.words(self.language)

    def to(self, path: str, fragment: str = "") -> str:
        """The way from this page to another."""
        return links.relative(self.here, path, fragment)

    def actor(self, id_: str, label: Safe | None = None) -> Safe:
        """An actor's name, linked."""
        shown = text(self.corpus.actors[id_].name) if label is None else label
        return links.link(shown, self.to(links.path_of("actor", id_)))

    def brief(self, slug: str) -> Safe:
        """A brief's title, linked."""
        return links.link(text(self.corpus.heads[slug].title), self.to(links.path_of("brief", slug)))

    def source(self, id_: str) -> Safe:
        """A source's name, linked."""
        return links.link(text(self.corpus.sources[id_].name), self.to(links.path_of("source", id_)))

    def topic(self, id_: str) -> Safe:
        """A topic's name, linked."""
        return links.link(text(self.corpus.topics[id_].name), self.to(links.path_of("topic", id_)))

    def question(self, id_: str) -> Safe:
        """A question, linked."""
        asks = self.corpus.questions[id_].asks or id_
        return links.link(text(asks), self.to(links.path_of("question", id_)))

    def claim(self, ref: str, label: str | None = None) -> Safe:
        """A claim's words, linked to the claim on its brief."""
        claim = self.corpus.claims[ref]
        shown = shortened(claim.says) if label is None else label
        return links.link(text(shown), self.to(links.path_of("brief", claim.brief), links.anchor(claim)))

    def article(self, ref: str, anchor: str | None = None) -> Safe:
        """An article's title, linked to the article on its brief, or to a passage of it."""
        article = self.corpus.articles[ref]
        way = self.to(links.path_of("brief", article.brief), anchor or links.anchor(article))
        return links.link(self.title(article), way)

    def title(self, article: Article) -> Safe:
        """An article's title, in its language."""
        return in_its_language(text(article.title), stored_in(article), around=self.language)

    def subject(self, id_: str) -> Safe:
        """An actor, topic or brief that a claim is about."""
        if id_ in self.corpus.actors:
            return self.actor(id_)
        return self.topic(id_) if id_ in self.corpus.topics else self.brief(id_)

    def actors(self, ids: Iterable[str]) -> Safe:
        """Several actors, with commas."""
        return self.listing([self.actor(id_) for id_ in ids])

    def joined(self, parts: Iterable[str]) -> str:
        """Plain parts with commas between them."""
        return self.interface.comma.join(parts)

    def listing(self, parts: Sequence[Safe | str]) -> Safe:
        """Parts with commas between them."""
        return Safe(self.interface.comma.join(part if isinstance(part, Safe) else text(part) for part in parts))

    def prose(
        self,
        preferred: Collection[str] = (),
        unlinked: Iterable[str] = (),
        language: str | None = None,
        *,
        is_ours: bool = True,
        names: bool = True,
    ) -> Prose:
        """A writer for one section; `unlinked` actors are the page's own subject, `language` is that of the text.

        `[[links]]` link only in the desk's own prose: in an article they are brackets. Without `names` it links none.
        """

        def spans(piece: str) -> Sequence[Span]:
            return self.relations.lexicon.spans(piece, preferred) if names else ()

        def spoken(line: Safe) -> Safe:
            return in_its_language(line, language, around=self.language)

        wiki_link = self.wiki_link if is_ours else None
        return Prose(spans=spans, actor_link=self.actor, wiki_link=wiki_link, spoken=spoken, linked=set(unlinked))

    def wiki_link(self, target: str, label: str | None) -> Safe:
        """A `[[id]]` or `[[slug#claim]]`, linked; its words alone where nothing has that id."""
        linked = self._linked(target)
        if linked is None:
            return run(label or target)
        return linked if label is None else Safe(f"[{run(label)}]{linked[linked.rindex('](') + 1 :]}")

    def _linked(self, target: str) -> Safe | None:
        """The link to whatever has an id; where a brief, actor, topic and source share one, the first of these."""
        corpus = self.corpus
        ways: tuple[tuple[Container[str], Callable[[str], Safe]], ...] = (
            (corpus.claims, self.claim),
            (corpus.heads, self.brief),
            (corpus.actors, self.actor),
            (corpus.topics, self.topic),
            (corpus.sources, self.source),
        )
        return next((way(target) for names, way in ways if target in names), None)


def shortened(words: str) -> str:
    """Words that fit a link or a line."""
    if len(words) <= LONGEST_LABEL:
        return words
    return words[:LONGEST_LABEL].rsplit(" ", 1)[0].rstrip(",;:") + "…"
