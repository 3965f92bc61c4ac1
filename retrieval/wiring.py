"""From settings to a ready answerer; the only file here that opens a concrete index."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from indexes.serving import ServedIndex, newest_whole
from indexes.settings import IndexSettings
from indexes.versions import Versions
from retrieval.answering import Answerer
from retrieval.settings import RetrievalSettings


@contextmanager
def open_library() -> Iterator[ServedIndex]:
    """The served version, for as long as the block lasts."""
    with closing(ServedIndex(IndexSettings.read())) as library:
        yield library


@contextmanager
def open_lasting_library() -> Iterator[ServedIndex]:
    """For a process that stays: only a whole version, and new ones as they are published."""
    settings = IndexSettings.read()
    choice = newest_whole(Versions(settings.folder))
    with closing(ServedIndex(settings, choice)) as library:
        library.watch()
        yield library


def answerer(library: ServedIndex) -> Answerer:
    """An answerer over a library, as the settings want it."""
    return Answerer(library, citations=RetrievalSettings.read().citations)
