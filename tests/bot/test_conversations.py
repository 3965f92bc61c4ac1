"""A chat remembers what was said last, for a while, and only its own."""

import threading

import pytest

from bot.chat import Chat
from bot.conversations import Conversations
from bot.message import Message
from bot.reply import Quote, Reply, Words
from prompts import say
from tests.bot.newsroom import Newsroom


class Clock:
    """Minutes pass when they are told to."""

    def __init__(self) -> None:
        self.minutes = 0.0

    def __call__(self) -> float:
        return 60 * self.minutes


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def conversations(clock: Clock) -> Conversations:
    return Conversations(minutes=30, most=3, clock=clock)


def tell(conversations: Conversations, chat: str, question: str) -> None:
    answer = Newsroom().answer(question)
    conversations.remember(chat, conversations.last(chat), answer)


def heard(conversations: Conversations, chat: str) -> str | None:
    last = conversations.last(chat)
    return last and last.question.text


def test_each_chat_remembers_its_own_last_question(conversations: Conversations) -> None:
    for chat, question in (("1", "Apa?"), ("2", "Siapa?"), ("1", "Kapan?")):
        tell(conversations, chat, question)
    assert (heard(conversations, "1"), heard(conversations, "2")) == ("Kapan?", "Siapa?")
    assert heard(conversations, "3") is None


def test_silence_ends_a_conversation_and_a_word_keeps_it(
    conversations: Conversations, clock: Clock
) -> None:
    tell(conversations, "1", "Apa?")
    clock.minutes = 29
    tell(conversations, "1", "Kapan?")
    clock.minutes = 58
    assert heard(conversations, "1") == "Kapan?"
    clock.minutes = 60
    assert heard(conversations, "1") is None


def test_with_too_many_conversations_the_most_silent_is_forgotten(
    conversations: Conversations,
) -> None:
    for chat in ("1", "2", "3", "1", "4"):
        tell(conversations, chat, f"Apa {chat}?")
    assert [heard(conversations, chat) for chat in "1234"] == ["Apa 1?", None, "Apa 3?", "Apa 4?"]


def test_what_is_forgotten_is_gone_from_this_chat_only(conversations: Conversations) -> None:
    tell(conversations, "1", "Apa?")
    tell(conversations, "2", "Siapa?")
    conversations.forget("1")
    conversations.forget("never seen")
    assert (heard(conversations, "1"), heard(conversations, "2")) == (None, "Siapa?")


def test_many_threads_may_talk_at_once() -> None:
    conversations = Conversations(minutes=0, most=5)
    errors: list[BaseException] = []

    def talk() -> None:
        try:
            for number in range(300):
                tell(conversations, str(number % 9), "Apa?")
                conversations.forget(str(number % 7))
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=talk) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


def test_a_question_is_told_what_was_asked_before_it_in_its_chat(
    chat: Chat, newsroom: Newsroom
) -> None:
    for name, text in (("7", "Berapa kilogram?"), ("8", "Siapa Wulan?"), ("7", "Kenapa?")):
        chat.turn(Message(name, text))
    assert newsroom.referred == [None, None, "Berapa kilogram?"]


@pytest.mark.parametrize("command", ["/baru", "/new"])
def test_a_new_conversation_knows_nothing_of_the_last(
    chat: Chat, newsroom: Newsroom, command: str
) -> None:
    chat.turn(Message("7", "Berapa kilogram?"))
    assert chat.turn(Message("7", command)) == Reply.words(say("anew", "id"))
    chat.turn(Message("7", "Kenapa?"))
    assert newsroom.referred == [None, None]


def test_a_new_conversation_may_begin_with_its_question(chat: Chat, newsroom: Newsroom) -> None:
    chat.turn(Message("7", "Siapa Wulan?"))
    blocks = chat.turn(Message("7", "/baru Berapa kilogram?")).blocks
    assert isinstance(blocks[0], Quote) and "14.500" in blocks[0].text
    assert newsroom.referred == [None, None]


def test_the_sources_outlive_the_conversation(chat: Chat) -> None:
    chat.turn(Message("7", "Berapa kilogram?"))
    chat.turn(Message("7", "/baru"))
    blocks = chat.turn(Message("7", "/sumber")).blocks
    assert not isinstance(blocks[0], Words) or "14.500" in str(blocks)


def test_a_chat_is_not_forgotten_for_the_answers_of_others(conversations: Conversations) -> None:
    answer = Newsroom().answer("Apa?")
    conversations.remember("1", None, answer, "first")
    for number in range(5):
        conversations.remember("2", None, answer, f"answer {number}")
    assert heard(conversations, "1") == "Apa?"
    assert conversations.answered("first") is None
    assert conversations.answered("answer 4")


def test_a_picked_article_stays_until_the_chat_begins_anew(conversations: Conversations) -> None:
    conversations.pick("1", "beras")
    tell(conversations, "1", "Apa?")
    assert (conversations.picked("1"), conversations.picked("2")) == ("beras", None)
    conversations.forget("1")
    assert conversations.picked("1") is None


def test_a_chat_that_moves_takes_its_topics_and_people_along(conversations: Conversations) -> None:
    for chat in ("-1/0/7", "-1/3/8", "-11/0/7"):
        tell(conversations, chat, f"Apa di {chat}?")
    conversations.move("-1", "-2")
    assert heard(conversations, "-2/3/8") == "Apa di -1/3/8?"
    assert heard(conversations, "-1/0/7") is None
    assert heard(conversations, "-11/0/7") == "Apa di -11/0/7?"
