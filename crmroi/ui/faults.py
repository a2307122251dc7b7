"""Faults of ours, foreseen by nobody: the page tells their kind and their place, so does the log.

Never their words: a library may quote in them the cell or the name that it met.
"""

from __future__ import annotations

import logging
from dataclasses import replace

from crmroi.files.exports.faults import fault
from crmroi.text import Notice

_LOG = logging.getLogger(__name__)


def logged(error: Exception, what: str, said: str = "") -> Notice:
    """Return what can be said of an unexpected error, and write as much into the log.

    `what` names for the log what was not done. `said` is a message about {kind} and {place} for
    where no file was being read.
    """
    found = fault(error)
    _LOG.error("%s: %s at %s", what, found.values["kind"], found.values["place"])
    return replace(found, template=said) if said else found
