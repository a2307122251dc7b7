"""A visitor without a browser: speaks Streamlit's websocket as its frontend does.

The messages are internal to Streamlit: this holds for the version pinned in requirements.txt.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import perf_counter

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ButtonGroup_pb2 import ButtonGroup
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Slider_pb2 import Slider
from websockets.asyncio.client import ClientConnection, connect


class VisitError(RuntimeError):
    """The app did not answer as it should: the figures of such a run would mean nothing."""


@dataclass
class Visitor:
    """One open page: its sliders, where they stand, and the answer it was shown last."""

    socket: ClientConnection
    sliders: dict[str, Slider] = field(default_factory=dict)
    values: dict[str, float] = field(default_factory=dict)
    page: str = ""
    """Its name in the address; the first page has none."""
    groups: dict[str, ButtonGroup] = field(default_factory=dict)
    chosen: dict[str, str] = field(default_factory=dict)
    """What was chosen in which group of buttons, by label."""
    answer: str = ""
    messages: int = 0
    received: int = 0
    """Bytes of the last run."""

    async def move(self, label: str, steps: int) -> float:
        """Move a slider, turning back at its ends; return the seconds of the whole run."""
        slider = self.sliders[label]
        wanted = self.values[label] + steps * slider.step
        if not slider.min <= wanted <= slider.max:
            wanted = self.values[label] - steps * slider.step
        self.values[label] = min(max(wanted, slider.min), slider.max)
        before = self.answer
        seconds = await self.run()
        if self.answer == before:
            raise VisitError(f"{label} at {self.values[label]:g} changed nothing")
        return seconds

    async def open(self, page: str) -> None:
        """Go to another page."""
        self.page = page
        for kept in (self.sliders, self.values, self.groups, self.chosen):
            kept.clear()
        await self.run()

    async def choose(self, label: str, place: int) -> None:
        """Press one of a group of buttons; what was in sight before is forgotten."""
        self.chosen[label] = self.groups[label].options[place].content
        self.sliders.clear()
        self.values.clear()
        await self.run()

    async def run(self) -> float:
        """Ask for a run of the script with the sliders as they stand; return its seconds."""
        message = BackMsg()
        message.rerun_script.context_info.locale = "en-US"
        message.rerun_script.page_name = self.page
        for label, content in self.chosen.items():
            widget = message.rerun_script.widget_states.widgets.add(id=self.groups[label].id)
            widget.string_array_value.data.append(content)
        for label, slider in self.sliders.items():
            widget = message.rerun_script.widget_states.widgets.add(id=slider.id)
            widget.double_array_value.data.append(self.values[label])
        payload = message.SerializeToString()
        begun = perf_counter()
        await self.socket.send(payload)
        self.messages = self.received = 0
        while not await self._finished():
            pass
        return perf_counter() - begun

    async def _finished(self) -> bool:
        """Take one message; whether it was the last of the run."""
        data = await self.socket.recv(decode=False)
        message = ForwardMsg.FromString(data)
        self.messages += 1
        self.received += len(data)
        kind = message.WhichOneof("type")
        if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._take(message.delta.new_element)
        elif kind == "script_finished" and message.script_finished:
            raise VisitError(f"The script ended with status {message.script_finished}")
        return kind == "script_finished"

    def _take(self, element: Element) -> None:
        match element.WhichOneof("type"):
            case "exception":
                raise VisitError(element.exception.message)
            case "button_group":
                self.groups[element.button_group.label] = element.button_group
            case "slider":
                self.sliders[element.slider.label] = element.slider
                if element.slider.set_value:
                    self.values[element.slider.label] = element.slider.value[0]
                else:
                    self.values.setdefault(element.slider.label, element.slider.default[0])
            case "bidi_component":
                self.answer = element.bidi_component.json


@asynccontextmanager
async def visiting(url: str) -> AsyncIterator[Visitor]:
    """Open the page of a new visitor, drawn once."""
    address = url.replace("http://", "ws://") + "/_stcore/stream"
    async with connect(address, subprotocols=["streamlit"], max_size=None) as socket:  # type: ignore[list-item]
        visitor = Visitor(socket)
        await visitor.run()
        if not visitor.sliders or not visitor.answer:
            raise VisitError("The page has no sliders or no answer")
        yield visitor
