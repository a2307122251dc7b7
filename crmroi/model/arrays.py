"""Arrays of the model: what they hold, and buffers that are used again.

A value is of shape (1,) or (scenarios,). A series is (years, 12, scenarios) or (months, scenarios),
months first. A dimension of 1 stands for all: what does not vary is computed once.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from typing import TypeVar, cast

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

Values = Mapping[str, Array]
"""Field name → its value or values, (1,) or (scenarios,). Flags are 0 or 1, a curve its place in
`adoption.CURVES`."""

SCRATCH = "scratch"
"""The buffer of what nobody needs once the function that asked for it returns."""


_Scalar = TypeVar("_Scalar", bound=np.generic)


class Workspace:
    """Named buffers kept from one chunk of scenarios to the next.

    Fresh memory, not arithmetic, is the cost of a large batch. A buffer asked for again holds
    whatever was left in it.
    """

    def __init__(self) -> None:
        self._buffers: dict[tuple[str, type[np.generic]], NDArray[np.generic]] = {}

    def array(self, name: str, *shape: int) -> Array:
        """A float array of this shape, its content undefined."""
        return self._taken(name, shape, np.float64)

    def like(self, name: str, *arrays: Array) -> Array:
        """A float array of the shape that these broadcast to."""
        return self.array(name, *np.broadcast_shapes(*(each.shape for each in arrays)))

    def mask(self, name: str, *shape: int) -> Mask:
        """A boolean array of this shape, its content undefined."""
        return self._taken(name, shape, np.bool_)

    def whole(self, name: str, *shape: int) -> NDArray[np.intp]:
        """An array of whole numbers of this shape, its content undefined."""
        return self._taken(name, shape, np.intp)

    def _taken(self, name: str, shape: tuple[int, ...], scalar: type[_Scalar]) -> NDArray[_Scalar]:
        size = prod(shape)
        buffer = self._buffers.get((name, scalar))
        if buffer is None or buffer.size < size:
            buffer = self._buffers[name, scalar] = np.empty(size, scalar)
        return cast("NDArray[_Scalar]", buffer[:size].reshape(shape))
