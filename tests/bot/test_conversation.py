"""Whole conversations: the real bot over a Bot API on loopback."""

import json
from dataclasses import replace

import pytest

from bot.chat import Chat
from bot.database import Database
from prompts import say
from tests.bot.bot_api import ME, BotApi, Fault, entity_text
from tests.bot.newsroom import Newsroom, refused, sentences
from tests.bot.running import Running, conversation

pytestmark = pytest.mark.usefixtures("bot")


def test_start_greets_and_says_how_many_articles_there_are(server: BotApi) -> None:
    server.write("/start")
    assert server.replies(1) == [say("start", "id", number=1)]


def test_an_answer_is_the_sentence_word_for_word_with_its_place_folded(server: BotApi) -> None:
    server.write("Berapa kilogram?")
    server.replies(1)
    (message,) = server.sent
    assert message["text"].startswith("Pedagang menjualnya Rp 14.500 per kilogram. [1]\n\n")
    fold, day = message["entities"]
    assert fold["type"] == "expandable_blockquote"
    assert entity_text(message, fold).startswith("[1] Harga beras naik · Kabar Cianjur")
    assert (day["type"], entity_text(message, day)) == ("date_time", "2026-02-03")


def test_typing_is_shown_while_an_answer_takes_its_time(server: BotApi, newsroom: Newsroom) -> None:
    newsroom.seconds = 0.6
    server.write("Berapa kilogram, kenapa begitu lambat?")
    server.replies(1)
    methods = [name for name, _ in server.calls]
    assert methods.index("sendChatAction") < methods.index("sendMessage")


def test_an_answer_that_comes_at_once_is_not_announced(server: BotApi) -> None:
    server.write("Berapa kilogram?")
    server.replies(1)
    assert server.called("sendChatAction") == []


def test_an_answer_comes_although_typing_cannot_be_shown(
    server: BotApi, newsroom: Newsroom
) -> None:
    newsroom.seconds = 0.6
    server.fail("sendChatAction", Fault(429, parameters={"retry_after": 60}))
    server.write("Berapa kilogram, kenapa begitu lambat?")
    assert "14.500" in server.replies(1)[0]


def test_no_link_preview_and_no_parse_mode_is_ever_asked_for(server: BotApi) -> None:
    server.write("Berapa kilogram?")
    server.replies(1)
    asked = server.sent[0]["asked"]
    assert "parse_mode" not in asked
    assert '"is_disabled": true' in asked["link_preview_options"]


def test_sumber_gives_the_exact_place_of_the_last_quotes(
    server: BotApi, newsroom: Newsroom
) -> None:
    server.write("Berapa kilogram?")
    server.replies(1)
    server.write("/sumber")
    place = server.replies(2)[1]
    second = sentences(newsroom.articles[0])[1]
    assert f"{second.text} [1]" in place
    assert f"{second.start}–{second.end}" in place


def test_a_question_the_articles_do_not_tell_is_refused_without_a_citation(server: BotApi) -> None:
    server.write("Siapa juara dunia?")
    server.replies(1)
    assert server.sent[0]["text"] == refused("off_topic", "id")
    assert server.sent[0]["entities"] == []


def test_an_english_question_is_framed_in_english_and_quoted_in_the_original(
    server: BotApi,
) -> None:
    server.write("Who is Wulan?")
    assert server.replies(1)[0].startswith("“Kami menunggu panen raya,” kata Wulan")
    server.write("Who is the champion?")
    assert server.replies(2)[1] == refused("off_topic", "en")


@pytest.mark.parametrize("language", ["id", "en"])
def test_an_unknown_command_is_answered_in_the_language_of_the_person(
    server: BotApi, language: str
) -> None:
    person = {"id": 7, "is_bot": False, "first_name": "Sari", "language_code": language}
    server.write("/entah", **{"from": person})
    assert server.replies(1) == [say("unknown_command", language)]


