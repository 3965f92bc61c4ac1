"""The settings of the conversations."""

from typing import Annotated, Literal

from pydantic import AnyHttpUrl, BeforeValidator, Field, SecretStr
from pydantic_settings import NoDecode, SettingsConfigDict

from indexes.settings import Settings


def _separated(text: object) -> object:
    return text.replace(",", " ").split() if isinstance(text, str) else text


Numbers = Annotated[frozenset[int], NoDecode, BeforeValidator(_separated)]


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
    access: Literal["open", "list", "code"] = Field(
        "open",
        description="Who is answered: open (all), list (BOT_ALLOWED) or code (also by invitation).",
    )
    allowed: Numbers | None = Field(
        None, description="Numbers of people and groups that are answered, with commas between."
    )
    admins: Numbers | None = Field(
        None, description="Numbers of the people who may use the commands of administrators."
    )
    questions_per_minute: int = Field(
        20, ge=1, description="How many questions a person may ask a minute."
    )
    webhook_url: AnyHttpUrl | None = Field(
        None,
        description="Where Telegram brings messages, a public https URL; else it is asked.",
    )
    webhook_secret: SecretStr | None = Field(
        None, description="What proves that it is Telegram; mandatory with BOT_WEBHOOK_URL."
    )
    webhook_listen: str = Field(
        "127.0.0.1:8080",
        pattern=r"^.+:\d+$",
        description="Where the webhook is listened for, behind your proxy.",
    )
    metrics_port: int | None = Field(
        None, ge=1, le=65535, description="The loopback port of /health and /metrics; none without."
    )
    keep_questions: bool = Field(
        False, description="Whether question texts are kept, for kutip bot report."
    )
    keep_days: int = Field(
        30, ge=1, description="How many days the events of kutip bot report are kept."
    )
