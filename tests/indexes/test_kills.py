"""Re-indexings that are killed at random points, while questions are asked all the time."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from indexes.checking import verify
from indexes.indexing import Indexing
from indexes.serving import ServedIndex
from indexes.settings import IndexSettings
from indexes.versions import Versions
from retrieval.answering import Answerer

ROOT = Path(__file__).parents[2]
LONGEST_SECONDS = 4.0  # about one whole re-indexing here, so that kills fall into every step


def write_edition(folder: Path, number: int) -> None:
    """Two articles that both name their edition; an answer from two editions would show."""
    folder.mkdir(exist_ok=True)
    for town in ("Ambon", "Bitung"):
        text = f"Harga beras di {town} naik. Edisi {town} bernomor {number} terbit pagi ini."
        (folder / f"{town}.txt").write_text(text)


def reindex(folder: Path, index: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "articles", "add", str(folder)],
        cwd=ROOT,
        env={**os.environ, "INDEXES_FOLDER": str(index)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


class Asking:
    """A reader who asks without a pause, and notes what is wrong with an answer."""

    def __init__(self, served: ServedIndex) -> None:
        self.answered: Counter[str] = Counter()
        self.wrong: list[object] = []
        self._served = served
        self._answerer = Answerer(served)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._ask)
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join()

    def _ask(self) -> None:
        while not self._stop.is_set():
            try:
                answer = self._answerer.answer("Edisi Ambon bernomor berapa?")
                with self._served.reading() as index:
                    editions = {a.text.split()[8] for a in index.catalog.articles()}
                self.answered[answer.index_version] += 1
                if answer.refused or "bernomor" not in answer.citations[0].text:
                    self.wrong.append(answer)
                if len(editions) != 1:
                    self.wrong.append(editions)
            except Exception as error:
                self.wrong.append(error)


def run(times: int, killed: int, settings: IndexSettings, folder: Path) -> Asking:
    """Re-index so many times, kill so many of them, ask all the while."""
    chance = random.Random(times)
    doomed = set(chance.sample(range(times), killed))
    write_edition(folder, 0)
    Indexing(settings).add([folder])
    with closing(ServedIndex(settings)) as served:
        served.watch()
        asking = Asking(served)
        try:
            for number in range(times):
                write_edition(folder, number + 1)
                process = reindex(folder, settings.folder)
                if number in doomed:
                    time.sleep(chance.uniform(0, LONGEST_SECONDS))
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                verify(Versions(settings.folder).served())
        finally:
            asking.stop()
    return asking


def check(asking: Asking, settings: IndexSettings, folder: Path) -> None:
    assert asking.wrong == []
    assert len(asking.answered) > 1
    write_edition(folder, 999)
    assert Indexing(settings).add([folder]).published
    verify(Versions(settings.folder).served())
    assert not (settings.folder / "building").exists()


def test_killed_reindexings_fail_no_answer(settings: IndexSettings, tmp_path: Path) -> None:
    check(run(6, 3, settings, tmp_path / "in"), settings, tmp_path / "in")


@pytest.mark.slow
def test_thirty_reindexings_half_of_them_killed_fail_no_answer(
    settings: IndexSettings, tmp_path: Path
) -> None:
    asking = run(30, 15, settings, tmp_path / "in")
    check(asking, settings, tmp_path / "in")
    assert asking.answered.total() > 1000
