"""jsii's kernel. Its functions carry no types."""

from typing import Any

import jsii

kernel: Any = jsii
