"""Logos: pictures and drawings pass; what is more than that is refused in words."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from crmroi.assumptions import ScenarioError
from crmroi.reports.logo import MAX_BYTES, as_svg, check
from crmroi.text import LANGUAGES, speaking

NS = 'xmlns="http://www.w3.org/2000/svg"'
DRAWING = f'<svg {NS} viewBox="0 0 2 1"><path d="M0 0h2v1z" fill="url(#g)"/></svg>'


def png(width=4, height=2, **more):
    kept = BytesIO()
    Image.new("RGB", (width, height), "red").save(kept, "PNG", **more)
    return kept.getvalue()


def inside(content, head=""):
    return f"<?xml version='1.0'?>{head}<svg {NS}>{content}</svg>".encode()


def refusal(data, name="logo.svg"):
    with pytest.raises(ScenarioError) as caught:
        check(data, name)
    (problem,) = caught.value.problems
    return problem.message


def test_a_png_passes_as_the_picture_alone():
    hidden = PngImagePlugin.PngInfo()
    hidden.add_text("Comment", "made by somebody at home")
    data = png(pnginfo=hidden) + b"something behind it"
    logo = check(data, "logo.png")
    assert logo.format == "png"
    assert Image.open(BytesIO(logo.data)).size == (4, 2)
    assert b"somebody" not in logo.data
    assert b"behind" not in logo.data


def test_a_drawing_passes_without_its_comments():
    logo = check(DRAWING.replace("<path", "<!-- by me --><path").encode(), "logo.svg")
    assert logo.format == "svg"
    assert b"by me" not in logo.data
    assert b"M0 0h2v1z" in logo.data


@pytest.mark.parametrize(
    "content",
    [
        '<defs><path id="a" d="M0 0h1"/></defs><use href="#a"/>',
        "<style>.a{fill:url(#g)}</style>",
        '<linearGradient id="g"><stop offset="0"/></linearGradient>',
        '<x:note xmlns:x="urn:editor">kept by the editor</x:note>',
    ],
)
def test_what_only_draws_passes(content):
    assert check(inside(content), "logo.svg").format == "svg"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<g onload="alert(1)"/>', "onload"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<image href="https://example.org/x.png"/>', "<image>, href"),
        ('<use href="other.svg#a"/>', "href"),
        ('<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="file:///etc/x#a"/>', "href"),
        ('<path style="fill:url(https://example.org/#g)"/>', "url()"),
        ("<path fill=\"url( 'data:x' )\"/>", "url()"),
        ("<style>@import 'x.css';</style>", "url()"),
        ('<path style="fill:u\\72l(x)"/>', "url()"),
        ('<animate attributeName="href"/>', "<animate>"),
    ],
)
def test_what_does_more_than_draw_is_refused_and_named(content, found):
    assert refusal(inside(content)) == (
        f"logo.svg holds more than a drawing: {found}. Save it as plain SVG without it."
    )


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE svg SYSTEM "https://example.org/x.dtd">',
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_a_document_type_is_refused(head):
    assert refusal(inside("<title>&a;</title>" if "ENTITY" in head else "", head)) == (
        "logo.svg declares a document type (DOCTYPE), which can hold more than a drawing. "
        "Save it as plain SVG."
    )


def test_a_drawing_that_uses_itself_over_and_over_is_refused():
    levels = "".join(
        f'<g id="l{at}">' + f'<use href="#l{at + 1}"/>' * 10 + "</g>" for at in range(9)
    )
    told = "Save a simpler logo."
    assert refusal(inside(f'{levels}<g id="l9"><path d="M0 0h1"/></g>')).endswith(told)
    assert refusal(inside('<g id="a"><use href="#a"/></g>')).endswith(told)
    assert refusal(inside("<g>" * 200 + "</g>" * 200)).endswith(told)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"GIF89a", "logo.gif is neither a PNG picture nor an SVG drawing. "
                    "Save the logo as one of them."),
        (b"", "logo.gif is neither a PNG picture nor an SVG drawing. "
              "Save the logo as one of them."),
        (png()[:40], "logo.gif is a damaged PNG picture. "
                     "Open it in a drawing program and save it again."),
        (inside("<g>"), "logo.gif is a damaged SVG drawing. "
                        "Open it in a drawing program and save it again."),
        (b" " * (MAX_BYTES + 1), "logo.gif is larger than the 2 MB a logo may have. "
                                 "Save it smaller."),
        (png(4_001, 1), "logo.gif: 4,001 × 1 pixels are more than the 4,000 a logo may have on a "
                        "side. Save it smaller."),
    ],
)  # fmt: skip
def test_other_files_are_refused_in_words(data, told):
    assert refusal(data, "logo.gif") == told


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(
        ">I", zlib.crc32(name + content)
    )  # fmt: skip


def of_side(*sides):
    """A PNG that says it is so large; with several, one after the other."""
    heads = (chunk(b"IHDR", struct.pack(">IIBBBBB", each, each, 1, 0, 0, 0, 0)) for each in sides)
    rest = chunk(b"IDAT", zlib.compress(b"\0" * 9)) + chunk(b"IEND", b"")
    return png()[:8] + b"".join(heads) + rest


@pytest.mark.parametrize("side", [10_000, 30_000, 2**31 - 1])
def test_a_picture_that_claims_to_be_huge_is_not_unpacked(side):
    assert refusal(of_side(side), "x.png") == (
        f"x.png: {side:,} × {side:,} pixels are more than the 4,000 a logo may have on a side. "
        "Save it smaller."
    )


@pytest.mark.parametrize("side", [4_001, 30_000])
def test_a_picture_that_claims_to_be_huge_the_second_time_is_not_unpacked(side):
    assert refusal(of_side(2, side), "x.png").startswith("x.png")


def test_a_picture_is_drawn_within_a_drawing():
    drawn = as_svg(check(png(), "logo.png"))
    assert drawn.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"')
    assert "data:image/png;base64," in drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_of_a_file_is_told_as_plain_text(language):
    with speaking(language):
        assert "evilgpj" in refusal(b"x", "evil\u202egpj" + "x" * 500)
        assert len(refusal(b"x", "x" * 10_000)) < 300
