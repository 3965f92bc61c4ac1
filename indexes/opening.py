"""The catalog of the served version alone: what needs no search need not load the search."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from indexes.catalog import Catalog
from indexes.manifest import Manifest
from indexes.settings import IndexSettings
from indexes.versions import Versions


@contextmanager
def open_catalog(settings: IndexSettings) -> Iterator[Catalog]:
    """It, of this format and as it was built, for as long as the block lasts."""
    served = Versions(settings.folder).served()
    Manifest.read(served).check(served, "catalog.sqlite")
    with closing(Catalog.open(served / "catalog.sqlite")) as catalog:
        yield catalog
