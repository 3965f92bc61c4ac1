"""What ends the bot at once, because only a person can repair it."""

from indexes.errors import KutipError


class TokenRefused(KutipError):
    """Telegram does not know the token; the message never shows it."""

    def __init__(self) -> None:
        super().__init__(
            "Telegram refused the token in BOT_TOKEN. Get one from @BotFather, "
            "and see that BOT_API_URL, if you set it, is the root of a Bot API server"
        )


class AnotherPoller(KutipError):
    """Telegram gives the messages of a bot to one program only."""

    def __init__(self) -> None:
        super().__init__(
            "Another program receives the messages of this bot (409). "
            "Stop it, or give this one a token of its own"
        )


class WebhookRefused(KutipError):
    """Telegram does not take the address of the webhook."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Telegram refused BOT_WEBHOOK_URL ({reason}). It needs a public https:// URL"
        )
        self.reason = reason
