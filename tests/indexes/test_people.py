"""Who is one person, within an article and across articles."""

from collections.abc import Sequence

import pytest

from indexes.quotes.people import people, plain_name
from indexes.quotes.quote import Quote, QuoteClass, QuoteType, Span, Speaker, SpeakerKind


def quoted(article: str, name: str | None, kind: str = "name", role: str = "") -> Quote:
    where = Span(0, len(role), role) if role else None
    speaker = Speaker(SpeakerKind(kind), None, name, where)
    cue = Span(0, 4, "kata")
    return Quote(
        article, 1, 0, 4, "kata", QuoteType.DIRECT, QuoteClass.SPEECH, cue, speaker, (1, 1), "x", 1
    )


@pytest.mark.parametrize(
    "written",
    ["Anies Baswedan", "ANIES BASWEDAN", "Pak Anies Baswedan", "Prof. Dr. Anies Baswedan",
     "Anies Baswedan, S.E., M.P.P.", "Aniés Baswedan"],
    ids=["plain", "capitals", "form of address", "titles", "degrees", "accent"],
)  # fmt: skip
def test_a_name_is_the_same_however_it_is_written(written: str) -> None:
    assert plain_name(written) == ("anies", "baswedan")


@pytest.mark.parametrize(
    ("quotes", "expected"),
    [
        ([quoted("a", "Budi Raya"), quoted("b", "BUDI RAYA")], 1),
        ([quoted("a", "Budi"), quoted("b", "Budi")], 2),
        ([quoted("a", "Budi"), quoted("a", "Budi", "pronoun")], 1),
        ([quoted("a", "warga desa", "np"), quoted("b", "warga desa", "implicit")], 2),
        ([quoted("a", "Kremlin", "org"), quoted("b", "Kremlin", "org")], 1),
        ([quoted("a", "Kremlin", "implicit"), quoted("a", "Kremlin", "org"),
          quoted("b", "Kremlin", "org")], 1),
        ([quoted("a", None, "unknown")], 0),
    ],
    ids=["a full name is one person", "a short name is its article's", "a pronoun is its name",
         "a description stays at home", "a body is one", "also by -nya", "nobody is nobody"],
)  # fmt: skip
def test_who_is_one(quotes: Sequence[Quote], expected: int) -> None:
    assert len(people(quotes)) == expected


def test_a_person_has_all_offices_and_the_commonest_first() -> None:
    roles = ("menteri", "ketua umum", "ketua umum", "")
    (person,) = people([quoted(f"a{n}", "Budi Raya", role=role) for n, role in enumerate(roles)])
    assert person.roles == ("ketua umum", "menteri")
    assert (person.quotes, person.articles) == (4, ("a0", "a1", "a2", "a3"))
