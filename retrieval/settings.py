"""The settings of answering."""

from pydantic import Field
from pydantic_settings import SettingsConfigDict

from indexes.settings import Settings


class RetrievalSettings(Settings):
    """How much of what is found is shown."""

    model_config = SettingsConfigDict(env_prefix="RETRIEVAL_")

    citations: int = Field(3, ge=1, le=10, description="The most sentences an answer cites.")
