"""Prints speed and memory, each beside a peer measured in the same run.

    python -m tests.benchmarks

Nothing here is asserted: a busy machine makes everything slower, ratios less so.
"""

import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from indexes.article import Article, Unit
from indexes.embedding import open_embedder
from indexes.indexing import Indexing
from indexes.language import detect
from indexes.quotes.reading import read_quotes
from indexes.serving import ServedIndex
from indexes.settings import SHIPPED_MODEL, IndexSettings
from indexes.splitting import split
from indexes.vectors import VectorStore
from retrieval.answering import Answerer
from tests.evaluation.splitting import punkt

ROOT = Path(__file__).parents[2]
QUESTIONS = (
    "Berapa kecepatan kereta yang membawa Kim?",
    "Kapan kereta itu berangkat dari Pyongyang?",
    "Siapa juru bicara NSC?",
    "What did Koffler say about nuclear technology?",
    "Siapa pemenang Piala Dunia 2018?",
)
REPEATS = 40


def seconds(task: Callable[[], object]) -> float:
    """How long a task takes."""
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def processor_seconds(task: Callable[[], object]) -> float:
    """How long a task computes, whoever else does; the best of five times."""
    times = []
    for _ in range(5):
        start = time.process_time()
        task()
        times.append(time.process_time() - start)
    return min(times)


def python(*words: str, **settings: str) -> Callable[[], object]:
    """A task that runs a fresh Python process."""
    command = [sys.executable, *words]
    environment = {**os.environ, **settings}
    return lambda: subprocess.run(
        command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL
    )


def cold(task: Callable[[], object]) -> float:
    """The median of five runs of a process, files in the page cache."""
    return statistics.median(seconds(task) for _ in range(5))


def warm(answerer: Answerer) -> list[float]:
    """Seconds of each of many questions in a running process."""
    for question in QUESTIONS:
        answerer.answer(question)
    return sorted(seconds(lambda q=q: answerer.answer(q)) for q in QUESTIONS * REPEATS)


def bare_chroma(library: ServedIndex) -> float:
    """The peer of a warm question: one vector query of Chroma and nothing else, the median."""
    with library.reading() as index:
        vector = index.embed(QUESTIONS[0])
        index.by_meaning(Unit.SENTENCES, vector, 10)
        return statistics.median(
            seconds(lambda: index.by_meaning(Unit.SENTENCES, vector, 10)) for _ in range(200)
        )


def news(articles: int) -> dict[str, str]:
    """Texts made from the project's own articles, each sentence's numbers changed."""
    texts = [file.read_text("utf-8") for file in sorted(ROOT.glob("tests/articles/*.[tm][xd]*"))]
    return {
        f"berita-{number}": f"Edisi {number}. " + texts[number % len(texts)]
        for number in range(articles)
    }


def indexing(folder: Path) -> tuple[float, float, int]:
    """Seconds to index many articles, seconds of Chroma alone for the same vectors, sentences."""
    source = folder / "many"
    source.mkdir()
    for name, text in news(1000).items():
        (source / f"{name}.txt").write_text(text, "utf-8")
    settings = IndexSettings(folder=folder / "many-index")
    whole = seconds(lambda: Indexing(settings).add([source]))
    sentences = [text[s.start : s.end] for text in news(1000).values() for s in split(text)]
    vectors = open_embedder(SHIPPED_MODEL).embed(sentences)
    names = [str(number) for number in range(len(sentences))]
    with closing(VectorStore(folder / "alone", create=True)) as alone:
        peer = seconds(lambda: alone.add(Unit.SENTENCES, names, vectors))
    return whole, peer, len(sentences)


def embedding() -> tuple[float, float]:
    """Sentences a second of the shipped model, and numpy's time for the sums alone."""
    embedder = open_embedder(SHIPPED_MODEL)
    sentences = [text[s.start : s.end] for text in news(300).values() for s in split(text)]
    ours = seconds(lambda: embedder.embed(sentences))
    rows = np.ones((len(sentences) * 25, embedder.identity.dimension), dtype=np.float32)
    peer = seconds(lambda: rows.reshape(len(sentences), 25, -1).mean(axis=1))
    return len(sentences) / ours, len(sentences) / peer


