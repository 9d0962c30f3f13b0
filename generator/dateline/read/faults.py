"""The faults found while files become documents: one constant each, explained in specs/."""

from __future__ import annotations

from dateline.findings import error, warning

YAML_SYNTAX = error("D101", "yaml-syntax")
NESTED_TOO_DEEPLY = error("D102", "nested-too-deeply")
DUPLICATE_KEY = error("D103", "duplicate-key")
YAML_ANCHOR = error("D104", "yaml-anchor")
YAML_TAG = error("D105", "yaml-tag")
WRONG_KEY = error("D106", "wrong-key")
MERGE_KEY = error("D107", "merge-key")
SEVERAL_DOCUMENTS = error("D108", "several-documents")
NOT_A_MAPPING = error("D109", "not-a-mapping")
EMPTY_FILE = error("D110", "empty-file")
YAML_DIRECTIVE = error("D111", "yaml-directive")
OPEN_FRONT_MATTER = error("D112", "open-front-matter")

NOT_UTF_8 = error("D120", "not-utf-8")
BYTE_ORDER_MARK = warning("D121", "byte-order-mark")
CONTROL_CHARACTER = error("D122", "control-character")
FILE_TOO_LARGE = error("D123", "file-too-large")
PILED_MARKS = error("D126", "piled-marks")

WRONG_NAME = error("D130", "wrong-name")
MISNAMED_FILE = error("D131", "misnamed-file")
STRAY_FILE = warning("D132", "stray-file")
MISSING_BRIEF = error("D133", "missing-brief")
WRONG_FILE_TYPE = error("D134", "wrong-file-type")
LINK_OUT_OF_DESK = error("D135", "link-out-of-desk")
LINK_TO_NOWHERE = error("D136", "link-to-nowhere")
ALIKE_NAMES = error("D137", "alike-names")
NO_BRIEFS_FOLDER = warning("D138", "no-briefs-folder")
