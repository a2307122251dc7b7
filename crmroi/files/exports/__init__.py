"""Exports of a CRM: bytes to typed tables, with a report of what was read and what was not."""

from __future__ import annotations
