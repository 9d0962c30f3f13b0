"""The fields of a form to what Sveltia CMS calls them in its configuration."""

from __future__ import annotations

from typing import Any

from dateline.desk.form.fields import Field

LONG = frozenset(
    {"after", "basis", "because", "before", "body", "description", "note", "quote", "says", "scope", "status_why",
     "summary", "translation", "until_known", "what", "why"}
)  # fmt: skip
"""Keys whose texts are sentences."""
CHOSEN = {
    ("Claim", "by"): "actors", ("Involved", "actor"): "actors", ("Participant", "actor"): "actors",
    ("Role", "of"): "actors", ("Relation", "to"): "actors", ("Article", "source"): "sources",
}  # fmt: skip
"""Keys that name an entry of a collection, so that it can be chosen from a list."""
NAMING = ("says", "what", "name", "title", "actor", "brief", "article", "to", "code", "grade", "file")
"""Keys that tell entries of a list apart once they are folded."""


def widget(field: Field) -> dict[str, Any]:
    """The configuration of one field."""
    return {
        "name": field.name,
        "label": field.name.replace("_", " ").capitalize(),
        "hint": field.meaning,
        "required": field.required,
        **_form(field),
    }


def _form(field: Field) -> dict[str, Any]:
    collection = CHOSEN.get((field.record, field.name))
    if field.kind == "record":
        inner: dict[str, Any] = {"fields": [widget(one) for one in field.fields], "collapsed": True}
        return {"widget": "list", **inner, **_summary(field)} if field.many else {"widget": "object", **inner}
    if collection:
        chosen = {"collection": collection, "value_field": "{{slug}}", "display_fields": ["name"]}
        return {"widget": "relation", **chosen, "search_fields": ["name"], "multiple": field.many}
    if field.kind == "pairs":
        return {"widget": "keyvalue"}
    if field.kind == "choice":
        return {"widget": "select", "options": list(field.choices), "multiple": field.many}
    if field.many:
        return {"widget": "list"}
    return {"widget": "text" if field.name in LONG else "string"}


def _summary(field: Field) -> dict[str, str]:
    known = {one.name for one in field.fields}
    named = next((name for name in NAMING if name in known), None)
    return {"summary": f"{{{{fields.{named}}}}}"} if named else {}
