"""From the bytes of an upload to UTF-8 text."""
