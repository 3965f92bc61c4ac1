"""What the recipes read, from a small data folder of our own."""

import csv
import json
from pathlib import Path

import pytest

from indexes.training import crossing, parallel, wordnet
from indexes.training import reading_comprehension as reading

NUMBERS = ["satu", "dua", "tiga", "empat", "lima"]
LINES = 1_400
TOKENS = 'Hujan turun , kata " Sari " . Undang - undang itu ( baru ) berlaku .'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that the recipes expect, most of them empty."""
    folder = tmp_path_factory.mktemp("data")
    for part in ("parallel", "qa", "wordnet"):
        (folder / part).mkdir()
    files = [*parallel.BILINGUAL.values(), *parallel.MT]
    panl = [f"PANL-BPPT-{part}.txt" for part in parallel.PANL]
    for name in (*(f"{file}.{side}" for file in files for side in ("en", "id")),):
        (folder / "parallel" / name).write_text("", "utf-8")
    for name in panl:
        for side in ("EN", "ID"):
            lines = (
                f"{side} sentence number {at} about something in the news" for at in range(LINES)
            )
            text = "\n".join(lines) if "ECO" in name else ""
            (folder / "parallel" / name.format(side)).write_text(text, "latin-1")
    return folder


def test_no_sentence_is_learned_from_and_held_out(folder: Path) -> None:
    pairs = parallel.read(folder)
    sides = [
        {side for pair in part for side in (pair.english, pair.indonesian)}
        for part in (pairs.train, pairs.dev, pairs.test)
    ]
    assert [len(part) for part in (pairs.train, pairs.dev, pairs.test)] == [100, 500, 800]
    assert not sides[0] & sides[1] and not sides[0] & sides[2] and not sides[1] & sides[2]


def test_a_set_is_left_out_by_name_and_stays_held_out(folder: Path) -> None:
    pairs = parallel.read(folder, leave_out=["panl"])
    assert not pairs.train and pairs.test == parallel.read(folder).test


def test_a_question_in_english_words_keeps_its_passage_and_its_names() -> None:
    question = reading.Question("Di mana harga beras naik di Adonara?", "…", ("…",), 0)
    (crossed,) = crossing.in_english([question], [("rice", "beras"), ("paddy", "beras")])
    assert crossed.text == "harga rice naik adonara"
    assert (crossed.passage, crossed.answer) == (question.passage, question.answer)


def write_facqa(folder: Path, part: str, rows: list[tuple[list[str], list[str], int]]) -> None:
    with (folder / "qa" / f"facqa_{part}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["question", "passage", "seq_label"])
        for question, passage, answer in rows:
            labels = ["B" if at == answer else "O" for at in range(len(passage))]
            writer.writerow([question, passage, labels])


def write_idk_mrc(folder: Path, part: str, context: str, answer: str) -> None:
    qas = [
        {
            "question": "Siapa?",
            "is_impossible": not answer,
            "answers": [{"text": answer, "answer_start": context.index(answer)}] if answer else [],
        }
    ]
    (folder / "qa" / f"idk_{part}.json").write_text(json.dumps([{"context": context, "qas": qas}]))


def test_a_question_has_the_sentence_that_answers_it(folder: Path) -> None:
    write_idk_mrc(folder, "valid", "Hujan turun. Bupati Sari datang. Warga pulang.", "Sari")
    tokens = TOKENS.split(" ")
    write_facqa(folder, "test", [])
    write_facqa(folder, "valid", [(["Apa", "?"], tokens, tokens.index("baru"))])
    found = reading.dev(folder)
    (idk,), (facqa,) = found.idk_mrc, found.facqa
    assert idk.sentences[idk.answer] == "Bupati Sari datang."
    assert facqa.passage == 'Hujan turun, kata "Sari". Undang-undang itu (baru) berlaku.'
    assert facqa.sentences[facqa.answer] == "Undang-undang itu (baru) berlaku."
    assert facqa.other_sentences() == ('Hujan turun, kata "Sari".',)


def test_what_test_and_validation_hold_is_not_learned_from(folder: Path) -> None:
    passages = {name: f"Warga {name} pulang .".split() for name in NUMBERS}
    write_facqa(folder, "test", [(["Siapa", "?"], passages["satu"], 0)])
    write_facqa(folder, "valid", [(["Siapa", "?"], passages["dua"], 0)])
    write_facqa(folder, "train", [(["Siapa", "?"], passage, 0) for passage in passages.values()])
    write_idk_mrc(folder, "train", "Tidak ada yang datang.", "")
    every = reading.train(folder, "all")
    assert {each.passage for each in every.facqa} == {
        f"Warga {name} pulang." for name in NUMBERS[2:]
    }
    halves = [set(reading.train(folder, half).every()) for half in ("half0", "half1")]
    assert halves[0] | halves[1] == set(every.every()) and not halves[0] & halves[1]
    assert not reading.train(folder, "none").every() and not every.idk_mrc


def test_words_of_one_meaning_are_translations_and_synonyms(folder: Path) -> None:
    (folder / "wordnet" / wordnet.ENGLISH).write_text(
        "# wikt\teng\tCC BY-SA\n1-n\teng:lemma\thospital\n", "utf-8"
    )
    (folder / "wordnet" / wordnet.INDONESIAN).write_text(
        "1-n\tind:lemma\trumah_sakit\n1-n\tind:lemma\thospital\n2-n\tind:lemma\tkota\n", "utf-8"
    )
    assert list(wordnet.translations(folder)) == [
        ("hospital", "rumah sakit"),
        ("hospital", "hospital"),
    ]
    assert list(wordnet.synonyms(folder)) == [("rumah sakit", "hospital")]
