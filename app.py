"""crmroi: what a CRM costs, what it gains and when it has paid for itself.

Streamlit imports this file once, for the `app` that it serves, and runs it for every visitor.
"""

from __future__ import annotations

import streamlit as st

if __name__ == "__main__":
    from crmroi import ui

    ui.open_app().run()
    ui.settle_memory()
else:
    from crmroi.start import lifespan

    app = st.App(__file__, lifespan=lifespan(st.get_option))
