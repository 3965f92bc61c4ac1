"""A cue inside its sentence: PTM 100 persen, menurut Dedie, tidak bisa …."""

from dataclasses import dataclass, replace

from indexes.quotes.content import FEWEST, VERB, Content
from indexes.quotes.cues import cues
from indexes.quotes.draft import Draft
from indexes.quotes.drafting import Drafting
from indexes.quotes.heads import somebody
from indexes.quotes.phrase import Phrase

ACTING = 14  # words behind somebody in which a verb shows that a clause begins
MODAL = frozenset({"akan", "tidak", "belum", "bukan", "harus", "bisa", "dapat", "perlu", "adalah"})
BRIEF = 6  # words of where somebody is


@dataclass(frozen=True, slots=True)
class Around:
    """Joins what was said before the cue and its source to what goes on behind them."""

    drafting: Drafting
    content: Content

    def draft(
        self, places: tuple[int, int, int, int], cue: int, who: Phrase | None, rule: str
    ) -> Draft | None:
        """PTM 100 persen, menurut Dedie, tidak bisa …: two halves, the longer one first of all."""
        first, end, after, stop = places
        words = self.drafting.phrases.words
        according = rule == "according"
        bare = according and after < stop and words[after].alphabetic
        bare = bare and (words[end].text != "," or goes_on(words[after].lower))
        placed = self._placed(after, stop) if according else after
        begin = after if bare else self._rest(placed, stop)
        if begin is None:
            return None
        last, _ = self.content.end(begin, stop)
        if last <= begin:
            return None
        parts = tuple((words[a].start, words[b - 1].end) for a, b in ((first, end), (begin, last)))
        made = self.drafting.draft((first, end), cue, who, f"{rule}.inside")
        longer = parts[0] if end - first >= last - begin else parts[1]
        return replace(made, start=longer[0], end=longer[1], parts=parts)

    def _placed(self, after: int, stop: int) -> int:
        """Menurut pedagang di Pasar Cipinang, belum …: behind where who is named is."""
        words = self.drafting.phrases.words
        if after >= stop or words[after].lower not in {"di", "dari", "pada"}:
            return after
        near = range(after + 1, min(stop - 1, after + BRIEF))
        comma = next((n for n in near if words[n].text == ","), None)
        return comma if comma and not words[comma + 1].capital else after

    def _rest(self, after: int, stop: int) -> int | None:
        """Where the sentence goes on behind a cue that stands inside it."""
        words, groups = self.drafting.phrases.words, cues().phrases
        if after + 1 >= stop or words[after].text != ",":
            return None
        lower = words[after + 1].lower
        framing = groups["weekdays"] | groups["adjuncts"] | groups["aside_ends"]
        cue = lower in cues().verbs and lower not in groups["showing"]
        if lower in framing or cue or lower in cues().citing | cues().cited:
            return None
        if somebody(lower) and not self._acts(after + 2, stop):
            return None  # …, kata Rina Sari, petugas di lokasi kejadian
        left = [word for word in words[after + 1 : stop] if word.alphabetic]
        return after + 1 if len(left) >= FEWEST else None

    def _acts(self, number: int, stop: int) -> bool:
        """Whether in the words behind somebody a verb stands, or what leads to one."""
        words, told = (
            self.drafting.phrases.words,
            cues().phrases["adverbs"] | cues().phrases["signs"],
        )
        return any(
            words[n].lower in told or VERB.fullmatch(words[n].lower)
            for n in range(number, min(stop, number + ACTING))
            if words[n - 1].lower != "yang"
        )


def goes_on(word: str) -> bool:
    """Bank itu, menurut Yuslam akan …: whether what was said goes on with a verb, this word."""
    return word in cues().phrases["adverbs"] | MODAL or bool(VERB.fullmatch(word))