STICKER = {
    "file_id": "s", "file_unique_id": "s", "type": "regular", "width": 9, "height": 9,
    "is_animated": False, "is_video": False,
}  # fmt: skip
PHOTO = [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]
VOICE = {"file_id": "v", "file_unique_id": "v", "duration": 1}
PLACE = {"longitude": 107.1, "latitude": -6.8}


@pytest.mark.parametrize(
    ("attachment", "hint"),
    [({"sticker": STICKER}, "hint_sticker"), ({"photo": PHOTO, "caption": "apa?"}, "hint_photo"),
     ({"voice": VOICE}, "hint_voice"), ({"location": PLACE}, "only_text")],
    ids=["sticker", "photo", "voice", "location"],
)  # fmt: skip
def test_what_is_no_text_gets_one_hint(
    server: BotApi, attachment: dict[str, object], hint: str
) -> None:
    server.write(**attachment)
    server.write("/bantuan")
    assert server.replies(2) == [say(hint, "id"), say("help", "id")]


def test_a_forwarded_text_is_a_question(server: BotApi) -> None:
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Wulan"}
    server.write("Berapa kilogram?", forward_origin=origin)
    assert "14.500" in server.replies(1)[0]


def test_an_album_gets_one_hint(server: BotApi) -> None:
    for _ in range(3):
        server.write(photo=PHOTO, media_group_id="album")
    server.write("/bantuan")
    assert server.replies(2) == [say("hint_photo", "id"), say("help", "id")]


SILENT = {
    "talk of others": {"text": "Berapa kilogram?"},
    "a command of another bot": {"text": "/start@other_bot"},
    "a command nobody named to us": {"text": "/ban"},
    "another mention": {"text": "@wulan berapa kilogram?"},
    "a sticker": {"text": None, "sticker": STICKER},
    "a bot": {"text": "@kutip_bot halo", "from": {"id": 9, "is_bot": True, "first_name": "Bot"}},
    "through another bot": {"text": "@kutip_bot halo", "via_bot": {**ME, "id": 9}},
}


@pytest.mark.parametrize("message", SILENT.values(), ids=SILENT.keys())
def test_in_a_group_the_bot_is_silent_about(server: BotApi, message: dict[str, object]) -> None:
    server.write(chat=-100, **message)
    server.write("/bantuan")
    assert server.replies(1) == [say("help", "id")]


def test_channel_posts_are_not_answered(server: BotApi) -> None:
    server.push(channel_post=server.message("/start", chat=-100))
    server.write("/bantuan")
    assert server.replies(1) == [say("help", "id")]


MEANT = {
    "a mention": {"text": "@kutip_bot, berapa kilogram?"},
    "a mention at the end, after an emoji": {"text": "🌾 berapa kilogram? @Kutip_Bot"},
    "a command": {"text": "/tanya berapa kilogram?"},
    "a command to us": {"text": "/tanya@kutip_bot berapa kilogram?"},
    "a reply to us": {"text": "berapa kilogram?", "reply_to_message": {
        "message_id": 5, "date": 1, "chat": {"id": -100, "type": "supergroup"}, "from": ME}},
}  # fmt: skip


@pytest.mark.parametrize("message", MEANT.values(), ids=MEANT.keys())
def test_in_a_group_the_bot_answers(
    server: BotApi, newsroom: Newsroom, message: dict[str, object]
) -> None:
    server.write(chat=-100, **message)
    assert "14.500" in server.replies(1)[0]
    assert newsroom.asked[0].removeprefix("🌾 ") == "berapa kilogram?"
    assert '"message_id"' in server.sent[0]["asked"]["reply_parameters"]


def test_a_mention_alone_is_asked_what_it_wants(server: BotApi) -> None:
    server.write("@kutip_bot", chat=-100)
    assert server.replies(1) == [say("ask_what", "id")]


