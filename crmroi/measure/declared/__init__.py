"""The declarations of the KPIs, by what they are about."""

from __future__ import annotations
