import pytest

from indexes.quotes.quote import QuoteType
from tests.indexes.quotes.read_english import quotes, said, who


@pytest.mark.parametrize(
    ("subject", "speaker"),
    [
        ("Queen Ingrid of Norland", "Ingrid"),
        ("Anna Holt of the Workers Party", "Anna Holt"),
        ("Mr. Holt of the Oak Club", "Holt"),
        ("Minister for Economic Affairs Anna Holt", "Anna Holt"),
        ("Head of the Tax Division Anna Holt", "Anna Holt"),
        ("The University of the Marshes", "The University of the Marshes"),
        ("The governor of Alpha Bank", "The governor of Alpha Bank"),
        ("A researcher with the Marsh Institute", "A researcher with the Marsh Institute"),
        ("The Norland state news agency", "The Norland state news agency"),
        ("Federal and state officials", "Federal and state officials"),
        ("Unconfirmed reports", "Unconfirmed reports"),
        ("The men who mended the wall", "The men"),
        ("Separately the council", "the council"),
        ("In its annual report, Holt", "Holt"),
        ("In a statement, Holt", "Holt"),
    ],
)
def test_who_holds_an_office_is_told_from_the_body_it_belongs_to(
    subject: str, speaker: str
) -> None:
    assert who(f"{subject} said that the dykes would hold.") == [speaker]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Holt said afterwards no one had been hurt.", "no one had been hurt"),
        ("Holt said again on Monday that he would resign.", "he would resign"),
        ("Holt said: We are very disappointed.", "We are very disappointed"),
        ("Holt denied wrongdoing.", "wrongdoing"),
        ("Holt announced on Monday the end of the works.", "the end of the works"),
        ("The firm said in a statement the works would end.", "the works would end"),
        ("Anna Holt said here on Saturday the works would end.", "the works would end"),
        ("I think the works will end, Holt told reporters.", "I think the works will end"),
        (
            "The king is well, an aide said on condition of anonymity because he may not speak.",
            "The king is well",
        ),
        ("‘It was dark,’ Holt told the Courier.", "‘It was dark,’"),
    ],
)
def test_what_is_said_is_cited_without_when_and_why_it_was(text: str, words: str) -> None:
    assert said(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "I must say that the team was good.",
        "The state owned the bank that failed.",
        "The road ends in the northern state where the attack took place.",
    ],
)
def test_what_may_be_said_or_only_looks_like_a_cue_is_no_quote(text: str) -> None:
    assert said(text) == []


def test_a_nested_report_names_both_sources() -> None:
    outer, inner = quotes("Holt promised that the dykes would hold, aides said on Monday.")
    assert (outer.speaker.canonical, inner.speaker.canonical) == ("aides", "Holt")
    assert [who.canonical for who in inner.via] == ["aides"]
    assert (outer.text, inner.text) == (
        "Holt promised that the dykes would hold",
        "the dykes would hold",
    )


@pytest.mark.parametrize(
    ("text", "hearer"),
    [
        ("“It was dark,” Holt told the Courier.", "the Courier"),
        ("“It was dark,” Holt told reporters here on Monday.", "reporters"),
        ("It was dark, a relieved Holt told reporters.", "reporters"),
        (
            "It was dark, director Anna Holt told the Harbour Board here on Monday.",
            "the Harbour Board",
        ),
        ("It was dark, police spokesman Paul Moss told AFP by telephone.", "AFP"),
    ],
)
def test_who_was_told_is_the_addressee(text: str, hearer: str) -> None:
    (quote,) = quotes(text)
    assert quote.addressee is not None
    assert quote.addressee.text == hearer


def test_according_to_her_is_whom_the_sentence_before_names() -> None:
    text = "Anna Holt said the ice was thin. According to her, it will melt by May."
    assert who(text) == ["Anna Holt", "Anna Holt"]


def test_what_somebody_is_may_stand_between_what_is_said_and_his_name() -> None:
    text = "The firm will build a dam, Secretary of State Anna Holt said Wednesday."
    assert (said(text), who(text)) == (["The firm will build a dam"], ["Anna Holt"])


@pytest.mark.parametrize(
    "speaker",
    [
        "the head of the fire service in Leeds, Anna Holt",
        "Chief of Police in Leeds, Anna Holt",
        "fire chief Anna Holt of Leeds",
    ],
)
def test_a_name_behind_its_office_is_the_speaker(speaker: str) -> None:
    assert who(f"“The fire is out,” said {speaker}.") == ["Anna Holt"]


