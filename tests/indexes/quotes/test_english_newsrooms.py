"""How English newsrooms put who said what, beyond the plain order."""

import pytest

from indexes.quotes.quote import QuoteType
from tests.indexes.quotes.read_english import quotes, said, who


@pytest.mark.parametrize(
    ("subject", "speaker"),
    [
        ("Rep. Anna Holt (D-Marsh.)", "Anna Holt"),
        ("Det Insp Anna Holt", "Anna Holt"),
        ("Goalkeeper Holt", "Holt"),
        ("House of Dykes member Anna Holt", "Anna Holt"),
        ("Prosecutor Anna Holt, the study's lead author,", "Anna Holt"),
        ("The world number 19", "The world number 19"),
        ("The WHO", "The WHO"),
        ("The other", "The other"),
        ("Sources close to the club", "Sources close to the club"),
        ("Researchers led by Dr Anna Holt", "Researchers led by Dr Anna Holt"),
        ("A clerk at the mill, who asked not to be named,", "A clerk at the mill"),
    ],
)
def test_the_speaker_is_found_in_a_newsrooms_wording(subject: str, speaker: str) -> None:
    assert who(f"{subject} said the dykes would hold.") == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The dyke is lost,” Rep. Anna Holt (D-Marsh.) said Friday.", "Anna Holt"),
        ("“The dyke is lost,” said 43-year-old Anna Holt, a baker.", "Anna Holt"),
        ("“The dyke is lost,” U.S. District Judge Anna Holt wrote.", "Anna Holt"),
        ("As one resident put it: “The dyke is lost.”", "one resident"),
        ("In Mr Holt's view, the dyke would be lost.", "Holt"),
        ("According to exit polls, Anna Holt had a lead of ten points.", "exit polls"),
        ("The dyke is lost, a report seen by the Courier showed.", "a report seen by the Courier"),
    ],
)
def test_who_said_it_stands_in_any_order(text: str, speaker: str) -> None:
    assert who(text) == [speaker]


def test_whom_an_agency_quotes_is_the_speaker_and_the_agency_the_way() -> None:
    (found,) = quotes("“The dyke is lost,” the Courier quoted Anna Holt as saying.")
    assert found.speaker.canonical == "Anna Holt"
    assert [each.canonical for each in found.via] == ["the Courier"]


def test_whom_a_report_cites_last_is_the_speaker() -> None:
    (found,) = quotes(
        "The Courier reported on Monday that the mill would close, citing two officials."
    )
    assert (found.text, found.speaker.canonical) == ("the mill would close", "two officials")


def test_a_reason_that_is_cited_is_nobody() -> None:
    assert who("The bank said it would grow, citing the strong harvest.") == ["The bank"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("‘It is thin,’ Holt said. ‘We need more.’", ["‘It is thin,’", "‘We need more.’"]),
        ("Holt said outside the court that it was over.", ["it was over"]),
        ("Holt says the delay cost him his leg.", ["the delay cost him his leg"]),
        (
            "Holt said all of them had been called and offered a meal.",
            ["all of them had been called and offered a meal"],
        ),
        (
            "The mill confirmed it had a letter from Holt but did not show it.",
            ["it had a letter from Holt"],
        ),
        ("Holt warned people in the marsh to stay away.", ["to stay away"]),
        ("Holt expects three mills to close this year.", ["three mills to close this year"]),
    ],
)
def test_what_is_said_is_read_whole_and_no_more(text: str, words: list[str]) -> None:
    assert said(text) == words


def test_who_is_told_to_do_something_is_the_hearer() -> None:
    (found,) = quotes("Holt told the crew to leave the dyke.")
    assert found.addressee is not None
    assert (found.text, found.addressee.text) == ("to leave the dyke", "the crew")


def test_a_programme_that_hears_it_is_named_whole() -> None:
    (found,) = quotes("The dyke is lost, Anna Holt told the Courier's Today programme.")
    assert found.addressee is not None
    assert found.addressee.text == "the Courier's Today programme"


def test_a_word_between_single_marks_makes_a_report_mixed() -> None:
    (found,) = quotes("Anna Holt said the delay was 'unforgivable'.")
    assert found.type is QuoteType.MIXED


def test_who_only_asks_to_stay_unnamed_asks_nothing() -> None:
    assert said("The baker asked not to be named.") == []
