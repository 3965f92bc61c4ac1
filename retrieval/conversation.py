"""A follow-up is asked for with what it refers to; a new subject starts afresh."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from indexes.article import Key
from indexes.terms import Term, stems, terms
from retrieval.answer import Answer
from retrieval.kind import Kind
from retrieval.lending import left_over, lent, unlike
from retrieval.pointers import Meant, Message, Shape, lexicon, pronominal, read
from retrieval.question import Question
from retrieval.reference import Heard, Scene, referents
from retrieval.standing import Context, stands_alone

CARRIED = 12  # content words lent at most: those of about three questions
BEYOND = 30  # sentences that are not wanted again
UNSAID = {Kind.WHAT, Kind.KEYWORDS}  # kinds that a question has for want of another
SAME_KIND = {Shape.SWITCH, Shape.FRAGMENT, Shape.MORE, Shape.ELSEWHERE}
HEARD = {Shape.WHO_SAID, Shape.ECHOED, Shape.CONTINUED, Shape.ELSEWHERE, Shape.ARTICLE, Shape.MORE}


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what was cited for it; a refusal also knows the last turn that cited."""

    question: Question
    heard: tuple[Heard, ...]
    answered: "Turn | None" = None

    @classmethod
    def after(cls, last: "Turn | None", answer: Answer) -> "Turn":
        """The turn that an answer makes in a conversation."""
        heard = tuple(Heard.of(citation) for citation in answer.citations)
        if heard or last is None:
            return cls(answer.question, heard)
        return cls(answer.question, (), last if last.heard else last.answered)

    @property
    def scene(self) -> Scene:
        """What was said last about its matter: a follow-up that was refused changed nothing."""
        if self.answered and self.question.rewritten:
            return Scene(self.question, self.answered.heard)
        return Scene(self.question, self.heard)


def resolve(question: Question, last: Turn | None) -> Question:
    """The question with what it refers to; unchanged where it stands by itself."""
    if last is None or not question.readable:
        return question
    message = read(question)
    scene = _meant(message, last).scene
    if stands_alone(message, _context(scene)):
        return question
    return _enriched(question, message, scene)


def _meant(message: Message, last: Turn) -> Turn:
    """The turn that a message refers to: after a refusal perhaps the one before."""
    if last.answered is None or last.question.rewritten:
        return last
    person = any(pointer.meant in (Meant.PERSON, Meant.PEOPLE) for pointer in message.pointers)
    nobody = person and not last.scene.asked()
    return last.answered if message.shape in HEARD or nobody else last


def _context(scene: Scene) -> Context:
    words = {stem for term in lent(scene.question) for stem in term.stems}
    for heard in scene.heard:
        words.update(stems(heard.text, heard.language))
    return Context(frozenset(words), frozenset(each.text for each in scene.asked()))


def _enriched(question: Question, message: Message, scene: Scene) -> Question:
    found = (referents(pointer, scene, question.text) for pointer in message.pointers)
    meant = tuple(dict.fromkeys(chain.from_iterable(found)))
    named = terms(" ".join(meant), question.language)
    asked = unlike((*_own(question, message, scene), *named), ())
    borrowed = left_over(message, scene.question)
    if not asked:  # the old question with a new question word
        asked = tuple(term for term in borrowed if term in scene.question.terms)
    carried = unlike(borrowed, asked)[:CARRIED]
    told = _told(meant, unlike((*asked, *carried), question.terms), scene)
    enriched = replace(
        question,
        terms=asked,
        carried=carried,
        kind=_kind(question, message, scene.question),
        places=_keys(scene.heard),
        meant=meant,
        rewritten=f"{question.text} ({told})" if told else question.text,
    )
    return _sought(replace(enriched, speaker=_speaker(enriched, message, scene)), message, scene)


def _own(question: Question, message: Message, scene: Scene) -> tuple[Term, ...]:
    """What is asked about: who said so is asked about the sentence cited last."""
    if message.shape is Shape.WHO_SAID and scene.heard:
        first = scene.heard[0]
        return _telling(terms(first.text, first.language))[:CARRIED]
    if message.shape in (Shape.ECHOED, Shape.CONTINUED):
        return ()
    return _telling(question.terms) if message.empty else question.terms


def _telling(found: Sequence[Term]) -> tuple[Term, ...]:
    """The words without those that are about nothing in particular."""
    return tuple(term for term in found if term.word not in lexicon().words["light"])


def _kind(question: Question, message: Message, before: Question) -> Kind:
    if message.shape is Shape.WHO_SAID:
        return Kind.WHO_SAID
    if message.shape is Shape.CONTINUED:
        return Kind.WHAT
    somebody = any(pointer.meant is Meant.PERSON for pointer in message.pointers)
    if somebody and question.kind in UNSAID and _spoken(message):
        return Kind.WHAT_SAID
    reasons = (message.shape in SAME_KIND, not message.asking, question.kind in UNSAID)
    return before.kind if sum(reasons) > 1 else question.kind


def _spoken(message: Message) -> bool:
    """Whether it asks what was said: "dia bilang apa lagi?"."""
    groups = lexicon().words
    return all(groups[name].intersection(message.words) for name in ("saying", "which"))


def _speaker(question: Question, message: Message, scene: Scene) -> str | None:
    """Whose words are asked for: those of the one meant, of the one named, or of the same again."""
    given = question.speaker
    if question.kind is not Kind.WHAT_SAID or (given and not pronominal(given)):
        return given
    named = (*question.meant, *(name.text for name in message.named), scene.question.speaker)
    return named[0]


def _sought(question: Question, message: Message, scene: Scene) -> Question:
    """The question with the sentences and the articles that it wants or has had enough of."""
    if not scene.heard:
        return question
    first, heard = scene.heard[0], _keys(scene.heard)
    last = (heard if scene.question.after else first.keys)[-1]
    match message.shape:
        case Shape.MORE:
            beyond = dict.fromkeys((*heard, *scene.question.beyond))
            return replace(question, beyond=tuple(beyond)[:BEYOND])
        case Shape.CONTINUED:
            return replace(question, after=last, beyond=heard)
        case Shape.ELSEWHERE:
            return replace(question, other_than=first.article_id)
        case Shape.ARTICLE:
            return replace(question, article_id=first.article_id)
    return question


def _told(meant: Sequence[str], borrowed: Iterable[Term], scene: Scene) -> str:
    """What is borrowed, in words: names as they are written, apart from each other."""
    left = dict.fromkeys(term.word for term in borrowed)
    told = list(meant)
    for each in scene.asked():
        words = {word.lower() for word in each.text.split()}
        if not words.isdisjoint(left) and each.text not in told:
            told.append(each.text)
    named = {word.lower() for name in told for word in name.split()}
    plain = " ".join(word for word in left if word not in named)
    return ", ".join(filter(None, (*told, plain)))


def _keys(heard: Iterable[Heard]) -> tuple[Key, ...]:
    return tuple(key for each in heard for key in each.keys)
