"""A logo that somebody gave, looked at before it is drawn: a PNG, or an SVG that only draws."""

from __future__ import annotations

import io
import re
import struct
from base64 import b64encode
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser, tostring

from crmroi.assumptions import ScenarioError
from crmroi.reports.order import Logo, Order
from crmroi.reports.plain import plain
from crmroi.text import N_, Notice, _, number

MAX_BYTES = 2_000_000
MAX_PIXELS = 4_000
"""On either side."""
_MAX_NODES, _MAX_DEPTH = 20_000, 100
"""Of a drawing, with what it uses counted each time it is used."""
_PNG = b"\x89PNG\r\n\x1a\n"
_HEAD = re.compile(rb".{12}IHDR(.{8})", re.DOTALL)
"""Where a PNG says its width and its height."""
_SVG = "http://www.w3.org/2000/svg"
_DRAWS = frozenset(
    {
        *("svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"),
        *("linearGradient", "radialGradient", "stop", "clipPath"),
    }
)
"""The elements that only draw: no scripts, no foreign objects, no pictures within."""
_ELSEWHERE = re.compile(r"url\(\s*['\"]?(?!\s*['\"]?#)|@import|expression\(|\\", re.IGNORECASE)
"""What leads out of the file in a style; a backslash could hide it."""
_CLARK = re.compile(r"\{([^}]*)\}(.*)")


class LogoError(ScenarioError):
    """A file that cannot stand as a logo: each notice says why, and what to do."""


def check(data: bytes, name: str) -> Logo:
    """Return a file as a logo; `name` is what the file is called.

    Raises LogoError, in words, if it is neither PNG nor SVG, is too large, or does more than draw.
    """
    try:
        return _logo(data)
    except _RefusedError as refused:
        template, values = refused.args
        notice = Notice("", None, template, {"file": plain(name), **values})
        raise LogoError([notice]) from refused


class _RefusedError(Exception):
    """Holds why a file is refused: a message and its values."""


def _logo(data: bytes) -> Logo:
    if len(data) > MAX_BYTES:
        raise _refused(
            N_("{file} is larger than the {most} MB a logo may have. Save it smaller."),
            most=number(MAX_BYTES / 1e6),
        )
    if data.startswith(_PNG):
        return Logo(_picture(data), "png")
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and b"<svg" in data:
        return Logo(_drawing(data), "svg")
    raise _refused(
        N_("{file} is neither a PNG picture nor an SVG drawing. Save the logo as one of them.")
    )


def as_svg(logo: Logo) -> str:
    """Return a logo as one SVG element, a PNG within it."""
    if logo.format == "svg":
        return logo.data.decode("utf-8")
    width, height = size(logo)
    picture = b64encode(logo.data).decode("ascii")
    return (
        f'<svg xmlns="{_SVG}" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" href="data:image/png;base64,{picture}"/></svg>'
    )


def alternative(order: Order) -> str:
    """Return what is said of the logo of an order to those who do not see it."""
    owner = plain(order.prepared_by)
    return _("Logo of {name}", name=owner) if owner else _("Logo")


def size(logo: Logo) -> tuple[int, int]:
    """Return the width and height of a PNG, in pixels."""
    from PIL import Image  # noqa: PLC0415 - only where there is a logo

    with Image.open(io.BytesIO(logo.data), formats=["PNG"]) as picture:
        return picture.size


def _picture(data: bytes) -> bytes:
    """Return the picture alone, read and written anew: nothing else of the file stays."""
    from PIL import Image  # noqa: PLC0415 - only where there is a logo

    if head := _HEAD.match(data):
        _hold_to_size(*struct.unpack(">II", head[1]))  # before Pillow refuses it, not in our words
    try:
        with Image.open(io.BytesIO(data), formats=["PNG"]) as picture:
            _hold_to_size(*picture.size)  # a second head may say otherwise
            kept = io.BytesIO()
            picture.convert("RGBA").save(kept, "PNG")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise _refused(  # what Pillow raises of damaged files
            N_("{file} is a damaged PNG picture. Open it in a drawing program and save it again.")
        ) from error
    return kept.getvalue()


def _hold_to_size(width: int, height: int) -> None:
    if max(width, height) > MAX_PIXELS:
        raise _refused(
            N_("{file}: {width} × {height} pixels are more than the {most} a logo may have on a "
               "side. Save it smaller."),
            width=number(width), height=number(height), most=number(MAX_PIXELS),
        )  # fmt: skip


class _NoDoctype(TreeBuilder):
    """Refuses a document type: entities, which grow without end or read files, come in one."""

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        raise _refused(
            N_("{file} declares a document type (DOCTYPE), which can hold more than a drawing. "
               "Save it as plain SVG.")
        )  # fmt: skip


def _drawing(data: bytes) -> bytes:
    parser = XMLParser(target=_NoDoctype())  # noqa: S314 - no document type, so no entities
    try:
        parser.feed(data)
        root: Element = parser.close()
    except ParseError as error:
        raise _refused(
            N_("{file} is a damaged SVG drawing. Open it in a drawing program and save it again.")
        ) from error
    found = sorted({more for element in root.iter() for more in _more_than_drawing(element)})
    if found:
        raise _refused(
            N_("{file} holds more than a drawing: {found}. Save it as plain SVG without it."),
            found=", ".join(found),
        )
    named = {element.get("id"): element for element in root.iter()}
    if _nodes(root, named, {}, 0) > _MAX_NODES:
        raise _too_much()
    return tostring(root, encoding="unicode").encode("utf-8")


def _more_than_drawing(element: Element) -> list[str]:
    """Name what an element does besides drawing."""
    space, name = _parted(element.tag)
    found = []
    if space == _SVG and name not in _DRAWS:
        found.append(f"<{plain(name, 20)}>")
    for attribute, value in element.attrib.items():
        _space, key = _parted(attribute)
        if key.lower().startswith("on"):
            found.append(plain(key, 20))
        elif key.lower() in ("href", "src") and not value.strip().startswith("#"):
            found.append("href")
        elif _ELSEWHERE.search(value):
            found.append("url()")
    if name == "style" and _ELSEWHERE.search(element.text or ""):
        found.append("url()")
    return found


def _nodes(
    element: Element, named: dict[str | None, Element], known: dict[Element, int], depth: int
) -> int:
    """Return how many elements one stands for, what it uses counted each time."""
    if depth > _MAX_DEPTH:
        raise _too_much()
    if element in known:
        return known[element]
    parts = list(element)
    for attribute, value in element.attrib.items():
        target = named.get(value.strip()[1:]) if _parted(attribute)[1] == "href" else None
        parts += [target] if target is not None else []
    known[element] = 1 + sum(_nodes(part, named, known, depth + 1) for part in parts)
    return known[element]


def _parted(name: str) -> tuple[str, str]:
    """Return the namespace and the name."""
    found = _CLARK.fullmatch(name)
    return (found[1], found[2]) if found else (_SVG, name)


def _too_much() -> _RefusedError:
    return _refused(
        N_("{file} draws more than {most} things, or deeper than {deep} within each other. Save a "
           "simpler logo."),
        most=number(_MAX_NODES), deep=number(_MAX_DEPTH),
    )  # fmt: skip


def _refused(template: str, **values: object) -> _RefusedError:
    return _RefusedError(template, values)
