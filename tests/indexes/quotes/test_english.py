import random

import pytest

from indexes.quotes.quote import QuoteClass, QuoteType, SpeakerKind
from tests.indexes.quotes.read_english import quotes, said, who

MAYOR = "Mayor Ellen Brandt said the bridge will reopen in March. "


@pytest.mark.parametrize(
    "marks",
    ["“{}”", "”{}”", '"{}"', "‘{}’", "'{}'", "''{}''", "«{}»"],
    ids=["curly", "closing", "straight", "single", "straight single", "two singles", "angle"],
)
def test_every_houses_marks_hold_a_quote(marks: str) -> None:
    quote = quotes(f"{marks.format('We have been ready since May,')} said Ellen Brandt.")[0]
    assert quote.text == marks.format("We have been ready since May,")
    assert (quote.type, quote.speaker.canonical) == (QuoteType.DIRECT, "Ellen Brandt")


@pytest.mark.parametrize(
    "sentence",
    [
        "“The road is closed,” said Ellen Brandt.",
        "“The road is closed,” Ellen Brandt said on Monday.",
        "“The road is closed,” Mayor Ellen Brandt told reporters.",
        "“The road is closed,” Ellen Brandt, a mayor from Leeds, said.",
        "“The road is closed,” added Ellen Brandt, who runs the town.",
        "Ellen Brandt said: “The road is closed.”",
        "In a statement, Ellen Brandt wrote, “The road is closed.”",
        "According to Ellen Brandt, “The road is closed.”",
    ],
    ids=["inverted", "behind", "told", "aside", "relative", "colon", "statement", "according to"],
)
def test_the_speaker_stands_behind_or_before_the_words(sentence: str) -> None:
    quote = quotes(sentence)[0]
    assert quote.text.strip("“”,.") == "The road is closed"
    assert (quote.type, quote.speaker.canonical) == (QuoteType.DIRECT, "Ellen Brandt")


def test_an_interrupted_quote_goes_on_with_its_speaker() -> None:
    text = "“The road is closed,” Ellen Brandt said. “It will stay so.”"
    first, second = quotes(text)
    assert second.text == "“It will stay so.”"
    assert (second.continues, second.speaker.canonical) == (first.number, "Ellen Brandt")


def test_a_quote_of_several_paragraphs_has_one_speaker() -> None:
    text = "Ellen Brandt said: “The road is closed.\n\n“It will stay so for a long time.”"
    assert who(text) == ["Ellen Brandt", "Ellen Brandt"]


def test_a_missing_mark_spoils_no_other_quote() -> None:
    text = "“Prices are up. People complain.\n\n“We have no choice,” said Ellen Brandt."
    assert said(text)[-1] == "“We have no choice,”"
    assert who(text)[-1] == "Ellen Brandt"


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Brandt said that the road is closed.", "the road is closed"),
        ("Brandt said the road is closed.", "the road is closed"),
        ("Brandt told reporters on Friday that the road is closed.", "the road is closed"),
        ("The road is closed, Brandt said.", "The road is closed"),
        ("The road is closed, said Brandt.", "The road is closed"),
        ("According to Brandt, the road is closed.", "the road is closed"),
        ("The road is closed, according to Brandt.", "The road is closed"),
        ("Brandt urged drivers to leave early.", "drivers to leave early"),
        ("Brandt vowed to reopen the road.", "to reopen the road"),
        ("Brandt asked whether the road was safe.", "whether the road was safe"),
        ("Brandt said in a statement that the road is closed.", "the road is closed"),
    ],
    ids=[
        "that", "bare", "hearer", "behind", "inverted", "according to", "behind according to",
        "request", "promise", "question", "statement",
    ],
)  # fmt: skip
def test_what_was_reported_is_the_clause_alone(sentence: str, content: str) -> None:
    quote = quotes(MAYOR + sentence)[1]
    assert (quote.text, quote.type) == (content, QuoteType.INDIRECT)
    assert quote.speaker.canonical == "Ellen Brandt"


def test_a_dateline_is_no_part_of_what_was_said() -> None:
    text = "LEEDS (Reuters) - The bridge will close, Ellen Brandt said, adding that it is old."
    assert said(text) == ["The bridge will close", "it is old"]


