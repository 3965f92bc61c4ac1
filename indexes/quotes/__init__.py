"""Who said what, read once when an article comes in."""
