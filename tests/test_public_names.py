from __future__ import annotations

import doctest
import subprocess
import sys

import pytest

import crmroi


@pytest.mark.parametrize("name", crmroi.__all__)
def test_every_public_name_is_there(name):
    assert getattr(crmroi, name) is not None


def test_a_name_that_is_not_public_is_said_not_to_be_there():
    with pytest.raises(AttributeError, match="module 'crmroi' has no attribute 'roi'"):
        _ = crmroi.roi


def test_the_package_alone_brings_in_nothing_heavy():
    code = "import sys, crmroi; print(*sorted({'sympy', 'numpy', 'pandas'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


def test_the_example_of_the_package_is_true():
    assert doctest.testmod(crmroi).failed == 0
