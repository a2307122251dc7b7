"""KPIs of a CRM's exports: their months, before and after the go-live, what was realised."""

from __future__ import annotations
