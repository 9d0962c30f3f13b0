"""What a browser compares to tell a reader what changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from dateline.pages.page import Facts, Page
from dateline.publish.exports.visits import CALL, EXPORT, FOLDER, MOST


def brief(id_: str, **twin: Any) -> Page:
    ledger = tuple({**entry, "brief": id_} for entry in twin.pop("corrections", ()))
    facts = Facts(kind="brief", id=id_, twin={"id": id_, **twin}, ledger=ledger)
    return Page(path=f"briefs/{id_}/index.md", title=f"About {id_}", markdown="", facts=facts)


def files(*pages: Page) -> Mapping[str, Any]:
    return {
        asset.path.removeprefix(f"{FOLDER}/").removesuffix(".js"): json.loads(
            str(asset.content).removeprefix(f"{CALL}(").removesuffix(");\n")
        )
        for asset in EXPORT.assets(pages)
    }


def test_a_changed_brief_has_another_digest_and_no_other_has() -> None:
    before, after = files(brief("a", says=1), brief("b", says=1)), files(brief("a", says=2), brief("b", says=1))
    assert before["index"] != after["index"]
    assert before["0"]["rows"][0] != after["0"]["rows"][0]
    assert before["0"]["rows"][1] == after["0"]["rows"][1]


def test_the_latest_correction_is_said() -> None:
    ledger = [{"on": "2021-09-18", "what": "The second."}, {"on": "2021-08-31", "what": "The first."}]
    assert files(brief("a", corrections=ledger))["0"]["rows"][0][2:] == ["About a", "The second."]


@pytest.mark.parametrize("count", [0, 1, MOST, MOST + 1, 5 * MOST])
def test_every_brief_is_on_one_shelf(count: int) -> None:
    found = files(*(brief(f"b{number}") for number in range(count)))
    shelves = [found[str(number)]["rows"] for number in range(len(found["index"]["digests"]))]
    assert sorted(row[0] for rows in shelves for row in rows) == sorted(f"b{number}" for number in range(count))
    assert max(map(len, shelves)) <= 2 * MOST


def test_no_title_ends_the_script() -> None:
    page = Page(path="briefs/a/index.md", title="</script>", markdown="", facts=Facts(kind="brief", id="a", twin={}))
    assert "</script>" not in "".join(str(asset.content) for asset in EXPORT.assets([page]))
