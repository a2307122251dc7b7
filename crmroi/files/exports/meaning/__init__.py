"""What the columns of a table are: its kind, its fields, and what is personal."""
