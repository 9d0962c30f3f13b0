"""A desk's repository to the configuration of the form, from the schema that checks its files."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from dateline.desk.form.fields import fields_of
from dateline.desk.form.widgets import widget
from dateline.desk.start import Host

REMOTE: Final = re.compile(
    r"(?:https?://|ssh://)?(?:[^@/\s]+@)?(?P<host>[\w.-]+)(?::\d+/|[/:])(?P<path>[\w./-]+?)(?:\.git)?/?"
)
PUBLIC: Final[dict[Host, str]] = {"github": "github.com", "gitlab": "gitlab.com"}


class Repository(NamedTuple):
    """Where a desk is kept."""

    host: Host
    """Whose programs run there."""
    domain: str
    """Such as `github.com`."""
    path: str
    """`owner/name`."""
    branch: str

    @property
    def api(self) -> str:
        """The address that the form asks; the only one beside its own."""
        if self.host == "gitlab":
            return f"https://{self.domain}/api/v4"
        return "https://api.github.com" if self.domain == PUBLIC["github"] else f"https://{self.domain}/api/v3"

    @property
    def origins(self) -> str:
        """The hosts that the page may ask, as a policy lists them."""
        return "https://" + self.api.removeprefix("https://").partition("/")[0]


def form_config(repository: Repository, briefs: str) -> dict[str, Any]:
    """What Sveltia CMS reads as `config.json`. `briefs` is the folder of the briefs."""
    return {
        "backend": _backend(repository),
        "publish_mode": "editorial_workflow",
        "app_title": "Edit the desk",
        "media_folder": "docs/assets",
        "public_folder": "/assets",
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "none", "indent_sequences": True}},
        "collections": [
            _collection("briefs", briefs, "brief", "title", path="{{year}}/{{slug}}/brief"),
            _articles(briefs),
            _collection("actors", f"{briefs}/actors", "actor", "name"),
            _collection("sources", f"{briefs}/sources", "source", "name"),
            _lists(briefs),
        ],
    }


def _backend(repository: Repository) -> dict[str, Any]:
    found = {"name": repository.host, "repo": repository.path, "branch": repository.branch, "auth_methods": ["token"]}
    if repository.domain != PUBLIC[repository.host]:
        found |= {"api_root": repository.api, "base_url": f"https://{repository.domain}"}
    return found


def _collection(name: str, folder: str, kind: str, title: str, **more: Any) -> dict[str, Any]:
    return {
        "name": name, "label": name.capitalize(), "folder": folder, "extension": "yaml", "format": "yaml",
        "create": True, "slug": f"{{{{{title}}}}}", "identifier_field": title, "summary": f"{{{{{title}}}}}",
        "fields": [widget(field) for field in fields_of(kind)], **more,
    }  # fmt: skip


def _articles(briefs: str) -> dict[str, Any]:
    """Articles come by `dateline import`, which knows whose text is theirs; here what is said of one is put right."""
    found = _collection("articles", briefs, "article", "title", nested={"depth": 4, "subfolders": False})
    body = {"name": "body", "label": "Text", "hint": "The stored text, verbatim.", "required": False, "widget": "text"}
    return found | {"extension": "md", "format": "yaml-frontmatter", "create": False, "delete": False,
                    "fields": [*found["fields"], body]}  # fmt: skip


def _lists(briefs: str) -> dict[str, Any]:
    """Files whose keys are ids, which no form can ask for one by one."""
    files = [_raw(briefs, kind) for kind in ("topics", "questions")]
    return {"name": "lists", "label": "Topics and questions", "files": files}


def _raw(briefs: str, kind: str) -> dict[str, Any]:
    keys = ", ".join(field.name for field in fields_of(kind))
    body = {
        "name": "body",
        "label": "YAML",
        "widget": "text",
        "hint": f"An id, a colon, and below it its keys: {keys}.",
    }
    return {
        "name": kind,
        "label": kind.capitalize(),
        "file": f"{briefs}/{kind}.yaml",
        "format": "raw",
        "fields": [body],
    }
