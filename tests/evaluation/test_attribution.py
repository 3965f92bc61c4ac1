"""The scorer of quotes: what counts as found, as the right speaker, as wrong."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.evaluation.attribution import Judged, Sheet, Tally, tally
from tests.evaluation.quotes import HERE, curve, f1, interval, read, sheets

TEXT = (
    "“Harga beras naik lagi,” kata Wulan Sari kepada Kompas. Menurut dia, panen raya belum tiba. "
    "Pasar, ujar Budi Raya, tutup sore nanti. Disebut ”rekor” baru."
)
Record = dict[str, Any]


def at(words: str, **more: Any) -> Record:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words, **more}


def said(words: str, name: str | None, surface: str | None = None, **more: Any) -> Record:
    speaker = at(surface, kind="name") if surface else None
    return at(words, speaker=speaker, canonical=name, **{"type": "direct", **more})


GOLD = (
    said("“Harga beras naik lagi,”", "Wulan Sari", "Wulan Sari", cue=at("kata"),
         addressee=at("Kompas")),
    said("panen raya belum tiba", "Wulan Sari", "dia", type="indirect", cue=at("Menurut"),
         alts=[at("raya belum tiba")]),
    said("tutup sore nanti", "Budi Raya", "Budi Raya", type="indirect", cue=at("ujar"),
         parts=[at("Pasar"), at("tutup sore nanti")],
         alts=[at("Pasar, ujar Budi Raya, tutup sore nanti")]),
)  # fmt: skip
SHEET = Sheet("pasar", TEXT, GOLD, [at("”rekor”")])


def counted(*predicted: Record, direct: bool = False) -> Counter[str]:
    return tally(SHEET, predicted, direct=direct).counts


def test_what_is_annotated_scores_full_marks() -> None:
    counts = counted(*GOLD)
    assert [counts[n] for n in ("gold", "pred", "exact", "overlap", "speaker")] == [3] * 5
    assert f1(counts, "speaker_canonical") == (1, 1, 1)
    assert (counts["addressee"], counts["cue"], counts["type"]) == (1, 3, 3)


@pytest.mark.parametrize(
    ("words", "found"),
    [("Harga beras naik lagi", 1), ("Harga beras naik lagi,” kata", 1),
     ("Harga beras naik", 0), ("beras naik lagi,” kata Wulan", 0), ("raya belum tiba", 1)],
    ids=["without marks", "a word too many", "a quarter missing", "shifted", "another form"],
)  # fmt: skip
def test_a_quote_is_found_where_four_words_of_five_are_the_same(words: str, found: int) -> None:
    assert counted(said(words, "Wulan Sari"))["overlap"] == found


@pytest.mark.parametrize(
    ("canonical", "surface", "right", "full"),
    [("Wulan Sari", None, 1, 1), ("Wulan", None, 1, 0), ("Budi Raya", None, 0, 0),
     (None, None, 0, 0), ("Ibu Wulan Sari", "Wulan Sari", 1, 1), ("Budi Raya", "Wulan Sari", 1, 0)],
    ids=["full name", "short name", "somebody else", "nobody", "with a title", "the place counts"],
)  # fmt: skip
def test_a_speaker_is_known_by_name_or_place(
    canonical: str | None, surface: str | None, right: int, full: int
) -> None:
    counts = counted(said("“Harga beras naik lagi,”", canonical, surface))
    assert (counts["speaker"], counts["speaker_canonical"]) == (right, full)


def test_a_pronoun_has_to_be_resolved() -> None:
    assert counted(said("panen raya belum tiba", "Wulan Sari"))["speaker"] == 1
    assert counted(said("panen raya belum tiba", "dia"))["speaker"] == 0


def test_each_annotated_quote_is_found_once() -> None:
    twice = said("“Harga beras naik lagi,”", "Wulan Sari")
    assert (counted(twice, twice)["overlap"], counted(twice, twice)["pred"]) == (1, 2)


def test_what_is_ignored_costs_nothing_and_halves_count_once() -> None:
    whole = said("tutup sore nanti", "Budi Raya", parts=GOLD[2]["parts"])
    counts = counted(said("”rekor”", None), whole)
    assert (counts["overlap"], counts["pred"]) == (1, 1)


def test_only_marked_quotes_count_where_only_direct_ones_are_annotated() -> None:
    counts = counted(*GOLD, said("Pasar", None), direct=True)
    assert (counts["gold"], counts["pred"]) == (1, 1)


def test_precision_of_those_named_is_shown_over_coverage() -> None:
    judged = [Judged(0.99, True), Judged(0.9, True), Judged(0.55, False)]
    rows = {bar: (covered, right) for bar, covered, right in curve(judged, gold=4)}
    assert rows[0.5] == (0.75, pytest.approx(2 / 3))
    assert rows[0.9] == (0.5, 1.0)


def test_the_interval_holds_the_figure_and_narrows_with_articles() -> None:
    good, bad = Counter(speaker=9, gold=10, pred=10), Counter(speaker=5, gold=10, pred=10)
    few = interval([Tally(good), Tally(bad)], "speaker")
    many = interval([Tally(good), Tally(bad)] * 50, "speaker")
    assert few[0] <= many[0] <= 0.7 <= many[1] <= few[1]


def test_a_foreign_file_brings_its_own_text(tmp_path: Path) -> None:
    row = {"id": "pasar", "text": TEXT, "quotes": [GOLD[0]], "ignore": []}
    (tmp_path / "gold.jsonl").write_text(json.dumps(row, ensure_ascii=False) + "\n")
    (sheet,) = sheets(tmp_path / "gold.jsonl")
    assert (sheet.name, sheet.text, sheet.language) == ("pasar", TEXT, "id")


def test_every_annotated_span_of_the_project_stands_in_its_article() -> None:
    files = sorted(HERE.glob("*/quotes.jsonl"))
    assert files
    for file in files:
        for sheet in sheets(file):
            for quote in (*sheet.quotes, *sheet.ignore):
                assert sheet.text[quote["start"] : quote["end"]] == quote["text"]
            assert f1(tally(sheet, sheet.quotes, direct=False).counts, "speaker") == (1, 1, 1)


@pytest.mark.parametrize(("name", "floor"), [("development", 0.93), ("heldout", 0.85)])
def test_the_quotes_of_our_own_articles_are_found_with_their_speakers(
    name: str, floor: float
) -> None:
    own = [sheet for sheet in sheets(HERE / name / "quotes.jsonl") if sheet.language == "id"]
    counts = sum((tally(s, read(s), direct=False).counts for s in own), Counter[str]())
    assert f1(counts, "speaker")[2] >= floor
    assert counts["named_right"] / counts["named"] >= 0.97
