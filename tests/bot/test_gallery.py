"""The gallery of docs/bot.md is what the bot says."""

from pathlib import Path

from tests.bot.gallery import BEGIN, DOCS, END, gallery, real_chat


def test_the_page_shows_what_the_bot_says(tmp_path: Path) -> None:
    page = DOCS.read_text("utf-8").split(BEGIN)[1].split(END)[0].strip()
    with real_chat(tmp_path) as chat:
        assert page == gallery(chat), "write it anew: python -m tests.bot.gallery"
