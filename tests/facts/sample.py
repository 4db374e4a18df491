"""Draws what is labelled by hand: arguments, and import sections, of a provider's documentation pages.

    python sample.py FOLDER SEED > sample.json

An argument is a list item that begins with a name in backticks, before the section of attributes. The order of pages is that
of their paths, the draw that of Python's `random.Random(SEED).sample`.
"""

import json
import random
import re
import sys
from pathlib import Path

ITEM = re.compile(r"^\s*[-*+]\s+(?:<a [^>]*></a>\s*)?\[?`([A-Za-z0-9_.\-]+)`")
HEADING = re.compile(r"^#+\s+(.*)")
OTHER_SECTION = re.compile(r"attribute|export|timeout|import|api providers", re.I)
FENCE = re.compile(r"^\s*(```|~~~)")


def main(folder: Path, seed: int) -> None:
    arguments, imports = [], []
    for page in sorted(folder.glob("[rd]/*.md*"), key=lambda path: path.relative_to(folder).as_posix()):
        name = page.relative_to(folder).as_posix()
        is_code = is_other = False
        for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
            if FENCE.match(line):
                is_code = not is_code
            elif is_code:
                continue
            elif heading := HEADING.match(line):
                if line.startswith("## "):
                    is_other = bool(OTHER_SECTION.search(heading[1]))
                    if heading[1].strip().lower() == "import":
                        imports.append({"page": name, "line": number})
            elif not is_other and (item := ITEM.match(line)):
                arguments.append({"page": name, "line": number, "name": item[1]})
    draw = random.Random(seed)
    print(json.dumps({
        "seed": seed,
        "arguments": {"of": len(arguments), "drawn": draw.sample(arguments, 200)},
        "imports": {"of": len(imports), "drawn": draw.sample(imports, 150)},
    }, indent=1))


main(Path(sys.argv[1]), int(sys.argv[2]))
