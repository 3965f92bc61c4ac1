"""What a message refers to: an answer it replies to, a part of it, an article, what was edited."""

from dataclasses import replace

import pytest

from bot.chat import Chat
from prompts import say
from tests.bot.bot_api import BotApi, Fault, Json, entity_text
from tests.bot.gestures import edit, labels, press, pressed, reply, until
from tests.bot.newsroom import ARTICLE, Newsroom

pytestmark = pytest.mark.usefixtures("bot")
OTHER = replace(
    ARTICLE, id="jagung", title="Jagung", text="Harga jagung turun di Garut.", sha256="2" * 64
)
QUESTION = "Berapa kilogram?"


def answered(server: BotApi, text: str, number: int = 1, **more: int) -> Json:
    server.write(text, **more)
    server.replies(number)
    return server.sent[number - 1]


def test_a_reply_to_an_answer_refers_to_that_answer_not_to_the_last(
    server: BotApi, newsroom: Newsroom
) -> None:
    first = answered(server, QUESTION)
    answered(server, "Siapa Wulan?", 2)
    reply(server, first, "Kenapa begitu?")
    server.replies(3)
    assert newsroom.referred == [None, QUESTION, QUESTION]


def test_a_reply_to_a_part_of_an_answer_refers_to_the_citation_it_stands_in(
    server: BotApi, newsroom: Newsroom, chat: Chat
) -> None:
    first = answered(server, "beras kilogram wulan")
    reply(server, first, "Siapa dia?", quote="menunggu panen raya")
    server.replies(2)
    assert newsroom.heard[1] == ["“Kami menunggu panen raya,” kata Wulan, pedagang pasar induk."]


def test_a_question_on_a_part_is_asked_of_its_article_where_another_would_answer(
    server: BotApi, newsroom: Newsroom
) -> None:
    newsroom.articles = [ARTICLE]
    first = answered(server, QUESTION)
    newsroom.articles = [OTHER, ARTICLE]
    newsroom.most = 1
    reply(server, first, "Bagaimana harga?", quote="Rp 14.500")
    assert server.replies(2)[1].startswith("Harga beras di Cianjur")


def test_a_reply_to_an_answer_of_before_a_restart_knows_what_was_cited(
    server: BotApi, newsroom: Newsroom, chat: Chat
) -> None:
    first = answered(server, QUESTION)
    chat.conversations.forget_where(lambda _: True)
    reply(server, first, "Kenapa begitu?")
    server.replies(2)
    assert newsroom.heard[-1] == ["Pedagang menjualnya Rp 14.500 per kilogram."]


def test_what_was_said_in_private_is_not_referred_to_in_a_group_nor_the_reverse(
    server: BotApi, newsroom: Newsroom
) -> None:
    answered(server, QUESTION)
    answered(server, "/tanya Kenapa begitu?", 2, chat=-100)
    answered(server, "Kenapa begitu?", 3, chat=7)
    assert newsroom.referred == [None, None, QUESTION]
    server.write("/sumber", chat=-100)
    assert server.replies(4)[3] == say("sources_none", "id")


def test_topics_of_a_group_are_conversations_of_their_own(
    server: BotApi, newsroom: Newsroom
) -> None:
    for number, topic in enumerate((3, 4, 3), start=1):
        server.write(
            f"/tanya {QUESTION}", chat=-100, message_thread_id=topic, is_topic_message=True
        )
        server.replies(number)
    assert newsroom.referred == [None, None, QUESTION]
    assert [m["asked"]["message_thread_id"] for m in server.sent] == ["3", "4", "3"]


def test_an_edited_question_has_its_answer_edited(server: BotApi, newsroom: Newsroom) -> None:
    number = server.write("Siapa juara dunia?")
    server.replies(1)
    edit(server, number, QUESTION)
    server.wait(lambda: "14.500" in server.texts()[0])
    assert len(server.sent) == 1
    assert labels(server.sent[0])[0] == "[1]"


def test_an_edited_question_refers_to_what_came_before_it(
    server: BotApi, newsroom: Newsroom
) -> None:
    answered(server, QUESTION)
    number = server.write("Siapa juara dunia?")
    server.replies(2)
    edit(server, number, "Siapa Wulan?")
    server.wait(lambda: "Wulan" in server.texts()[1])
    assert newsroom.referred == [None, QUESTION, QUESTION]


