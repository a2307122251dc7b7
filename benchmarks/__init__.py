"""Each claim of speed, measured side by side with a peer in one run: python -m benchmarks.NAME."""
