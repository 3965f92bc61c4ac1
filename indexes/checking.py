"""Whether a version is whole: files, counts, offsets, and its own sentences asked for.

Run as `python -m indexes.checking FOLDER`, in a process of its own, because a damaged vector
file can end the process that opens it. Faults go to standard error, one a line.
"""

import hashlib
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from indexes.article import Unit
from indexes.catalog import Catalog
from indexes.errors import IndexDamaged, KutipError
from indexes.keywords import KeywordStore
from indexes.manifest import Manifest, checksums
from indexes.quotes.rows import in_place
from indexes.tables import TABLES
from indexes.terms import Term, stems
from indexes.vectors import VectorStore
from indexes.versions import writable

SELF_QUERIES = 200
MISSED_SHARE = 0.02  # HNSW is approximate; damage loses far more (docs/architecture.md)
NEARLY_ONE = 0.999  # the cosine of a stored vector with itself, after float32 rounding


def verify(version: Path) -> None:
    """Check a version in a child process; a fault, or the child's death, is IndexDamaged."""
    command = [sys.executable, "-m", "indexes.checking", str(version.absolute())]
    home = Path(__file__).parents[1]  # where `indexes` is found, installed or not
    child = subprocess.run(command, cwd=home, capture_output=True, text=True, check=False)
    if child.returncode < 0:
        raise IndexDamaged(version, f"reading it ends the process (signal {-child.returncode})")
    if child.returncode:
        lines = child.stderr.strip().splitlines() or ["it cannot be checked"]
        raise IndexDamaged(version, "; ".join(lines[-3:]))


def first_whole(versions: Iterable[Path]) -> Path | None:
    """The first of these versions that is whole."""
    for version in versions:
        try:
            verify(version)
            return version
        except IndexDamaged:
            continue
    return None


def check_texts(catalog: Catalog) -> Iterator[str]:
    """Articles whose stored text is not the one that went in."""
    for article in catalog.articles():
        if hashlib.sha256(article.text.encode("utf-8")).hexdigest() != article.sha256:
            yield f"{article.id}: its text is not the one that went in"


def faults(version: Path) -> Iterator[str]:
    """What is wrong with a version, from the files up; nothing if it is whole."""
    manifest = Manifest.read(version)
    found = checksums(version)
    for name in sorted(manifest.checksums.keys() | found.keys()):
        if name not in found:
            yield f"{name} is missing"
        elif found[name] != manifest.checksums.get(name):
            yield f"{name} has changed"
    for name in ("catalog.sqlite", "chroma/chroma.sqlite3"):
        yield from _database_faults(version / name)
    with closing(Catalog.open(version / "catalog.sqlite")) as catalog:
        yield from _catalog_faults(catalog, manifest)
        for unit in Unit:
            yield from _keyword_faults(version, unit, catalog, manifest)
    with closing(VectorStore(version / "chroma")) as vectors:
        for unit in Unit:
            yield from _vector_faults(vectors, unit, manifest)


def _database_faults(path: Path) -> Iterator[str]:
    if not path.is_file():
        yield f"{path.name} is missing"
        return
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
        ((verdict,),) = database.execute("PRAGMA integrity_check(1)")
    if verdict != "ok":
        yield f"{path.name}: {verdict}"


def _catalog_faults(catalog: Catalog, manifest: Manifest) -> Iterator[str]:
    if dict((held, sha) for sha, held in catalog.hashes().items()) != manifest.articles:
        yield "the catalog holds other articles than the manifest names"
    for table in TABLES:
        if catalog.count(table) != manifest.counts[table]:
            yield f"the catalog has {catalog.count(table)} {table}, not {manifest.counts[table]}"
    yield from check_texts(catalog)
    for article in catalog.articles():
        end = number = 0
        for sentence in catalog.sentences(article.id):
            whole = sentence.text and sentence.text == sentence.text.strip()
            if not whole or sentence.start < end or sentence.end > len(article.text):
                yield f"{article.id}: sentence {sentence.number} has lost its place"
            end, number = sentence.end, sentence.number
        for quote in catalog.quotes(article.id):
            if not in_place(quote, article) or quote.sentences[1] > number:
                yield f"{article.id}: quote {quote.number} has lost its place"


def _keyword_faults(
    version: Path, unit: Unit, catalog: Catalog, manifest: Manifest
) -> Iterator[str]:
    store = KeywordStore(version / "keywords", unit)
    if store.count() != manifest.counts[unit]:
        yield f"the lexical index has {store.count()} {unit}, not {manifest.counts[unit]}"
    for article in islice(catalog.articles(), SELF_QUERIES // 10):
        for sentence in catalog.sentences(article.id, last=5):
            words = [Term(s, (s,), 1.0) for s in set(stems(sentence.text, article.language))]
            if words and not store.search(words):
                yield f"{article.id}: sentence {sentence.number} is not found by its words"


def _vector_faults(vectors: VectorStore, unit: Unit, manifest: Manifest) -> Iterator[str]:
    wanted = manifest.counts[f"{unit}_vectors"]
    if vectors.count(unit) != wanted:
        yield f"Chroma has {vectors.count(unit)} vectors of {unit}, not {wanted}"
    missed = asked = 0
    for names, stored in islice(vectors.stored(unit), 1):
        step = max(1, len(names) // SELF_QUERIES)
        for vector in stored[::step]:
            nearest = vectors.nearest(unit, vector, 1)
            asked += 1
            missed += not nearest or max(nearest.values()) < NEARLY_ONE
    if missed > MISSED_SHARE * asked:
        yield f"{missed} of {asked} vectors of the {unit} are not found by themselves"


def main(version: Path) -> int:
    """Write each fault to standard error; 1 where there is one."""
    try:
        with writable(version) as place:
            found = list(islice(faults(place), 5))
    except IndexDamaged as damage:
        found = [damage.what]
    except KutipError as error:
        found = [str(error)]
    except Exception as error:  # whatever a damaged file can make a library raise
        found = [f"{type(error).__name__}: {error}".splitlines()[0]]
    sys.stderr.writelines(f"{fault}\n" for fault in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
