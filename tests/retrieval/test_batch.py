"""Lines of one chat are one conversation; lines without a chat are conversations of their own."""

from retrieval.answer import Answer
from retrieval.batch import Answered, Asked, BatchUnreadable, answered
from retrieval.conversation import Turn
from retrieval.question import parse
from tests.retrieval.talk import answer


class Listening:
    """An answerer that remembers what each question was told to refer to."""

    def __init__(self) -> None:
        self.referred: list[str | None] = []

    def answer(self, message: str, last: Turn | None = None) -> Answer:
        self.referred.append(last and last.question.text)
        return answer(parse(message), 1)


def test_a_line_refers_to_the_one_before_it_in_its_chat() -> None:
    listening = Listening()
    asked = [("A1", "a"), ("B1", "b"), ("alone", None), ("A2", "a"), ("alone too", None)]
    list(answered(listening, [Asked(text, text, chat) for text, chat in asked]))
    assert listening.referred == [None, None, None, "A1", None]


def test_a_bad_line_is_passed_on_in_its_place() -> None:
    lines = [Asked(1, "A1", "a"), BatchUnreadable("line 2"), Asked(3, "A2", "a")]
    found = [type(each) for each in answered(Listening(), lines)]
    assert found == [Answered, BatchUnreadable, Answered]