def test_each_person_of_a_group_has_a_conversation_of_their_own(server: BotApi) -> None:
    server.write("/tanya berapa kilogram?", chat=-100, user=1)
    server.replies(1)
    server.write("/sumber", chat=-100, user=2)
    assert server.replies(2)[1] == say("sources_none", "id")


def test_an_answer_stays_in_its_topic(server: BotApi) -> None:
    server.write("/bantuan", chat=-100, message_thread_id=3, is_topic_message=True)
    server.replies(1)
    assert server.sent[0]["asked"]["message_thread_id"] == "3"


def test_a_long_reply_is_spread_over_messages_and_complete(
    server: BotApi, newsroom: Newsroom
) -> None:
    titles = [f"{'Berita panjang ' * 50}{number}." for number in range(8)]
    newsroom.articles = [replace(newsroom.articles[0], id=t[-3:], title=t) for t in titles]
    server.write("/artikel")
    said = "\n".join(server.replies(2))
    assert all(title in said for title in titles)


def test_what_breaks_is_told_in_a_sentence_and_the_log_keeps_the_question_to_itself(
    server: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    server.write("Apakah ini rusak?")
    assert server.replies(1) == [say("sorry", "id")]
    assert "RuntimeError" in caplog.text
    assert "newsroom.py" in caplog.text
    assert "Apakah" not in caplog.text
    assert server.token not in caplog.text


def test_a_broken_question_leaves_the_bot_able_to_answer(server: BotApi) -> None:
    server.write("Apakah ini rusak?")
    server.write("/bantuan")
    assert server.replies(2) == [say("sorry", "id"), say("help", "id")]


def test_messages_of_one_chat_are_answered_in_their_order(server: BotApi) -> None:
    for text in ("/bantuan", "Siapa juara dunia?", "/sumber", "/entah", "/bantuan"):
        server.write(text)
    replies = server.replies(5)
    assert replies[3:] == [say("unknown_command", "id"), say("help", "id")]
    assert replies[:3] == [say("help", "id"), refused("off_topic", "id"), say("sources_none", "id")]


def test_a_slow_answer_to_one_chat_does_not_hold_up_another(
    server: BotApi, newsroom: Newsroom
) -> None:
    newsroom.seconds = 2.0
    server.write("Kenapa begitu lambat?", chat=1, user=1)
    server.wait(lambda: newsroom.asked)
    server.write("/bantuan", chat=2, user=2)
    assert server.replies(1, chat=2) == [say("help", "id")]
    assert server.texts(chat=1) == []
    assert server.replies(1, chat=1) == [refused("off_topic", "id")]


def test_a_group_that_has_to_wait_for_its_turn_holds_up_nobody_else(server: BotApi) -> None:
    for person in range(40):
        server.write("/tanya berapa kilogram?", chat=-100, user=1000 + person)
    server.replies(3, chat=-100)
    server.write("/bantuan", chat=2, user=2)
    assert server.replies(1, chat=2) == [say("help", "id")]
    assert len(server.texts(chat=-100)) <= 6


def test_menus_and_descriptions_are_offered_in_both_languages(server: BotApi) -> None:
    server.wait(lambda: len(server.called("setMyShortDescription")) == 3)
    told = [
        (json.loads(call["scope"])["type"] if "scope" in call else "all", call.get("language_code"))
        for call in server.called("setMyCommands")
    ]
    wanted = [(scope, code) for code in (None, "id", "en") for scope in ("all", "all_group_chats")]
    assert told == wanted
    for method, longest in (("setMyDescription", 512), ("setMyShortDescription", 120)):
        calls = server.called(method)
        assert [call.get("language_code") for call in calls] == [None, "id", "en"]
        assert all(
            len(text) <= longest for call in calls for name, text in call.items() if "desc" in name
        )


def test_stopping_says_goodbye_to_nobody_and_loses_nothing(
    server: BotApi, bot: Running, chat: Chat, database: Database
) -> None:
    bot.stop()
    server.write("Berapa kilogram?")
    with conversation(server, chat, database):
        assert "14.500" in server.replies(1)[0]
