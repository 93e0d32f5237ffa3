"""What all tests share."""

from __future__ import annotations

import sys
from pathlib import Path

# The package is not installed when it is tested; neither are the helpers beside the tests.
sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]