def test_a_cue_inside_parts_what_is_said() -> None:
    quote = quotes(MAYOR + "The bridge, Brandt said, is older than the town itself.")[1]
    assert [part.text for part in quote.parts] == ["The bridge", "is older than the town itself"]


def test_marks_round_a_piece_make_it_mixed() -> None:
    quote = quotes(MAYOR + "She said the plan was “a gift to nobody” and too dear.")[1]
    assert quote.text == "the plan was “a gift to nobody” and too dear"
    assert quote.type is QuoteType.MIXED


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Brandt denied that she knew of it.", QuoteClass.DENIAL),
        ("Brandt denied any knowledge of it.", QuoteClass.DENIAL),
        ("Brandt confirmed that the road is closed.", QuoteClass.CONFIRMATION),
        ("Brandt announced that the road will close.", QuoteClass.ANNOUNCEMENT),
        ("Brandt believes the road is safe.", QuoteClass.BELIEF),
        ("Brandt hopes that the road is safe.", QuoteClass.WISH),
        ("Brandt urged drivers to stay at home.", QuoteClass.REQUEST),
        ("Brandt asked whether the road was safe.", QuoteClass.QUESTION),
    ],
)
def test_the_cue_says_what_was_done(sentence: str, kind: QuoteClass) -> None:
    assert quotes(MAYOR + sentence)[1].quote_class is kind


@pytest.mark.parametrize(
    "sentence",
    [
        "The suspect is believed to be in Leeds.",
        "The road was said to be closed.",
        "Brandt declined to say whether the road was closed.",
        "Brandt did not say that the road was closed.",
        "The band played “Yellow River” to a full house.",
        "The report on the road is late.",
        "It is understood that the mayor will resign.",
    ],
    ids=["believed", "said to be", "declined", "not said", "title", "noun", "understood"],
)
def test_where_nobody_says_anything_there_is_no_quote(sentence: str) -> None:
    assert quotes(sentence) == ()


def test_who_was_told_is_the_hearer() -> None:
    quote = quotes(MAYOR + "Brandt told the Daily Courier that the road is closed.")[1]
    assert quote.addressee is not None
    assert quote.addressee.text == "the Daily Courier"


def test_the_turns_of_a_transcript_have_their_speakers() -> None:
    text = "HALL: Is the road closed today?\n\nBRANDT: It is, and it will stay so.\n"
    assert [(q.speaker.span.text, q.text) for q in quotes(text) if q.speaker.span] == [
        ("HALL", "Is the road closed today?"),
        ("BRANDT", "It is, and it will stay so."),
    ]


def test_documents_and_bodies_are_sources() -> None:
    text = "A report found that the bridge is unsafe. The FBI said the case is closed."
    assert [q.speaker.kind for q in quotes(text)] == [SpeakerKind.DOCUMENT, SpeakerKind.BODY]


PIECES = [
    '"', "“", "”", "‘", "’", "'", "''", "«", "»", " said ", " told ", ", ", ". ", "\n", "\u200b",
    "\u202e", "(", ")", "according to ", "Ellen Brandt", "she ", "that ", "—", "Mr. ", "…", "I",
    "\x00", "😀", "R-Calif.", ": ", "by saying ", "called ", " a ",
]  # fmt: skip


def test_no_text_breaks_an_offset() -> None:
    chance = random.Random(4)
    for _ in range(400):
        text = "".join(chance.choices(PIECES, k=chance.randint(0, 60)))
        for quote in quotes(text):
            spans = [quote.cue, quote.speaker.span, quote.speaker.role, quote.addressee]
            assert text[quote.start : quote.end] == quote.text
            for span in [*spans, *quote.parts]:
                assert span is None or text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    "line",
    [
        "Ellen Brandt, a mayor, ", "“said ", "she said ", "according to ", "(", "the road, ",
        "A. ", "said Brandt, ", '"a" ', "Ellen ", "and said that ", "in a statement ",
        "Ellen Brandt said the road is closed. ", "Captain Ellen Brandt sat. The captain said so. ",
        "She said the road is closed. Ellen Brandt sat. ", "BRANDT: The road is closed.\n",
    ],
)  # fmt: skip
def test_a_line_without_end_is_read_to_its_end(line: str) -> None:
    text = line * (80_000 // len(line))  # where a rule looked back each time, this took minutes
    for quote in quotes(text):
        assert text[quote.start : quote.end] == quote.text
