"""What a person has to repair: each error says in one line what happened and what to do.

KutipError                exit code
├── SettingsWrong         2   a setting is missing or cannot be read
├── IndexMissing          2   nothing has been indexed yet
├── IndexUnfit            2   another format or another model built the index
├── IndexDamaged          2   files of a version are missing or changed
├── PointerBroken         2   CURRENT does not name a version
├── BuildFailed           2   a new version could not be made; the served one is untouched
├── IndexBusy             2   another process is indexing
├── ModelMissing          2   the embedding model cannot be loaded
├── ArticleMissing        1   no article has that id
├── VersionMissing        1   no version has that name
└── ArticleUnreadable     1   a file is no article; the others go in
"""

from pathlib import Path


class KutipError(Exception):
    """Base of all errors a person can act on; the message is one line."""

    exit_code = 2


class SettingsWrong(KutipError):
    """A setting is missing or cannot be read."""


class IndexMissing(KutipError):
    """Nothing has been indexed yet."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"No index in {folder.absolute()}. Build one: kutip articles add FILE_OR_FOLDER"
        )
        self.folder = folder


class IndexUnfit(KutipError):
    """Another format or another model built the index."""

    def __init__(self, what: str, found: str, wanted: str) -> None:
        super().__init__(f"The index has {what} {found}, not {wanted}. Run: kutip articles rebuild")
        self.found = found
        self.wanted = wanted


class IndexDamaged(KutipError):
    """Files of a version are missing or changed."""

    def __init__(self, version: Path, what: str) -> None:
        super().__init__(
            f"The index version {version.name} is damaged: {what}. "
            "Go back to an older one: kutip articles rollback"
        )
        self.version = version
        self.what = what


class PointerBroken(KutipError):
    """CURRENT does not name a version, though there are versions."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder.absolute() / 'CURRENT'} names no version on disk. "
            "Serve one: kutip articles rollback"
        )
        self.folder = folder


class BuildFailed(KutipError):
    """A new version could not be made; the served one is untouched."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"No new index version could be made: {reason}. What was served is untouched; "
            "repair the cause, then try again"
        )
        self.reason = reason


class IndexBusy(KutipError):
    """Another process is indexing."""

    def __init__(self, holder: str) -> None:
        super().__init__(
            f"The index is being changed by {holder}. Wait until it is done, then try again"
        )
        self.holder = holder


class ModelMissing(KutipError):
    """The embedding model cannot be loaded."""


class ArticleMissing(KutipError):
    """No article has that id."""

    exit_code = 1

    def __init__(self, name: str) -> None:
        super().__init__(f"No article {name!r}. See them all: kutip articles list")
        self.name = name


class VersionMissing(KutipError):
    """No version has that name."""

    exit_code = 1

    def __init__(self, name: str) -> None:
        super().__init__(f"No index version {name!r}. See them all: kutip articles versions")
        self.name = name


class ArticleUnreadable(KutipError):
    """A file is no article; `reason` says why, and the others go in."""

    exit_code = 1

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
