"""What an engine finds in the tables of an upload: counts, sums and medians of records."""
