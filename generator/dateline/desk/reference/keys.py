"""The model's description of itself to pages: every key an editor may write, and every setting."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model.described import Key, described_files, described_settings

PATHS = {
    "brief": "briefs/<year>/<slug>/brief.yaml", "article": "briefs/<year>/<slug>/<name>.md, front matter",
    "actor": "briefs/actors/<id>.yaml", "source": "briefs/sources/<id>.yaml",
    "topics": "briefs/topics.yaml, under each id", "questions": "briefs/questions.yaml, under each id",
}  # fmt: skip


def keys_page() -> str:
    """Every file, and every record within it once, where it first stands."""
    return "\n".join(_keys())


def _keys() -> Iterator[str]:
    yield "# Keys of every file\n\nMade from the records that check the files."
    yield "Where a list is meant, one value may stand alone; keys that begin with `x-` pass through to the exports;"
    yield "`allow` may stand in any record.\n"
    for name, records in described_files():
        yield f"\n## {name}\n\n`{PATHS[name]}`\n"
        for number, record in enumerate(records):
            if number:
                yield f"\n### {record.name}\n"
            yield "| key | form | meaning |\n|---|---|---|"
            yield from map(_row, record.keys)


def _row(key: Key) -> str:
    return f"| `{key.name}` | {key.form}{', required' if key.required else ''} | {key.meaning} |"


def settings_page() -> str:
    """Every setting of the plugin, with its default."""
    return "\n".join(_settings())


def _settings() -> Iterator[str]:
    yield "# Settings\n\nUnder `plugins: - dateline:` in `mkdocs.yml`; unknown keys are errors."
    yield "Nothing else configures the build but command-line options.\n"
    yield "| key | form | default | meaning |\n|---|---|---|---|"
    for key in described_settings():
        yield f"| `{key.name}` | {key.form} | `{key.default}` | {key.meaning} |"
