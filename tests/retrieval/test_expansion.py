"""What a question is searched for beyond its own words."""

from dataclasses import replace

from retrieval.expansion import CARRIED, expanded
from retrieval.question import parse


def test_words_get_their_translations_in_both_directions() -> None:
    (english,) = expanded(parse("flood")).terms
    assert "banjir" in english.translations
    (indonesian,) = expanded(parse("banjir")).terms
    assert "flood" in indonesian.translations


def test_a_word_gets_other_words_for_it_in_both_languages() -> None:
    (died,) = expanded(parse("tewas")).terms
    assert {("wafat",), ("korban", "jiwa"), ("kill",)} <= set(died.synonyms)


def test_the_words_of_a_phrase_get_what_stands_for_the_phrase() -> None:
    for term in expanded(parse("korban jiwa")).terms:
        assert ("tewas",) in term.synonyms


def test_a_name_has_no_translation() -> None:
    (name,) = expanded(parse("Koffler")).terms
    assert name.translations == name.synonyms == ()


def test_words_that_only_ask_who_speaks_are_not_searched_for() -> None:
    words = [term.word for term in expanded(parse("Apa kata Rini tentang tanggul?")).terms]
    assert words == ["rini", "tanggul"]


def test_carried_words_count_less_and_never_twice() -> None:
    question = parse("Kapan banjir surut?")
    carried = parse("banjir Demak").terms
    terms = {term.word: term for term in expanded(replace(question, carried=carried)).terms}
    demak = next(term for term in carried if term.word == "demak")
    assert terms["demak"].idf == CARRIED * demak.idf
    assert list(terms) == ["banjir", "surut", "demak"]
