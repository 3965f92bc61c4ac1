"""The settings of the index, and how every storey reads its own: environment first, then `.env`."""

from pathlib import Path
from typing import Self

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
