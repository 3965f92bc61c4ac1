"""The buttons under a reply, and what pressing each one says."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prompts import say

if TYPE_CHECKING:
    from bot.memory import Given

# what a press begins with; behind it stand, apart from each other by colons, what it is about
CONTEXT = "c"  # receipt, number of a citation; of the open one: back
VOTE = "v"  # receipt, 1 or -1
ASK = "q"  # number of a suggested question
PAGE = "p"  # page of the articles
QUOTES = "s"  # what was asked of the ledger, and the page
WHO = "w"  # receipt, and the page of who said what in its article; 0 for a new message
PICK = "a"  # page that it stands on or 0, name of an article or nothing for all of them
SPEAK = "l"  # a language


@dataclass(frozen=True, slots=True)
class Button:
    """One button: it says something to us, starts an inline query elsewhere, or opens a page."""

    label: str
    press: str = ""
    share: str = ""
    url: str = ""


Rows = tuple[tuple[Button, ...], ...]
LONGEST_PRESS = 64  # bytes that Telegram gives back


def turns(page: int, pages: int, pressed: str) -> Rows:
    """Back and forth, round and round; none where what is `pressed` does not fit a button."""
    if pages == 1 or len(f"{pressed}{pages}".encode()) > LONGEST_PRESS:
        return ()
    before, after = (page - 2) % pages + 1, page % pages + 1
    back = Button(f"◂ {before}", press=f"{pressed}{before}")
    return ((back, Button(f"{after} ▸", press=f"{pressed}{after}")),)


def answer_rows(given: "Given", *, opened: int = 0) -> Rows:
    """Under an answer: its citations, what can be done with it, further questions.

    `opened` is the citation whose surroundings are shown. A button for something else that can be
    done with an answer belongs into `_deeds`.
    """
    numbers = tuple(_context(given.receipt, p.number, opened) for p in given.places)
    asks = tuple((Button(each.text, press=f"{ASK}:{each.id}"),) for each in given.suggested)
    return tuple(filter(None, (numbers, _deeds(given), *asks)))


def _deeds(given: "Given") -> tuple[Button, ...]:
    who = Button(say("button_who", given.language), press=f"{WHO}:{given.receipt}:0")
    share = Button(say("button_share", given.language), share=f"#a_{given.receipt}")
    votes = (
        Button(mark, press=f"{VOTE}:{given.receipt}:{n}") for mark, n in (("👍", 1), ("👎", -1))
    )
    return (*((who, share) if given.places else ()), *votes)


def _context(receipt: str, number: int, opened: int) -> Button:
    label = f"◂ [{number}]" if number == opened else f"[{number}]"
    return Button(label, press=f"{CONTEXT}:{receipt}:{0 if number == opened else number}")
