import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TYPES = Path(__file__).parent / "types"


@pytest.mark.parametrize(("readme", "name"), [("README.md", "project"), ("bindings-python/README.md", "package")])
def test_the_python_in_the_readme_runs(readme: str, name: str) -> None:
    blocks = re.findall(r"^```python\n(.*?)^```", (ROOT / readme).read_text(encoding="utf-8"), re.M | re.S)
    assert blocks
    # Type checkers look at the copies.
    copies = {TYPES / f"readme_{name}_{number}.py": block for number, block in enumerate(blocks, 1)}
    stale = set(TYPES.glob(f"readme_{name}_*.py")) - set(copies)
    for file, block in copies.items():
        run = subprocess.run([sys.executable, "-c", block], capture_output=True, text=True, timeout=60)
        assert run.returncode == 0, run.stderr
        assert run.stdout.strip(), block
        if not file.exists() or file.read_text(encoding="utf-8") != block:
            file.write_text(block, encoding="utf-8")
            stale.add(file)
    assert not stale, f"not what {readme} says; those that belong have been rewritten: run again and commit them"
