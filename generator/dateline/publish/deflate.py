"""Bytes to a deflate stream that is the same on every machine.

zlib is not one program: zlib, zlib-ng and Apple's give different streams for the same bytes, and each Python is linked
to one of them. Archives whose bytes anybody can make again need one compressor, so this one is written out.
Format: RFC 1951. Matches are taken greedily, each block has its own codes; about a fifth larger than zlib's level 6.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby

WINDOW, SHORTEST, LONGEST = 1 << 15, 4, 258
"""Bytes a match may reach back; bytes of the shortest and longest match that is looked for (the format allows 3)."""
BLOCK = 1 << 17
"""Bytes of input under one set of codes."""
BEGUN = 3
"""Positions at the beginning of a match that later matches may begin at; more cost time and save little."""
END_OF_BLOCK = 256
LONGEST_CODE, LONGEST_LENGTH_CODE = 15, 7
FEWEST_ORDERED, FEWEST_ALIKE, MOST_ALIKE, FEW_ZEROS, MOST_ZEROS = 4, 3, 6, 10, 138
LENGTHS_IN_ORDER = (16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)
"""RFC 1951, 3.2.7."""


def _bits(value: int, count: int) -> str:
    return f"{value:0{count}b}"[::-1] if count else ""


def _with_extra_bits(first: int, counts: Iterable[int]) -> Iterator[tuple[int, str]]:
    for symbol, count in enumerate(counts, start=first):
        yield from ((symbol, _bits(offset, count)) for offset in range(1 << count))


LENGTHS = (*[*_with_extra_bits(257, chain([0] * 8, (1 + i // 4 for i in range(20))))][:255], (285, ""))
"""The symbol and extra bits of each length of a match, from 3 on (RFC 1951, 3.2.5)."""
DISTANCES = tuple(_with_extra_bits(0, chain([0] * 4, (1 + i // 2 for i in range(26)))))
"""The symbol and extra bits of each distance, from 1 on."""


def deflate(data: bytes) -> bytes:
    """Data compressed; `zlib.decompress(…, -15)` gives it back."""
    seen: dict[bytes, int] = {}
    starts = range(0, len(data), BLOCK) or range(1)
    bits = "".join(_block(_tokens(data, start, seen), last=start + BLOCK >= len(data)) for start in starts)
    return int(bits[::-1], 2).to_bytes((len(bits) + 7) // 8, "little")


def _tokens(data: bytes, here: int, seen: dict[bytes, int]) -> Iterator[int]:
    """One block as literals, below 256, and matches: the length above the lowest 16 bits, the distance in them."""
    end = min(here + BLOCK, len(data))
    while here < end:
        key = data[here : here + SHORTEST]
        there = seen.get(key, -WINDOW - 1)
        seen[key] = here
        if here - there > WINDOW or end - here < SHORTEST:
            yield key[0]
            here += 1
            continue
        length = _shared(data, there, here, min(LONGEST, end - here))
        yield length << 16 | here - there
        for inside in range(here + 1, min(here + length, here + BEGUN)):
            seen[data[inside : inside + SHORTEST]] = inside
        here += length


def _shared(data: bytes, there: int, here: int, most: int) -> int:
    """How many bytes stand at both places, from `SHORTEST` to `most`."""
    count = SHORTEST
    while count + 8 <= most and data[there + count : there + count + 8] == data[here + count : here + count + 8]:
        count += 8
    while count < most and data[there + count] == data[here + count]:
        count += 1
    return count


def _block(tokens: Iterable[int], *, last: bool) -> str:
    tokens = list(tokens)
    matches = [token for token in tokens if token >= END_OF_BLOCK]
    symbols = Counter(token for token in tokens if token < END_OF_BLOCK)
    symbols.update(LENGTHS[(match >> 16) - 3][0] for match in matches)
    symbols[END_OF_BLOCK] = 1
    distances = Counter(DISTANCES[(match & 0xFFFF) - 1][0] for match in matches)
    sizes, far_sizes = _code_sizes(symbols, LONGEST_CODE), _code_sizes(distances, LONGEST_CODE)
    codes, far_codes = _codes(sizes), _codes(far_sizes)
    written = {match: _match_bits(match, codes, far_codes) for match in set(matches)}
    body = "".join([codes[token] if token < END_OF_BLOCK else written[token] for token in tokens])
    return f"{int(last)}01{_tables(sizes, far_sizes)}{body}{codes[END_OF_BLOCK]}"


def _match_bits(match: int, codes: Mapping[int, str], far_codes: Mapping[int, str]) -> str:
    length, more = LENGTHS[(match >> 16) - 3]
    distance, rest = DISTANCES[(match & 0xFFFF) - 1]
    return codes[length] + more + far_codes[distance] + rest


def _code_sizes(counts: Mapping[int, int], longest: int) -> Mapping[int, int]:
    """Huffman's code as bits for each symbol; where a code would be too long, counts are evened out until none is."""
    if len(counts) <= 1:
        return dict.fromkeys(counts or (0,), 1)
    heap: list[tuple[int, int, tuple[int, ...]]] = [(count, symbol, (symbol,)) for symbol, count in counts.items()]
    heapq.heapify(heap)
    sizes: Counter[int] = Counter()
    while len(heap) > 1:
        one, other = heapq.heappop(heap), heapq.heappop(heap)
        both = one[2] + other[2]
        sizes.update(both)
        heapq.heappush(heap, (one[0] + other[0], min(one[1], other[1]), both))
    if max(sizes.values()) > longest:
        return _code_sizes({symbol: count // 2 + 1 for symbol, count in counts.items()}, longest)
    return sizes


def _codes(sizes: Mapping[int, int]) -> Mapping[int, str]:
    """The canonical codes of these sizes (RFC 1951, 3.2.2)."""
    codes: dict[int, str] = {}
    code = before = 0
    for size, symbol in sorted((size, symbol) for symbol, size in sizes.items()):
        code <<= size - before
        codes[symbol] = f"{code:0{size}b}"
        code, before = code + 1, size
    return codes


def _tables(sizes: Mapping[int, int], far_sizes: Mapping[int, int]) -> str:
    """The sizes of both codes, themselves compressed (RFC 1951, 3.2.7)."""
    near = [sizes.get(symbol, 0) for symbol in range(max(sizes) + 1)]
    far = [far_sizes.get(symbol, 0) for symbol in range(max(far_sizes) + 1)]
    runs = list(_runs([*near, *far]))
    run_sizes = _code_sizes(Counter(symbol for symbol, _ in runs), LONGEST_LENGTH_CODE)
    codes = _codes(run_sizes)
    order = [run_sizes.get(symbol, 0) for symbol in LENGTHS_IN_ORDER]
    while len(order) > FEWEST_ORDERED and not order[-1]:
        order.pop()
    head = _bits(len(near) - 257, 5) + _bits(len(far) - 1, 5) + _bits(len(order) - FEWEST_ORDERED, 4)
    return head + "".join(_bits(size, 3) for size in order) + "".join(codes[symbol] + more for symbol, more in runs)


def _runs(sizes: Sequence[int]) -> Iterator[tuple[int, str]]:
    for size, group in groupby(sizes):
        left = len(list(group))
        if size:
            yield size, ""
            left -= 1
        while left >= FEWEST_ALIKE:
            taken = min(left, MOST_ALIKE if size else MOST_ZEROS)
            yield _run(size, taken)
            left -= taken
        yield from [(size, "")] * left


def _run(size: int, count: int) -> tuple[int, str]:
    if size:
        return 16, _bits(count - 3, 2)
    return (18, _bits(count - 11, 7)) if count > FEW_ZEROS else (17, _bits(count - 3, 3))
