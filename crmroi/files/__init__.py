"""Files and links: what crmroi reads and writes."""

from __future__ import annotations
