"""A running process changes to a new version without a failed or a mixed answer."""

import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from indexes.article import Unit
from indexes.errors import IndexDamaged
from indexes.index import Index
from indexes.indexing import Indexing
from indexes.serving import ServedIndex, newest_whole
from indexes.settings import IndexSettings
from indexes.terms import terms
from indexes.versions import Versions


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("Harga beras naik.")
    return path


def text_of(served: ServedIndex) -> str:
    with served.reading() as index:
        (key,) = index.by_words(Unit.SENTENCES, terms("harga", "id"))
        return index.catalog.sentence(key).text


def test_a_new_version_is_served_once_it_is_published(
    indexing: Indexing, settings: IndexSettings, file: Path
) -> None:
    indexing.add([file])
    with closing(ServedIndex(settings)) as served:
        file.write_text("Harga minyak naik.")
        indexing.add([file])
        assert text_of(served) == "Harga beras naik."
        served.follow()
        assert text_of(served) == "Harga minyak naik."


def test_an_answer_keeps_its_version_while_the_next_is_served(
    indexing: Indexing, settings: IndexSettings, file: Path
) -> None:
    indexing.add([file])
    with closing(ServedIndex(settings)) as served, served.reading() as old:
        file.write_text("Harga minyak naik.")
        indexing.add([file])
        served.follow()
        assert text_of(served) == "Harga minyak naik."
        assert [a.text for a in old.catalog.articles()] == ["Harga beras naik."]


def test_the_watcher_finds_a_new_version_by_itself(
    indexing: Indexing, settings: IndexSettings, file: Path
) -> None:
    indexing.add([file])
    with closing(ServedIndex(settings)) as served:
        served.watch()
        file.write_text("Harga minyak naik.")
        indexing.add([file])
        deadline = time.monotonic() + 10
        while text_of(served) != "Harga minyak naik." and time.monotonic() < deadline:
            time.sleep(0.05)
        assert text_of(served) == "Harga minyak naik."


def test_a_version_that_cannot_be_opened_leaves_the_old_one_serving(
    indexing: Indexing, settings: IndexSettings, file: Path
) -> None:
    indexing.add([file])
    with closing(ServedIndex(settings)) as served:
        file.write_text("Harga minyak naik.")
        indexing.add([file])
        (Versions(settings.folder).served() / "catalog.sqlite").unlink()
        with pytest.raises(IndexDamaged):
            served.follow()
        served.follow()  # and is not tried again
        assert text_of(served) == "Harga beras naik."


def test_a_version_published_while_the_served_one_is_checked_is_not_missed(
    indexing: Indexing, settings: IndexSettings, file: Path
) -> None:
    indexing.add([file])
    choice = newest_whole(Versions(settings.folder))
    file.write_text("Harga minyak naik.")
    indexing.add([file])
    with closing(ServedIndex(settings, choice)) as served:
        assert text_of(served) == "Harga beras naik."
        served.follow()
        assert text_of(served) == "Harga minyak naik."


def mixture(index: Index) -> str | None:
    """What does not fit together in an edition of `write`: each is about one town."""
    (article,) = index.catalog.articles()
    town = article.text.split()[2]
    found = index.by_words(Unit.SENTENCES, terms("panen", "id"))
    texts = [index.catalog.sentence(key).text for key in found]
    nearest = index.by_meaning(Unit.SENTENCES, index.embed(article.text), 9)
    whole = texts == [f"Panen di {town} turun."] and len(nearest) == 2
    return None if whole else f"{town}: {texts}, {nearest}"


def test_readers_never_see_a_closed_or_a_mixed_version(
    indexing: Indexing, settings: IndexSettings, file: Path
) -> None:
    def write(town: str) -> None:
        file.write_text(f"Harga di {town} naik. Panen di {town} turun.")
        indexing.add([file])

    def read(served: ServedIndex) -> None:
        while not stop.is_set():
            try:
                with served.reading() as index:
                    failures.append(mixture(index))
                    seen.add(index.name)
            except Exception as error:
                failures.append(repr(error))

    seen: set[str] = set()
    failures: list[str | None] = []
    stop = threading.Event()
    write("Ambon")
    with closing(ServedIndex(settings)) as served:
        threads = [threading.Thread(target=read, args=(served,)) for _ in range(3)]
        for thread in threads:
            thread.start()
        for town in ("Bandung", "Cirebon", "Dumai", "Ende"):
            write(town)
            served.follow()
        stop.set()
        for thread in threads:
            thread.join()
    assert not any(failures)
    assert len(seen) >= 4
