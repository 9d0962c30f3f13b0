"""A plugin's section of mkdocs.yml to the same section: MkDocs has no say in it."""

from __future__ import annotations

from typing import Any

from mkdocs.config.base import Config


class AnyKeys(Config):
    """The plugin's section as it is; the model checks it, so that `dateline check` says the same."""

    def load_dict(self, patch: dict[str, Any]) -> None:
        """Take every key."""
        self.data.update(patch or {})

    def validate(self) -> tuple[list[Any], list[Any]]:
        """Leave it to the model."""
        return [], []
