"""Runs of words with a capital: what names are made of, without the capital of a sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexes.name_words import functional, name_words, ordinary

# initials with their dots (U.S., A.), or letters and digits with inner apostrophes and hyphens
TOKEN = re.compile(r"(?:[^\W\d_]\.)+(?:[^\W\d_]\b)?|[^\W_]+(?:[’'‑-][^\W_]+)*")
OPENS = re.compile(r"[.!?:…“”\"‘«*•;–—]|--")
JOINED = re.compile(r"[ \u00a0](?:& )?|-")
ARTICLE = re.compile(r"(?:al|el|ul|as|ash|ar|an|at|ad|az)[-‑](?=[^\W\d_])(?=[^a-z])")
POSSESSIVE = ("'s", "’s")
NUMERAL = re.compile(r"[IVX]+")
LINE = re.compile(r"[^\n]+")
CROWDED = 0.7  # of the words of a line with a capital: a headline, where a capital says nothing
HEADLINE = 5  # words that a headline has at least
MOST = 24  # words of one run; what is longer is no name
CLOSED = (".", "!", "?", "…", "”", '"')  # how a sentence ends, and a headline does not


def capital(word: str) -> bool:
    """Whether a word begins with a capital, or with an Arabic article and one: al-Maliki."""
    return word[0].isupper() or bool(ARTICLE.match(word))


@dataclass(frozen=True, slots=True)
class Capital:
    """A word with a capital, or (`joint`) a small word inside a name."""

    start: int
    end: int
    lower: str
    acronym: bool = False
    joint: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of a line, and what stands between it and the one before."""

    start: int
    end: int
    text: str
    gap: str | None

    @property
    def lower(self) -> str:
        return self.text.lower().replace("’", "'")

    @property
    def acronym(self) -> bool:
        letters = self.text.replace(".", "")
        if not (len(letters) > 1 and letters.isupper() and letters.isalpha()):
            return False
        return not NUMERAL.fullmatch(letters)


def runs(text: str, language: str) -> Iterator[Sequence[Capital]]:
    """Each stretch of neighbouring capitals that is no ordinary word at the start of a sentence."""
    for line in LINE.finditer(text):
        tokens = list(_tokens(text, line.start(), line.end()))
        headline = _headline(tokens) and not line[0].rstrip().endswith(CLOSED)
        yield from _Line(tokens, language, crowded=headline).runs()


def _headline(tokens: Sequence[_Token]) -> bool:
    upper = sum(token.text[0].isupper() for token in tokens)
    return len(tokens) >= HEADLINE and upper > CROWDED * len(tokens)


def _tokens(text: str, start: int, end: int) -> Iterator[_Token]:
    before = None
    for match in TOKEN.finditer(text, start, end):
        gap = None if before is None else text[before : match.start()]
        last = match.end()
        if match[0].endswith(POSSESSIVE):
            last -= 2
        if last - match.start() == 2 and match[0].endswith("."):
            last = match.end()
        yield _Token(match.start(), last, text[match.start() : last], gap)
        before = match.end() if last == match.end() else last


class _Line:
    """The words of a line, asked for their capitals."""

    def __init__(self, tokens: Sequence[_Token], language: str, *, crowded: bool) -> None:
        self._tokens = tokens
        self._language = language
        self._crowded = crowded

    def runs(self) -> Iterator[Sequence[Capital]]:
        number = 0
        while number < len(self._tokens):
            run, number = self._run(number)
            if run:
                yield run

    def _run(self, first: int) -> tuple[list[Capital], int]:
        """The run that begins with this word, if one does, and where to go on."""
        if not self._begins(first):
            return [], first + 1
        run, number = [], first
        leads = self._joined(first + 1) and self._inside(first + 1)
        if leads and self._tokens[first].lower in name_words().leading:
            run, number = [self._capital(first, joint=True)], first + 1
        run.append(self._capital(number))
        while len(run) < MOST and (joints := self._goes_on(run, number)):
            run += [self._capital(each, joint=True) for each in range(number + 1, number + joints)]
            number += joints
            run.append(self._capital(number))
        return run, number + 1

    def _capital(self, number: int, *, joint: bool = False) -> Capital:
        token = self._tokens[number]
        return Capital(token.start, token.end, token.lower, token.acronym, joint)

    def _begins(self, number: int) -> bool:
        token = self._tokens[number]
        if token.lower in name_words().leading and not token.text[0].isupper():
            return self._joined(number + 1) and self._inside(number + 1)
        if not self._inside(number):
            return False
        if not (self._opening(number) and ordinary(token.lower, self._language)):
            return True
        return not self._crowded and self._heads(number)

    def _heads(self, number: int) -> bool:
        """Whether an ordinary word at the start of a sentence belongs to the capitals after it."""
        words = name_words()
        own = self._tokens[number].lower
        if own in words.titles:
            return True
        if not (self._joined(number + 1) and self._inside(number + 1)):
            return False
        if own in words.heads:
            return True
        after = self._tokens[number + 1]
        known = after.lower in words.known
        return ordinary(after.lower, self._language) and not known and not after.acronym

    def _inside(self, number: int) -> bool:
        """Whether the word, inside a sentence, would be of a name."""
        token = self._tokens[number]
        if not capital(token.text):
            return False
        if token.acronym and not self._crowded:
            return token.lower not in name_words().calendar
        if self._crowded and ordinary(token.lower, self._language):
            return False
        if token.lower in name_words().inside:
            return not self._opening(number)
        return not functional(token.lower, self._language)

    def _opening(self, number: int) -> bool:
        gap = self._tokens[number].gap
        return gap is None or bool(OPENS.search(gap) and not self._joined(number))

    def _joined(self, number: int) -> bool:
        """Whether nothing but a space stands between this word and the one before."""
        if not 0 < number < len(self._tokens):
            return False
        gap, before = self._tokens[number].gap or "", self._tokens[number - 1].lower
        return bool(JOINED.fullmatch(gap)) or (gap in {". ", "."} and before in name_words().dotted)

    def _goes_on(self, run: Sequence[Capital], number: int) -> int:
        """How many words further the next capital of the run stands; 0 at its end."""
        if not self._joined(number + 1):
            return 0
        if self._inside(number + 1):
            return 1
        for length in (2, 3):
            last = number + length
            if not self._joined(last):
                return 0
            if self._inside(last):
                between = " ".join(each.lower for each in self._tokens[number + 1 : last])
                return length if self._links(run, between, last) else 0
        return 0

    def _links(self, run: Sequence[Capital], between: str, last: int) -> bool:
        """Whether these small words stand inside a name."""
        words = name_words()
        if between in words.particles:
            return True
        after = self._tokens[last].lower
        if between not in words.joints or after in words.bodies or after in words.titles:
            return between not in {"and", "dan"} and between in words.joints and self._body(run)
        if self._body(run):
            return True
        matter = ordinary(run[-1].lower, self._language) and ordinary(after, self._language)
        return matter and run[0].lower in words.offices

    def _body(self, run: Sequence[Capital]) -> bool:
        words = name_words()
        return any(each.lower in words.signs for each in run)
