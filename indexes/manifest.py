"""What a version says of itself: who built it, what it holds, and a checksum of every file."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from indexes.embedding import ModelIdentity
from indexes.errors import IndexDamaged, IndexUnfit

FORMAT = 2  # raised when files, splitting, stems or quotes change; `rebuild` brings it up to date
NAME = "manifest.json"
# Chroma writes a row into it by being opened only to query; it is checked by its contents instead
UNSTABLE = "chroma/chroma.sqlite3"


@dataclass(frozen=True, slots=True)
class Manifest:
    """Kept as manifest.json; `dead` counts vectors deleted since the collections were made."""

    model: ModelIdentity
    articles: Mapping[str, str]
    counts: Mapping[str, int]
    dead: int
    checksums: Mapping[str, str]
    format: int = FORMAT
    created: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="seconds"))

    @classmethod
    def read(cls, version: Path) -> "Manifest":
        """The manifest of a version of this format."""
        try:
            stored = json.loads((version / NAME).read_text("utf-8"))
            found = stored["format"]
            if found == FORMAT:
                return cls(**{**stored, "model": ModelIdentity(**stored["model"])})
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexDamaged(version, f"{NAME} cannot be read ({error})") from error
        raise IndexUnfit("format", str(found), str(FORMAT))

    def check(self, version: Path, name: str) -> None:
        """Raise unless a file of the version is what it was when it was built."""
        path = version / name
        if not path.is_file():
            raise IndexDamaged(version, f"{name} is missing")
        if _sha256(path) != self.checksums.get(name):
            raise IndexDamaged(version, f"{name} has changed")

    def write(self, version: Path) -> None:
        """Put it into the version's folder, last of all files."""
        (version / NAME).write_text(json.dumps(asdict(self), indent=1, sort_keys=True), "utf-8")


def checksums(version: Path) -> dict[str, str]:
    """The sha256 of each file of a version that never changes once it is published."""
    names = (path.relative_to(version) for path in sorted(version.rglob("*")) if path.is_file())
    return {
        str(name.as_posix()): _sha256(version / name)
        for name in names
        if name.as_posix() not in (NAME, UNSTABLE) and not name.name.startswith(".")
    }


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
