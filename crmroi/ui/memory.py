"""What the collector of garbage is told. Imported before all else: that is what it is told about.

The libraries and our declarations are some 180,000 objects that stay. Walking them again and again
while they are made takes a third of the time of importing them, and 50 ms each time afterwards.
"""

from __future__ import annotations

import gc

import streamlit as st

gc.set_threshold(100_000)


@st.cache_resource(show_spinner=False)
def settle_memory() -> None:
    """Spare the collector all that the first run has left: libraries, formulas, declarations.

    Called at the end of a run, so that nothing that stays is missed. Not collected before: that
    takes 60 ms, while the first visitor waits, and finds next to nothing.
    """
    gc.freeze()
