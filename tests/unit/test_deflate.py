"""The compressor: what comes out goes in again, and is the same everywhere."""

from __future__ import annotations

import hashlib
import zlib
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.publish.deflate import BLOCK, WINDOW, deflate

DRAW = Random(1)  # noqa: S311  # texts, not secrets
WORDS = " ".join(DRAW.choice(["harbour", "pier", "tide", "<p>", "</p>", "lamp"]) for _ in range(60_000)).encode()
CASES = {
    "nothing": b"",
    "one byte": b"a",
    "three bytes": b"aaa",
    "a run": b"a" * 1000,
    "every byte": bytes(range(256)) * 3,
    "noise": DRAW.randbytes(70_000),
    "more than a block": WORDS,
    "exactly a block": WORDS[:BLOCK],
    "one more than a block": WORDS[: BLOCK + 1],
    "a match as far back as may be": b"needle" + DRAW.randbytes(WINDOW - 6) + b"needle",
    "a match one too far back": b"needle" + DRAW.randbytes(WINDOW - 5) + b"needle",
    "counts so uneven that codes grow too long": b"".join(bytes([n]) * 2 ** min(n, 17) for n in range(24)),
}


@pytest.mark.parametrize("data", CASES.values(), ids=CASES)
def test_it_comes_back(data: bytes) -> None:
    assert zlib.decompress(deflate(data), -15) == data


@given(st.binary(max_size=400) | st.text("ab<>", max_size=2000).map(str.encode))
@settings(max_examples=300, deadline=None)
def test_anything_comes_back(data: bytes) -> None:
    assert zlib.decompress(deflate(data), -15) == data


def test_text_gets_much_smaller() -> None:
    assert len(deflate(WORDS)) * 5 < len(WORDS)


def test_the_stream_is_the_one_it_was() -> None:
    """A change of these bytes changes every bundle: say so in the changelog."""
    stream = deflate(b"The pier is closed. The pier is open. The pier is closed again.")
    assert hashlib.sha256(stream).hexdigest() == "126d984093ca8128a51ccd9c347015cc0101bb0fa1f2693fda27cc7dcdff5e29"
