"""`python -m crmroi`."""

from __future__ import annotations

import sys

from crmroi.cli import main

if __name__ == "__main__":
    sys.exit(main())
