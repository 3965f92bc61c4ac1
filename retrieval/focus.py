"""The word that a question turns on: the noun that its question word asks about."""

import re

from indexes.words import words
from retrieval.question import Question

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
BEHIND = {"apa", "mana", "berapa"}  # these also follow what they ask about: "negara mana"
ASKING_OF_SOMEBODY = {"did", "does", "do", "has", "have", "had", "will", "would", "can", "could"}


def focus(question: Question) -> int | None:
    """The place of that word among the question's terms; None where there is none."""
    places = {term.word: at for at, term in reversed(list(enumerate(question.terms)))}
    said = [word.lower() for word in WORD.findall(question.text)]
    asking = words(question.language).question_words
    for at, word in enumerate(said):
        if word not in asking:
            continue
        after = said[at + 1 : at + 4]
        if after and after[0] in ASKING_OF_SOMEBODY:
            return None
        beside = [*after, *(said[max(at - 1, 0) : at] if word in BEHIND and not after else [])]
        if word in BEHIND and at and said[at - 1] in places:
            beside.insert(0, said[at - 1])
        return next((places[each] for each in beside if each in places), None)
    return None
