"""What is used of matplotlib, imported without touching the home folder.

On import it looks for settings and keeps a list of fonts there, and warns where it cannot write.
It gets a folder that is thrown away instead. (Who names one in MPLCONFIGDIR keeps it.)
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

_FOLDER = "MPLCONFIGDIR"


@contextmanager
def _away_from_home() -> Iterator[None]:
    if os.environ.get(_FOLDER):
        yield
        return
    with TemporaryDirectory(prefix="crmroi-") as folder:
        os.environ[_FOLDER] = folder
        try:
            yield
        finally:
            del os.environ[_FOLDER]


with _away_from_home():
    from matplotlib import rcParams
    from matplotlib.artist import Artist
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties
    from matplotlib.ft2font import FT2Font
    from matplotlib.lines import Line2D
    from matplotlib.patches import Circle, Patch, Polygon, Rectangle
    from matplotlib.patheffects import Stroke
    from matplotlib.text import Text
    from matplotlib.textpath import text_to_path
    from matplotlib.transforms import Affine2D, IdentityTransform

__all__ = [
    "Affine2D",
    "Artist",
    "Circle",
    "FT2Font",
    "Figure",
    "FigureCanvasSVG",
    "FontProperties",
    "IdentityTransform",
    "Line2D",
    "Patch",
    "Polygon",
    "Rectangle",
    "Stroke",
    "Text",
    "rcParams",
    "text_to_path",
]
