"""The groups of a scenario file: each declares its assumptions, and nothing else does."""
