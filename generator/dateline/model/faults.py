"""The faults found while documents become records: one constant each, explained in specs/."""

from __future__ import annotations

from dateline.findings import error, hint

UNKNOWN_KEY = error("D150", "unknown-key")
MISSING_KEY = error("D151", "missing-key")
WRONG_VALUE = error("D152", "wrong-value")
COMPUTED_KEY = error("D153", "computed-key")
WRONG_FORM = error("D154", "wrong-form")
WRONG_SETTING = error("D155", "wrong-setting")
UNKNOWN_FORMAT = error("D156", "unknown-format")

DUPLICATE_ID = error("D201", "duplicate-id")
UNKNOWN_ACTOR = error("D202", "unknown-actor")
UNKNOWN_SOURCE = error("D203", "unknown-source")
UNKNOWN_TOPIC = error("D204", "unknown-topic")
UNKNOWN_BRIEF = error("D205", "unknown-brief")
UNKNOWN_CLAIM = error("D206", "unknown-claim")
UNKNOWN_ARTICLE = error("D207", "unknown-article")
MISSING_ARTICLE = error("D208", "which-article")
REUSED_ID = error("D209", "reused-id")
CIRCLE = error("D210", "circle-of-topics")
UNKNOWN_SUBJECT = error("D211", "unknown-subject")
NUMBERED_CLAIM = hint("D212", "numbered-claim")

WRONG_DATE = error("D301", "wrong-date")
