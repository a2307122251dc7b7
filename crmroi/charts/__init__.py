"""Pictures of results: pure functions from a projection to a `Chart`."""

from __future__ import annotations
