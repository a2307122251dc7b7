"""From cells to values: numbers, money, words and flags, a column at a time."""
