from __future__ import annotations

import io

import pytest
from PIL import Image

from crmroi.reports.logo_picture import picture
from crmroi.reports.order import Logo


def drawing(width: int, height: int) -> Logo:
    return Logo(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<rect width="{width}" height="{height}" fill="red"/></svg>'.encode(),
        "svg",
    )


def test_a_picture_stays_as_it_is() -> None:
    kept = io.BytesIO()
    Image.new("RGBA", (30, 20)).save(kept, "PNG")
    assert picture(Logo(kept.getvalue(), "png")) == (kept.getvalue(), 30, 20)


@pytest.mark.parametrize("sides", [(200, 40), (40, 40), (90, 400), (900, 40)])
def test_a_drawing_becomes_a_picture_that_it_fills(sides: tuple[int, int]) -> None:
    found = picture(drawing(*sides))
    assert found.width / found.height == pytest.approx(sides[0] / sides[1], rel=0.03)
    drawn = Image.open(io.BytesIO(found.png))
    assert drawn.size == (found.width, found.height)
    assert drawn.getpixel((found.width // 2, found.height // 2)) == (255, 0, 0, 255)


@pytest.mark.parametrize("sides", [(100, 1), (1, 100), (10, 10)])
def test_it_fills_a_box_on_one_side_and_fits_in_it_on_the_other(sides: tuple[int, int]) -> None:
    found = picture(drawing(*sides))
    scale = found.scale(230, 56)
    wide, high = found.width * scale, found.height * scale
    assert wide <= 230.001
    assert high <= 56.001
    assert wide == pytest.approx(230) or high == pytest.approx(56)