@pytest.mark.parametrize(
    "text",
    [
        "Reuters reported, citing two officials, that the ship will return.",
        "Reuters, citing two officials, reported that the ship will return.",
        "The ship will return, Reuters reported, citing two officials.",
    ],
)
def test_a_source_that_a_medium_cites_is_the_speaker(text: str) -> None:
    (quote,) = quotes(text)
    assert (quote.speaker.canonical, quote.text.lower()) == (
        "two officials",
        "the ship will return",
    )
    assert [medium.canonical for medium in quote.via] == ["Reuters"]


@pytest.mark.parametrize(
    "source", ["said Holt", "said Anna Holt, 54, a fisherman from Leeds", "Holt said in a letter"]
)
def test_a_quote_goes_on_behind_its_source(source: str) -> None:
    first, second = quotes(f"“It is thin,” {source}, “and it will not hold.”")
    assert (second.text, second.continues) == ("“and it will not hold.”", first.number)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The new fire coordinator on Monday said the dykes would hold.",
            "The new fire coordinator",
        ),
        ("The dykes would hold, according to Dutch media.", "Dutch media"),
        ("The dykes would hold, Holt told reporters, referring to the new walls.", "Holt"),
    ],
    ids=["day before the verb", "media of a people", "what he meant"],
)
def test_when_and_how_it_was_said_is_neither_speaker_nor_quote(text: str, speaker: str) -> None:
    (quote,) = quotes(text)
    assert (quote.speaker.canonical, quote.text.lower()) == (speaker, "the dykes would hold")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The dykes would hold, Norland's Water Ministry said in a statement.", "Water Ministry"),
        ("The dykes would hold, a visibly tired Holt told reporters.", "Holt"),
        ("The dykes would hold, Reuters reported quoting an official.", "an official"),
        ("An official told Reuters the dykes would hold.", "An official"),
        ("The dykes would hold, an official who declined to be named said.", "an official"),
        ("Norland's ambassador to the UN Anna Holt said the dykes would hold.", "Anna Holt"),
        ("Commentators have since said the dykes would hold.", "Commentators"),
        ("In coastal towns activists said the dykes would hold.", "activists"),
        ("The dykes would hold, said the 54-year-old.", "the 54-year-old"),
        ("The dykes would hold, world number 21 Holt told reporters.", "Holt"),
    ],
)
def test_agencies_name_their_sources_in_these_ways(text: str, speaker: str) -> None:
    (quote,) = quotes(text)
    assert (quote.speaker.canonical, quote.text.lower()) == (speaker, "the dykes would hold")


@pytest.mark.parametrize("source", ["said Anna Holt", "Anna Holt told reporters"])
def test_a_missing_opening_mark_spoils_only_itself(source: str) -> None:
    first, second = quotes(f"We will check it all again,” {source}. “We are sorry,” she added.")
    assert (first.type, first.text) == (QuoteType.DIRECT, "We will check it all again,”")
    assert (second.text, second.speaker.canonical) == ("“We are sorry,”", "Anna Holt")


def test_a_quoted_piece_may_stand_right_before_said() -> None:
    (quote,) = quotes("The plan will not be “the end of it,” said Anna Holt.")
    assert (quote.type, quote.text) == (QuoteType.MIXED, "The plan will not be “the end of it,”")


def test_a_body_that_is_pointed_at_is_the_one_named_before() -> None:
    text = "Norland's Water Ministry sent boats. “We have three,” the ministry said."
    assert who(text) == ["Water Ministry"]


def test_nobody_is_no_source() -> None:
    assert said("Neither of the two men said that the ice was thin.") == []


def test_who_is_accused_may_be_named_between_commas() -> None:
    words = "the operator, Norlines, of ignoring the warnings"
    assert said(f"A union of ferry workers accused {words}.") == [words]


def test_a_paragraph_between_marks_goes_on_from_the_one_before() -> None:
    first = "“It was never going to work,” Anna Holt told the Courier."
    second = "“You do not mend a leaking pipe with a bigger bath.”"
    assert who(f"{first}\n\n{second}") == ["Anna Holt", "Anna Holt"]
    assert said(f"{first}\n\n“The Bath Is Full, Again.”") == ["“It was never going to work,”"]
