"""What is said to a message that is no text."""

import telegram

HINTS = {
    "sticker": "hint_sticker",
    "animation": "hint_sticker",
    "voice": "hint_voice",
    "audio": "hint_voice",
    "video_note": "hint_voice",
    "photo": "hint_photo",
    "video": "hint_photo",
    "document": "hint_file",
}


def hint(message: telegram.Message) -> str:
    """The name of the words for its kind of attachment."""
    return next((name for kind, name in HINTS.items() if getattr(message, kind)), "only_text")
