import tomllib
from importlib import resources
from pathlib import Path

import pytest

from indexes.quotes.quote import SpeakerKind
from tests.indexes.quotes.read_english import quotes, who

FERRY = "Captain Ellen Brandt said the ferry will sail on Monday. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Brandt added that the sea was calm.",
        "Ms. Brandt added that the sea was calm.",
        "She added that the sea was calm.",
        "The captain added that the sea was calm.",
        "“The sea was calm,” she said.",
        "The sea was calm, Capt. Brandt said.",
    ],
    ids=["last name", "Ms", "pronoun", "title", "direct pronoun", "title and last name"],
)
def test_later_mentions_are_the_full_name(sentence: str) -> None:
    assert who(FERRY + sentence)[1] == "Ellen Brandt"


def test_a_pronoun_of_the_other_gender_is_somebody_else() -> None:
    text = FERRY + "Mr. Paul Moss disagreed. He said the sea was rough. She said it was calm."
    assert who(text) == ["Ellen Brandt", "Paul Moss", "Ellen Brandt"]


def test_somebody_who_is_only_spoken_of_is_not_meant_by_a_pronoun() -> None:
    text = FERRY + "She said Mary Olsen had left the crew. She added that it was a pity."
    assert who(text)[-1] == "Ellen Brandt"


def test_where_two_may_be_meant_nobody_is_named() -> None:
    text = "Ellen Brandt met Mary Olsen at noon. “We are late,” she said."
    quote = quotes(text)[0]
    assert (quote.speaker.kind, quote.speaker.canonical) == (SpeakerKind.UNKNOWN, None)
    assert quote.confidence == 0


def test_a_pronoun_tells_the_gender_of_whom_it_meant() -> None:
    text = (
        "Quill Marsh, who plays the viola, said the hall was cold. “We froze,” she said. "
        "Owen Tressider sat beside Marsh. “It will be repaired,” he said."
    )
    assert who(text) == ["Quill Marsh", "Quill Marsh", "Owen Tressider"]


@pytest.mark.parametrize(
    "calling", ["Seismologist", "Schoolteacher", "Fisherman", "Harbourmaster", "Churchwarden"]
)
def test_what_somebody_does_is_no_name(calling: str) -> None:
    quote = quotes(f"Rain fell.\n\n{calling} Priya Nandakumar said the sea was calm.")[0]
    assert quote.speaker.canonical == "Priya Nandakumar"


def test_a_given_name_is_no_calling() -> None:
    assert who("Rain fell. Christopher Allen Marsh said the sea was calm.") == [
        "Christopher Allen Marsh"
    ]


def test_who_alone_is_described_in_a_paragraph_speaks_in_it() -> None:
    text = "That worries Quill Ofosu, a nurse at the clinic. “A third trip is lost pay,” he said."
    assert who(text) == ["Quill Ofosu"]


def test_what_somebody_is_may_stand_before_the_name() -> None:
    text = "Rain fell. “The sea was calm,” Ms. Brandt's lawyer, Paul Moss, told reporters."
    assert who(text) == ["Paul Moss"]


def test_a_name_may_stand_behind_what_somebody_is() -> None:
    assert who("“We saw two tails,” said the observatory's director, Annika Moss.") == [
        "Annika Moss"
    ]


def test_an_age_behind_a_name_tells_that_it_is_a_person() -> None:
    text = (
        "The mediator, Quilla Doukesse, was waiting.\n\nDoukesse, 68, taught two of them. "
        "“I went in with rice,” she said."
    )
    assert who(text) == ["Quilla Doukesse"]


def test_a_pronoun_without_anybody_is_nobody() -> None:
    quote = quotes("Rain fell all night. “We are soaked,” he said.")[0]
    assert (quote.speaker.kind, quote.speaker.canonical) == (SpeakerKind.UNKNOWN, None)


def test_the_first_of_two_with_one_last_name_is_the_one_named_more() -> None:
    text = (
        "Paul Moss sails the ferry. Paul Moss has a sister, Ellen Moss. "
        "Mr. Moss said the sea was calm. Moss added that it would stay so."
    )
    assert who(text) == ["Paul Moss", "Paul Moss"]


def test_mr_is_no_woman_of_the_same_last_name() -> None:
    assert who("Ellen Moss sat down. Mr. Moss said the sea was calm.") == ["Moss"]


def test_a_headline_names_nobody() -> None:
    text = "Moss Says Ferry Will Sail\n\nThe captain, Paul Moss, spoke. Moss said the sea was calm."
    assert who(text)[-1] == "Paul Moss"


def test_the_place_of_officials_is_not_who_speaks() -> None:
    assert who("Officials in Leeds said that the ferry is late.") == ["Officials in Leeds"]


def test_the_office_stands_apart_from_the_name() -> None:
    speaker = quotes("Deputy Mayor Ellen Brandt said the sea was calm.")[0].speaker
    assert speaker.span is not None
    assert speaker.role is not None
    assert (speaker.role.text, speaker.span.text) == ("Deputy Mayor", "Ellen Brandt")


@pytest.mark.parametrize(
    ("sentence", "speaker", "medium"),
    [
        ("According to the paper, citing sailors, the sea is calm.", "sailors", "the paper"),
        ("The sea is calm, according to Reuters, citing port staff.", "port staff", "Reuters"),
        ("The sea is calm, said Ellen Brandt, as quoted by Reuters.", "Ellen Brandt", "Reuters"),
        ("Reuters quoted Ellen Brandt as saying that the sea is calm.", "Ellen Brandt", "Reuters"),
        ("Ellen Brandt said the sea is calm, Reuters reported.", "Ellen Brandt", "Reuters"),
        ("“The sea is calm,” Ellen Brandt said, according to Reuters.", "Ellen Brandt", "Reuters"),
    ],
    ids=["citing", "citing behind", "as quoted by", "as saying", "reported", "according to"],
)  # fmt: skip
def test_the_origin_speaks_through_the_medium(sentence: str, speaker: str, medium: str) -> None:
    quote = quotes(sentence)[0]
    assert quote.text.strip("“”,").lower() == "the sea is calm"
    assert quote.speaker.canonical == speaker
    assert [via.span.text for via in quote.via] == [medium]


def test_what_a_medium_says_that_somebody_said_is_told_of_both() -> None:
    outer, inner = quotes("The Guardian reported that Ellen Brandt said the sea was calm.")
    assert (outer.speaker.canonical, inner.speaker.canonical) == ("The Guardian", "Ellen Brandt")
    assert [via.span.text for via in inner.via] == ["The Guardian"]


def test_his_claim_is_what_he_claims() -> None:
    quote = quotes("The crew laughed at Paul Moss's claim that the sea was calm.")[0]
    assert (quote.text, quote.speaker.canonical) == ("the sea was calm", "Paul Moss")


def test_every_rule_has_its_figure() -> None:
    folder = resources.files("indexes")
    table = tomllib.loads((folder / "lexicon" / "quotes_confidence_en.toml").read_text("utf-8"))
    code = "".join(file.read_text("utf-8") for file in Path(str(folder)).glob("quotes/english*.py"))
    assert all(f'"{rule}"' in code for rule in table["rule"])
    assert all(0.5 < figure < 1 for group in table.values() for figure in group.values())
