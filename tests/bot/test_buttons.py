"""What hangs below an answer, in a private chat, a group and a topic."""

from dataclasses import replace

import pytest

from bot.chat import Chat
from bot.database import Database
from bot.records import Records
from prompts import say
from tests.bot.bot_api import BotApi, Fault, Json, entity_text
from tests.bot.gestures import buttons, labels, press, pressed, react, until
from tests.bot.newsroom import ARTICLE, Newsroom, sentences
from tests.bot.running import Running, conversation

pytestmark = pytest.mark.usefixtures("bot")
SHARE = say("button_share", "id")
WHO = say("button_who", "id")
BELOW = ["[1]", WHO, SHARE, "👍", "👎"]


def answered(server: BotApi, text: str = "Berapa kilogram?", **more: int) -> Json:
    server.write(text, **more)
    server.replies(1)
    return server.sent[0]


def changed(server: BotApi, times: int) -> Json:
    server.wait(lambda: server.sent[0].get("edits", 0) >= times)
    return server.sent[0]


def test_an_answer_has_a_button_for_each_citation_and_for_what_can_be_done_with_it(
    server: BotApi,
) -> None:
    message = answered(server, "beras kilogram")
    assert labels(message) == ["[1]", "[2]", WHO, SHARE, "👍", "👎"]


def test_a_refusal_can_be_voted_on_and_has_nothing_to_share(server: BotApi) -> None:
    assert labels(answered(server, "Siapa juara dunia?")) == ["👍", "👎"]


def test_a_citation_is_shown_among_its_neighbours_and_pressed_again_as_before(
    server: BotApi, newsroom: Newsroom
) -> None:
    before = dict(answered(server))
    press(server, before, "[1]")
    context = changed(server, 1)
    assert ARTICLE.text in context["text"]
    bold = [entity_text(context, e) for e in context["entities"] if e["type"] == "bold"]
    assert sentences(ARTICLE)[1].text in bold
    assert labels(context) == ["◂ [1]", *BELOW[1:]]
    press(server, context, "◂ [1]")
    back = changed(server, 2)
    assert {k: back[k] for k in ("text", "entities", "reply_markup")} == {
        k: before[k] for k in ("text", "entities", "reply_markup")
    }


def test_buttons_work_after_a_restart(
    server: BotApi, bot: Running, chat: Chat, database: Database, newsroom: Newsroom
) -> None:
    message = answered(server)
    bot.stop()
    again = Chat(
        newsroom, newsroom, Records.of(database), type(chat.conversations)(minutes=1), language="id"
    )
    with conversation(server, again, database):
        press(server, message, "[1]")
        assert ARTICLE.text in changed(server, 1)["text"]


def test_a_citation_whose_article_was_updated_is_found_where_it_stands_now(
    server: BotApi, newsroom: Newsroom
) -> None:
    message = answered(server)
    newsroom.articles = [replace(ARTICLE, text=f"Ralat. {ARTICLE.text}", sha256="1" * 64)]
    press(server, message, "[1]")
    context = changed(server, 1)
    assert say("still_there", "id") in context["text"]
    bold = [entity_text(context, e) for e in context["entities"] if e["type"] == "bold"]
    assert sentences(ARTICLE)[1].text in bold


def test_a_citation_that_no_longer_stands_is_shown_with_a_warning(
    server: BotApi, newsroom: Newsroom
) -> None:
    message = answered(server)
    newsroom.articles = [replace(ARTICLE, text="Harga beras turun.", sha256="1" * 64)]
    press(server, message, "[1]")
    text = changed(server, 1)["text"]
    assert "Rp 14.500 per kilogram. [1]" in text
    assert say("source_changed", "id", article="").strip() in text


@pytest.mark.parametrize(
    "data",
    [
        "c:unknown:1",
        "c:",
        "v:unknown:1",
        "q:99",
        f"q:{'9' * 60}",
        "q:x",
        "a:gone",
        "a:1:gone",
        "a:x:",
        "p:x",
        "l:nl",
        "zz",
        "x:1",
    ],
)
def test_old_and_unknown_buttons_say_that_they_have_expired(server: BotApi, data: str) -> None:
    press(server, answered(server), "", data=data)
    assert pressed(server, 1) == say("expired", "id")


def test_a_button_without_its_message_has_expired(server: BotApi) -> None:
    message = answered(server)
    press(server, message, "👍", far=True)
    assert pressed(server, 1) == say("expired", "id")


def test_a_button_of_a_message_that_telegram_has_forgotten_still_works(server: BotApi) -> None:
    message = answered(server)
    press(server, message, "[1]", forgotten=True)
    assert ARTICLE.text in changed(server, 1)["text"]


def test_a_vote_is_kept_changed_and_taken_back(server: BotApi, chat: Chat) -> None:
    message = answered(server)
    receipt = buttons(message)[0]["callback_data"].split(":")[1]
    for number, (label, note, vote) in enumerate(
        [("👍", "voted_up", 1), ("👎", "voted_down", -1), ("👎", "vote_taken", 0)], start=1
    ):
        press(server, message, label)
        assert pressed(server, number) == say(note, "id")
        assert chat.records.feedback.of(receipt, 7) == vote


def test_a_reaction_is_a_vote(server: BotApi, chat: Chat) -> None:
    message = answered(server)
    receipt = buttons(message)[0]["callback_data"].split(":")[1]
    for emoji, vote in ((["👍"], 1), (["❤", "👎"], -1), ([], 0)):
        react(server, message, *emoji)
        until(lambda vote=vote: chat.records.feedback.of(receipt, 7) == vote)


def test_in_a_group_a_message_changes_for_whoever_asked_and_everybody_may_vote(
    server: BotApi, chat: Chat
) -> None:
    message = answered(server, "/tanya berapa kilogram?", chat=-100, user=1)
    press(server, message, "[1]", user=2)
    assert pressed(server, 1) == say("not_yours", "id")
    press(server, message, "👍", user=2)
    assert pressed(server, 2) == say("voted_up", "id")
    press(server, message, "[1]", user=1)
    assert ARTICLE.text in changed(server, 1)["text"]


def test_a_press_is_ended_although_its_message_is_gone(server: BotApi) -> None:
    message = answered(server)
    server.fail("editMessageText", Fault(400, "Bad Request: message to edit not found"))
    press(server, message, "[1]")
    assert pressed(server, 1) == ""
    assert ARTICLE.text in server.replies(2)[1]


def test_a_press_that_breaks_is_ended_with_an_apology(
    server: BotApi, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = answered(server)
    monkeypatch.setattr(newsroom, "reading", None)
    press(server, message, "[1]")
    assert pressed(server, 1) == say("sorry", "id")


def test_the_pages_of_the_ledger_turn_in_their_message(server: BotApi, newsroom: Newsroom) -> None:
    newsroom.articles = [replace(ARTICLE, id=f"a{n}", title=f"Judul {n}") for n in range(1, 8)]
    message = answered(server, "/kutipan")
    assert labels(message) == ["◂ 2", "2 ▸"]
    assert "Judul 5" in message["text"] and "Judul 6" not in message["text"]
    press(server, message, "2 ▸")
    turned = changed(server, 1)
    assert "Judul 7" in turned["text"] and "Judul 5" not in turned["text"]
    assert "Wulan · kutipan langsung, “kata”" in turned["text"]
