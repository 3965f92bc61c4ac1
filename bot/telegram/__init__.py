"""The conversations in Telegram; the only place that knows the Bot API."""
