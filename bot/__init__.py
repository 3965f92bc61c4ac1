"""People talk here: in Telegram and in the terminal."""
