"""Links to the very sentence: a text fragment, encoded so that browsers find it, else the page.

https://wicg.github.io/scroll-to-text-fragment/: `#:~:text=start,end`, both percent-encoded with
`-`, `,` and `&`, each inside one block of the page and at word boundaries.
"""

import re
from urllib.parse import quote, urlsplit

WHOLE = 120  # characters up to which a sentence is named as a whole
WORDS = 4  # of its start and of its end, where it is longer
MOST_WORDS = 12
LONGEST = 1500  # characters of a link; longer ones are not clickable everywhere
SPACE = re.compile(r"\s+")
LETTERS = re.compile(r"[^\W_]")
UNFOUND = (".pdf", ".doc", ".docx", ".txt")  # no pages of a browser that finds fragments


def page(url: str | None) -> str:
    """The address if it can be opened, else nothing."""
    parts = urlsplit(url or "")
    return url or "" if parts.scheme in ("http", "https") and parts.hostname else ""


def fragment_link(url: str | None, text: str, whole: str) -> str:
    """The address of a sentence in a page whose whole text is known; the plain one in doubt."""
    plain = page(url)
    if not plain or ":~:" in plain or urlsplit(plain).path.lower().endswith(UNFOUND):
        return plain
    directive = _directive(text, SPACE.sub(" ", whole))
    if not directive:
        return plain
    link = f"{plain}{'' if '#' in plain else '#'}:~:text={directive}"
    return link if len(link) <= LONGEST else plain


def _directive(text: str, whole: str) -> str:
    """The sentence, or its start and end; nothing where another place could be found instead."""
    blocks = [SPACE.sub(" ", block).strip() for block in text.strip().split("\n")]
    if not LETTERS.search(text):
        return ""
    sentence = " ".join(filter(None, blocks))
    if len(blocks) == 1 and len(sentence) <= WHOLE:
        return _encoded(sentence) if whole.count(sentence) == 1 else ""
    first, last = blocks[0].split(" "), blocks[-1].split(" ")
    for words in range(WORDS, MOST_WORDS + 1):
        start, end = " ".join(first[:words]), " ".join(last[-words:])
        if _distinct(start, end, sentence, whole):
            return f"{_encoded(start)},{_encoded(end)}"
    return ""


def _distinct(start: str, end: str, sentence: str, whole: str) -> bool:
    """Whether a browser that reads from the top finds this sentence and no more than it."""
    begin = whole.find(start)
    if begin < 0 or not whole[begin:].startswith(sentence):
        return False
    after = begin + len(start)
    found = whole.find(end, after)
    return found >= after and found + len(end) == begin + len(sentence)


def _encoded(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D")
