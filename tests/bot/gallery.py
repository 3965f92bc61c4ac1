"""The gallery of docs/bot.md: real answers as they look in Telegram, written anew by

python -m tests.bot.gallery
"""

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import pairwise
from pathlib import Path

from telegram import MessageEntity

from bot.chat import Chat
from bot.conversations import Conversations
from bot.database import Database
from bot.message import Message, Press, Replied
from bot.records import Records
from bot.reply import Reply
from bot.telegram.rendering import Post, render
from indexes.indexing import Indexing
from indexes.serving import ServedIndex
from indexes.settings import IndexSettings
from retrieval.answering import Answerer

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs" / "bot.md"
BEGIN, END = "<!-- gallery -->", "<!-- end of the gallery -->"
ARTICLES = (ROOT / "articles", ROOT / "tests" / "articles")
QUESTIONS = (
    "Berapa harga beras medium di Cianjur?",
    "Apa kata Kirby tentang negosiasi senjata?",
    "siapa yg menetapkan masa tanggap darurat",
    "Who is the harbour master?",
    "How much rice will Bulog distribute?",
    "Berapa kecepatan kereta yang membawa Kim?",
    "What happened in Flores?",
    "Siapa nama bupati Cianjur?",
    "Siapa pemenang Piala Dunia 2018?",
)
POSTED = (
    "Konser amal di Ternate disaksikan 1.200 penonton pada Sabtu malam. “Dananya dipakai untuk "
    "memperbaiki gedung madrasah,” kata ketua panitia, Rahman Idris. Hujan turun sampai tengah "
    "malam, tetapi panggung di tepi pantai tetap ramai oleh warga dari empat kelurahan."
)
MARKS = {"bold": ("**", "**"), "italic": ("_", "_"), "date_time": ("⟨", "⟩")}


def gallery(chat: Chat) -> str:
    """The conversation of the gallery, as a block of text."""
    shown = [f"▶ {text}\n\n{drawn(chat.turn(Message('7', text)))}" for text in QUESTIONS]
    posted = Message("7", "Siapa ketua panitia?", replied=Replied("7:1", text=POSTED))
    shown.append(f"▶ (replying to a text) {posted.text}\n\n{drawn(chat.turn(posted))}")
    first = chat.turn(Message("8", QUESTIONS[0]))
    said = next(b.press for row in first.rows for b in row if b.label == "[1]")
    around = chat.press(Press(said, Message("8", ""), "8:1")).anew
    shown.append(f"▶ {QUESTIONS[0]} … and [1] pressed\n\n{drawn(around or Reply(()))}")
    return "\n\n".join(f"```\n{each}\n```" for each in shown)


def drawn(reply: Reply) -> str:
    """A reply as text: entities as marks, a bar beside what is folded, buttons in boxes."""
    rows = "\n".join("  ".join(f"⟦{b.label}⟧" for b in row) for row in reply.rows)
    return "\n\n".join(filter(None, (*map(_post, render(reply)), rows)))


def _post(post: Post) -> str:
    raw = post.text.encode("utf-16-le")
    ends = sorted({0, len(raw) // 2, *(place for e in post.entities for place in _ends(e))})
    text = ""
    for start, end in pairwise(ends):
        text += "".join(_mark(e, 0) for e in post.entities if e.offset == start)
        text += raw[2 * start : 2 * end].decode("utf-16-le")
        text += "".join(_mark(e, 1) for e in reversed(post.entities) if _ends(e)[1] == end)
    lines, folded = [], False
    for line in text.split("\n"):
        folded = folded or line.startswith("\x01")
        lines.append(f"▏{line}".replace("\x01", "").replace("\x02", "") if folded else line)
        folded = folded and not line.endswith("\x02")
    return "\n".join(lines)


def _ends(entity: MessageEntity) -> tuple[int, int]:
    return entity.offset, entity.offset + entity.length


def _mark(entity: MessageEntity, side: int) -> str:
    if entity.type == "expandable_blockquote":
        return "\x01\x02"[side]
    if entity.type == "text_link":
        return ("", f"({entity.url})")[side]
    return MARKS[entity.type][side]


@contextmanager
def real_chat(folder: Path) -> Iterator[Chat]:
    """The real conversations over the articles of the gallery."""
    settings = IndexSettings(folder=folder / "index")
    Indexing(settings).add(list(ARTICLES))
    with closing(ServedIndex(settings)) as served, closing(Database("sqlite://")) as database:
        records = Records.of(database)
        yield Chat(Answerer(served), served, records, Conversations(minutes=5), language="id")


def main() -> None:
    """Write the gallery into the page."""
    before, rest = DOCS.read_text("utf-8").split(BEGIN)
    after = rest.split(END)[1]
    with tempfile.TemporaryDirectory() as folder, real_chat(Path(folder)) as chat:
        DOCS.write_text(f"{before}{BEGIN}\n{gallery(chat)}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    main()
