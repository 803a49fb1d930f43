import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
READMES = {"readme_project.py": "README.md", "readme_package.py": "bindings-python/README.md"}


@pytest.mark.parametrize("copy", READMES)
def test_the_python_in_the_readme_runs(copy: str) -> None:
    blocks = re.findall(r"^```python\n(.*?)^```", (ROOT / READMES[copy]).read_text(encoding="utf-8"), re.M | re.S)
    assert len(blocks) == 1
    run = subprocess.run([sys.executable, "-c", blocks[0]], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip(), blocks[0]
    # Type checkers look at the copies.
    file = Path(__file__).parent / "types" / copy
    if not file.exists() or file.read_text(encoding="utf-8") != blocks[0]:
        file.write_text(blocks[0], encoding="utf-8")
        pytest.fail(f"{file} was not what {READMES[copy]} says and has been rewritten; run again and commit it")
