"""What a re-indexing changes: twice is once, an id stays, one text is one article."""

import hashlib
from dataclasses import replace

import pytest

from indexes.article import Article
from indexes.errors import ArticleMissing
from indexes.planning import Outcome, Plan
from indexes.reading import Draft


def draft(origin: str, text: str, title: str = "Judul") -> Draft:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Draft(origin, title, text, "id", None, None, None, sha256, "utf-8")


class Shelf:
    """Applies plans one after another, as versions would."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.origins: dict[str, str] = {}

    def plan(self) -> Plan:
        hashes = {article.sha256: name for name, article in self.articles.items()}
        return Plan(dict(self.origins), hashes, self.articles.__getitem__)

    def apply(self, plan: Plan) -> Plan:
        for article_id in plan.drop:
            del self.articles[article_id]
        assert not plan.put.keys() & self.articles.keys()
        self.articles |= plan.put
        self.origins = plan.origins
        assert set(self.origins.values()) == set(self.articles)
        return plan

    def add(self, *drafts: Draft) -> list[Outcome]:
        plan = self.plan()
        for one in drafts:
            plan.add(one)
        return [row.outcome for row in self.apply(plan).rows]

    def remove(self, name: str) -> bool:
        plan = self.plan()
        found = plan.remove(name)
        self.apply(plan)
        return found


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def test_twice_is_once(shelf: Shelf) -> None:
    assert shelf.add(draft("a.txt", "Satu.")) == [Outcome.ADDED]
    plan = shelf.plan()
    plan.add(draft("a.txt", "Satu."))
    assert [row.outcome for row in plan.rows] == [Outcome.UNCHANGED]
    assert not plan.changes


def test_a_changed_text_keeps_its_id(shelf: Shelf) -> None:
    shelf.add(draft("a.txt", "Satu."))
    assert shelf.add(draft("a.txt", "Dua.")) == [Outcome.CHANGED]
    assert shelf.articles["a"].text == "Dua."


def test_a_changed_title_is_a_change(shelf: Shelf) -> None:
    shelf.add(draft("a.txt", "Satu."))
    assert shelf.add(draft("a.txt", "Satu.", title="Lain")) == [Outcome.CHANGED]
    assert shelf.articles["a"].title == "Lain"


def test_the_same_name_elsewhere_gets_the_next_number(shelf: Shelf) -> None:
    shelf.add(draft("x/berita.txt", "Satu."), draft("y/berita.txt", "Dua."))
    shelf.add(draft("z/Berita.md", "Tiga."))
    assert shelf.origins == {
        "x/berita.txt": "berita",
        "y/berita.txt": "berita-2",
        "z/Berita.md": "berita-3",
    }


def test_names_become_slugs(shelf: Shelf) -> None:
    shelf.add(draft("Café & Résumé (2).txt", "Satu."), draft("漢字.txt", "Dua."))
    assert set(shelf.articles) == {"cafe-resume-2", "article"}


def test_the_same_text_from_two_places_is_one_article(shelf: Shelf) -> None:
    shelf.add(draft("a.txt", "Satu."))
    assert shelf.add(draft("b.txt", "Satu.")) == [Outcome.SAME_TEXT]
    assert shelf.origins == {"a.txt": "a", "b.txt": "a"}


def test_removing_one_of_two_origins_keeps_the_article(shelf: Shelf) -> None:
    shelf.add(draft("a.txt", "Satu."), draft("b.txt", "Satu."))
    assert shelf.remove("a.txt")
    assert set(shelf.articles) == {"a"}
    assert shelf.remove("b.txt")
    assert not shelf.articles


def test_removing_by_id_takes_all_origins(shelf: Shelf) -> None:
    shelf.add(draft("a.txt", "Satu."), draft("b.txt", "Satu."))
    assert shelf.remove("a")
    assert not shelf.articles and not shelf.origins


def test_removing_what_is_not_there_changes_nothing(shelf: Shelf) -> None:
    shelf.add(draft("a.txt", "Satu."))
    assert not shelf.remove("b")
    assert set(shelf.articles) == {"a"}


def test_one_of_two_twins_changes_and_becomes_an_article_of_its_own(shelf: Shelf) -> None:
    shelf.add(draft("a.txt", "Satu."), draft("b.txt", "Satu."))
    assert shelf.add(draft("b.txt", "Dua.")) == [Outcome.CHANGED]
    assert {name: article.text for name, article in shelf.articles.items()} == {
        "a": "Satu.",
        "b": "Dua.",
    }


def test_a_text_that_becomes_that_of_another_article_joins_it(shelf: Shelf) -> None:
    shelf.add(draft("a.txt", "Satu."), draft("b.txt", "Dua."))
    assert shelf.add(draft("b.txt", "Satu.")) == [Outcome.SAME_TEXT]
    assert set(shelf.articles) == {"a"}
    assert shelf.origins == {"a.txt": "a", "b.txt": "a"}


def test_two_articles_may_swap_their_texts_in_one_run(shelf: Shelf) -> None:
    shelf.add(draft("a.txt", "Satu."), draft("b.txt", "Dua."), draft("c.txt", "Tiga."))
    shelf.add(draft("a.txt", "Dua."), draft("b.txt", "Satu."), draft("c.txt", "Tiga."))
    texts = {origin: shelf.articles[name].text for origin, name in shelf.origins.items()}
    assert texts == {"a.txt": "Dua.", "b.txt": "Satu.", "c.txt": "Tiga."}


def test_the_first_origin_has_the_say_about_the_title(shelf: Shelf) -> None:
    shelf.add(draft("a.txt", "Satu."), draft("b.txt", "Satu."))
    shelf.add(draft("b.txt", "Satu.", title="Lain"))
    assert shelf.articles["a"].title == "Judul"


def test_without_an_index_no_article_is_looked_up() -> None:
    def nothing(article_id: str) -> Article:
        raise ArticleMissing(article_id)

    plan = Plan({}, {}, nothing)
    plan.add(draft("a.txt", "Satu."))
    plan.add(replace(draft("a.txt", "Satu."), title="Lain"))
    assert plan.put["a"].title == "Lain"
