"""The settings of the index, and how every storey reads its own: environment first, then `.env`."""

from pathlib import Path
from typing import Self

from dotenv.parser import parse_stream
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from indexes.errors import SettingsWrong

SHIPPED_MODEL = "shipped"


class Settings(BaseSettings):
    """Base of each storey's settings: frozen, read once at the door."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        frozen=True,
        extra="ignore",
    )

    @classmethod
    def read(cls) -> Self:
        """The settings, or an error that names each key that is wrong."""
        try:
            _check_lines(Path(str(cls.model_config["env_file"])))
            return cls()
        except ValidationError as error:
            prefix = cls.model_config["env_prefix"]
            lines = (
                f"{prefix}{'_'.join(map(str, e['loc']))}".upper() + f": {e['msg']}"
                for e in error.errors()
            )
            raise SettingsWrong("; ".join(lines) + ". See .env.example") from None
        except UnicodeDecodeError:
            raise SettingsWrong("The file .env is not UTF-8. Save it as UTF-8") from None


def _check_lines(file: Path) -> None:
    """Raise where a line would be passed over, and what it was to set would not be set."""
    if not file.is_file():
        return
    with file.open(encoding="utf-8") as lines:
        for line in parse_stream(lines):
            if line.error:
                raise SettingsWrong(
                    f"{file.absolute()}, line {line.original.line}, is not NAME=value. Correct it"
                )


class IndexSettings(Settings):
    """Where the index lies and how articles are read."""

    model_config = SettingsConfigDict(env_prefix="INDEXES_")

    folder: Path = Field(Path("data/index"), description="The folder of the index.")
    articles: Path = Field(
        Path("articles"), description="The articles that `make run` indexes by itself."
    )
    model: str = Field(
        SHIPPED_MODEL,
        description="The embedding model: shipped, or any sentence-transformers name or folder.",
    )
    keep_versions: int = Field(
        3, ge=2, description="How many index versions stay on disk for rollback."
    )
    max_megabytes: float = Field(
        2.0, gt=0, le=100, description="Article files above this size are refused."
    )
