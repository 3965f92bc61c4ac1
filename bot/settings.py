"""The settings of the conversations."""

from typing import Literal

from pydantic import AnyHttpUrl, Field, SecretStr
from pydantic_settings import SettingsConfigDict

from indexes.settings import Settings


class BotSettings(Settings):
    """Who the bot is, where Telegram is, and what the conversations are kept in."""

    model_config = SettingsConfigDict(env_prefix="BOT_")

    token: SecretStr | None = Field(
        None, description="Given by @BotFather; without it only the terminal chat runs."
    )
    api_url: AnyHttpUrl = Field(
        AnyHttpUrl("https://api.telegram.org"),
        description="The root of the Bot API server; yours, if you host one.",
    )
    database_url: str = Field(
        "sqlite:///data/bot.sqlite", description="Where conversations are kept (SQLAlchemy URL)."
    )
    language: Literal["id", "en"] = Field(
        "id", description="The language of the bot where a person's own is not known: id or en."
    )
    session_minutes: int = Field(
        30, ge=1, description="Minutes of silence after which a chat starts anew."
    )