def test_an_edited_question_whose_answer_was_deleted_is_answered_anew_once(server: BotApi) -> None:
    number = server.write("Siapa juara dunia?")
    server.replies(1)
    server.sent.clear()
    edit(server, number, QUESTION)
    assert "14.500" in server.replies(1)[0]
    server.write("/bantuan")
    assert server.replies(2)[1] == say("help", "id")


def test_an_edit_that_changes_nothing_is_no_error(
    server: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    number = server.write("/bantuan")
    server.replies(1)
    edit(server, number, "/bantuan@kutip_bot")
    server.write("/bantuan")
    assert server.replies(2) == [say("help", "id")] * 2
    assert "failed" not in caplog.text


def test_a_longer_answer_to_an_edited_question_is_complete(
    server: BotApi, newsroom: Newsroom
) -> None:
    titles = [f"{'Berita panjang ' * 50}{number}." for number in range(8)]
    number = server.write("/bantuan")
    server.replies(1)
    newsroom.articles = [replace(ARTICLE, id=t[-3:], title=t) for t in titles]
    edit(server, number, "/artikel")
    assert all(title in "\n".join(server.replies(2)) for title in titles)
    edit(server, number, "/bantuan")
    server.wait(lambda: server.texts() == [say("help", "id")])


def test_a_picked_article_is_the_only_one_that_is_asked_and_every_answer_says_so(
    server: BotApi, newsroom: Newsroom
) -> None:
    newsroom.articles = [ARTICLE, OTHER]
    message = answered(server, "/artikel")
    press(server, message, "2. Jagung")
    title = "Jagung · Kabar Cianjur · 2026-02-03"
    assert server.replies(2)[1] == say("scope_set", "id", article=title)
    within = answered(server, "Bagaimana harga?", 3)
    first, second, *_ = within["text"].split("\n\n")
    assert (first, second) == (say("scope_within", "id", article=title), f"{OTHER.text} [1]")
    assert {"1. Harga beras naik", "✓ 2. Jagung"} < set(labels(server.sent[0]))
    press(server, server.sent[0], say("button_all", "id"))
    server.replies(4)
    answered(server, "Bagaimana harga?", 5)
    assert newsroom.within == ["jagung", None]


def test_what_the_picked_article_does_not_tell_can_be_asked_of_all(
    server: BotApi, newsroom: Newsroom
) -> None:
    newsroom.articles = [ARTICLE, OTHER]
    press(server, answered(server, "/artikel"), "2. Jagung")
    server.replies(2)
    refusal = answered(server, QUESTION, 3)
    assert labels(refusal)[0] == say("button_all", "id")
    press(server, refusal, say("button_all", "id"))
    assert server.replies(4)[3] == say("scope_all", "id")


def test_a_new_conversation_is_about_all_articles(server: BotApi, newsroom: Newsroom) -> None:
    newsroom.articles = [ARTICLE, OTHER]
    press(server, answered(server, "/artikel"), "2. Jagung")
    server.replies(2)
    answered(server, "/baru", 3)
    answered(server, "Bagaimana harga?", 4)
    assert newsroom.within == [None]


def test_a_picked_article_that_is_gone_is_told_and_all_are_asked(
    server: BotApi, newsroom: Newsroom
) -> None:
    newsroom.articles = [ARTICLE, OTHER]
    press(server, answered(server, "/artikel"), "2. Jagung")
    server.replies(2)
    newsroom.articles = [ARTICLE]
    assert answered(server, QUESTION, 3)["text"].startswith(say("scope_gone", "id"))


def test_articles_are_turned_page_by_page_by_whoever_asked_for_them(
    server: BotApi, newsroom: Newsroom
) -> None:
    newsroom.articles = [
        replace(ARTICLE, id=f"a{n}" * 30, title=f"Judul {n}") for n in range(1, 20)
    ]
    message = answered(server, "/artikel", chat=-100, user=1)
    press(server, message, "2 ▸", user=2)
    assert pressed(server, 1) == say("not_yours", "id")
    press(server, message, "2 ▸", user=1)
    server.wait(lambda: "9. Judul 9" in labels(server.sent[0]))
    press(server, server.sent[0], "9. Judul 9", user=1)
    assert "Judul 9" in server.replies(2)[1]


def test_tanya_alone_asks_for_the_question_and_its_reply_is_answered(server: BotApi) -> None:
    message = answered(server, "/tanya", chat=-100)
    assert message["text"] == say("ask_what", "id")
    assert '"force_reply": true' in message["asked"]["reply_markup"]
    assert '"selective": true' in message["asked"]["reply_markup"]
    reply(server, message, QUESTION)
    assert "14.500" in server.replies(2)[1]


def test_a_group_that_becomes_a_supergroup_keeps_its_conversation(
    server: BotApi, newsroom: Newsroom
) -> None:
    answered(server, f"/tanya {QUESTION}", chat=-100)
    server.write(chat=-100, migrate_to_chat_id=-200)
    server.write(chat=-200, migrate_from_chat_id=-100)
    answered(server, "/sumber", 2, chat=-200)
    answered(server, "/tanya Kenapa begitu?", 3, chat=-200)
    assert "14.500" in server.texts()[1]
    assert newsroom.referred == [None, QUESTION]


def test_an_answer_goes_to_the_chat_that_the_group_has_become_and_so_does_the_conversation(
    server: BotApi, chat: Chat
) -> None:
    moved = Fault(400, "Bad Request: upgraded", parameters={"migrate_to_chat_id": -200})
    server.fail("sendMessage", moved)
    message = answered(server, f"/tanya {QUESTION}", chat=-100)
    assert message["chat"]["id"] == -200
    until(lambda: chat.records.memory.last("-200/0/7"))
    answered(server, "/sumber", 2, chat=-200)
    assert "14.500" in server.texts()[1]


def test_the_language_that_was_chosen_comes_before_that_of_the_question(server: BotApi) -> None:
    message = answered(server, "/bahasa")
    press(server, message, say("language_name", "en"))
    assert server.replies(2)[1] == say("language_set", "en")
    refusal = answered(server, "Siapa juara dunia?", 3)
    assert say("off_topic", "en") in refusal["text"]
    answered(server, "/bantuan", 4)
    assert server.texts()[3] == say("help", "en")
    answered(server, "/bahasa id", 5)
    assert server.texts()[4] == say("language_set", "id")


@pytest.mark.parametrize(
    ("reason", "missing"),
    [
        ("can't parse entities: unknown type", "entities"),
        ("BUTTON_TYPE_INVALID", "reply_markup"),
        ("WEBPAGE_URL_INVALID", "link_preview_options"),
    ],
    ids=["entities", "buttons", "a preview"],
)
def test_what_a_server_refuses_does_not_cost_the_answer(
    server: BotApi, newsroom: Newsroom, reason: str, missing: str
) -> None:
    newsroom.articles = [replace(ARTICLE, url="https://example.org/beras")]
    server.fail("sendMessage", Fault(400, f"Bad Request: {reason}"))
    message = answered(server, QUESTION)
    first, second = server.called("sendMessage")
    assert "14.500" in message["text"]
    assert first[missing] != second.get(missing)
    assert {name for name in first if first[name] != second.get(name)} == {missing}


def test_a_server_that_knows_no_dates_gets_the_other_entities(server: BotApi) -> None:
    older = Fault(400, "Bad Request: can't parse MessageEntity: Unsupported type specified")
    server.fail("sendMessage", older)
    message = answered(server, QUESTION)
    assert [entity["type"] for entity in message["entities"]] == ["expandable_blockquote"]


def test_a_topic_has_buttons_of_its_own(server: BotApi, newsroom: Newsroom) -> None:
    newsroom.articles = [ARTICLE, OTHER]
    topic = {"message_thread_id": 3, "is_topic_message": True}
    server.write("/artikel", chat=-100, **topic)
    server.replies(1)
    press(server, server.sent[0] | topic, "2. Jagung")
    server.replies(2)
    assert server.sent[1]["asked"]["message_thread_id"] == "3"
    for number, where in enumerate((topic, {}), start=3):
        server.write("/tanya bagaimana harga?", chat=-100, **where)
        server.replies(number)
    assert newsroom.within == ["jagung", None]


def test_an_answer_from_the_only_article_may_show_its_page(
    server: BotApi, newsroom: Newsroom
) -> None:
    address = "https://example.org/beras"
    newsroom.articles = [replace(ARTICLE, url=address)]
    message = answered(server, QUESTION)
    assert f'"url": "{address}"' in message["asked"]["link_preview_options"]
    (link,) = [e for e in message["entities"] if e["type"] == "text_link"]
    assert entity_text(message, link) == "[1]"
    assert link["url"].startswith(f"{address}#:~:text=Pedagang%20menjualnya")
    newsroom.articles.append(replace(OTHER, url="https://example.org/jagung"))
    both = answered(server, "Bagaimana harga?", 2)
    assert '"is_disabled": true' in both["asked"]["link_preview_options"]