def splitting() -> tuple[float, float]:
    """Characters a second of our splitter, and of the one LlamaIndex uses by default."""
    text = "\n".join(news(300).values())
    list(punkt(text[:1000]))
    ours, peer = seconds(lambda: split(text)), seconds(lambda: list(punkt(text)))
    return len(text) / ours, len(text) / peer


def quoting() -> tuple[float, float]:
    """Words a second whose quotes are read, and how many times as long twice the text takes."""
    files = sorted(ROOT.glob("tests/evaluation/*/articles/*.txt"))
    texts = [file.read_text("utf-8") for file in files]
    articles = [
        Article("a", "", text, detect(text), None, None, None, "")
        for text in (*texts, "\n\n".join(texts), "\n\n".join(texts * 2))
    ]
    cut = [[a.sentence(n, b) for n, b in enumerate(split(a.text), start=1)] for a in articles]
    for article, sentences in zip(articles, cut, strict=True):
        read_quotes(article, sentences)
    every = list(zip(articles[:-2], cut[:-2], strict=True))
    whole = processor_seconds(lambda: [read_quotes(a, s) for a, s in every])
    once, twice = (
        processor_seconds(lambda a=a, s=s: read_quotes(a, s))
        for a, s in zip(articles[-2:], cut[-2:], strict=True)
    )
    return sum(len(re.findall(r"\w+", text)) for text in texts) / whole, twice / once


def rows(folder: Path) -> Iterable[tuple[str, str, str, str]]:
    """What is measured, the figure, the peer, their ratio."""
    settings = IndexSettings(folder=folder / "index")
    Indexing(settings).add([ROOT / "articles"])
    where = {"INDEXES_FOLDER": str(settings.folder)}
    bare = cold(python("-c", "pass"))
    help_ = cold(python("-m", "bot", "--help"))
    yield "kutip --help", f"{help_:.2f} s", f"python alone {bare:.2f} s", f"{help_ / bare:.1f}"
    ask = cold(python("-m", "bot", "ask", QUESTIONS[0], **where))
    chroma = cold(python("-c", "import chromadb"))
    yield (
        "kutip ask, cold",
        f"{ask:.2f} s",
        f"import chromadb {chroma:.2f} s",
        f"{ask / chroma:.1f}",
    )
    with closing(ServedIndex(settings)) as library:
        times = warm(Answerer(library))
        peer = bare_chroma(library)
        middle, slow = times[len(times) // 2], times[len(times) * 95 // 100]
        alone = f"one Chroma query {peer * 1000:.1f} ms"
        yield "warm question, p50", f"{middle * 1000:.1f} ms", alone, f"{middle / peer:.1f}"
        yield "warm question, p95", f"{slow * 1000:.1f} ms", alone, f"{slow / peer:.1f}"
    whole, peer, count = indexing(folder)
    yield (
        f"index 1,000 articles, {count:,} sentences",
        f"{whole:.1f} s",
        f"Chroma alone, sentences {peer:.1f} s",
        f"{whole / peer:.1f}",
    )
    ours, peer = splitting()
    yield "split", f"{ours:,.0f} characters/s", f"Punkt {peer:,.0f}/s", f"{peer / ours:.1f}"
    ours, longer = quoting()
    double = "twice the text in one article"
    yield "read who said what", f"{ours:,.0f} words/s", double, f"{longer:.1f}"
    ours, peer = embedding()
    yield "embed", f"{ours:,.0f} sentences/s", f"the sums alone {peer:,.0f}/s", f"{peer / ours:.1f}"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield "peak memory of this run", f"{peak:.0f} MB", "", ""


def main() -> int:
    """Print the table."""
    table = Table("what", "Kutip", "peer in the same run", "ratio", title="Benchmarks")
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(Path(folder)):
            table.add_row(*row)
    Console(width=110).print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
