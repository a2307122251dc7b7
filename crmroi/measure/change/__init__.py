"""Before and after a go-live: the months compared, the change with its interval, a verdict."""
