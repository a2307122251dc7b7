"""From text to the records of a table: its dialect, its header, and what is no record."""
