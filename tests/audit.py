"""What is installed where the platform runs: a list of it (CycloneDX), and whether any of it has known faults.

Where the service that knows the faults does not answer, this says "not checked", and never "clean".
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ROOT / ".venv" / "audit" / "bin"
# What runs live: the locks name every package, the ones that others need among them.
LOCKS = [ROOT / "requirements" / name for name in ("run.txt", "production.txt")]
PATIENCE = 120  # seconds, for the whole of it


def write_list(folder: Path) -> None:
    """A software bill of materials for each lock."""
    folder.mkdir(parents=True, exist_ok=True)
    for lock in LOCKS:
        target = folder / f"sbom-{lock.stem}.json"
        command = [TOOLS / "cyclonedx-py", "requirements", lock, "--output-reproducible", "--output-file", target]
        subprocess.run([str(part) for part in command], check=True, stderr=subprocess.DEVNULL)
        parts = len(json.loads(target.read_text())["components"])
        print(f"{target}: {parts} packages.")


def known_faults(lock: Path) -> list[str] | None:
    """One sentence for each known fault; None where nobody could be asked about at least one package."""
    command = [TOOLS / "pip-audit", "--requirement", lock, "--no-deps", "--disable-pip", "--format", "json"]
    try:
        asked = subprocess.run(
            [*map(str, command), "--progress-spinner", "off"],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        packages = json.loads(asked.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        return None
    faults = [
        f"{package['name']} {package['version']}: {fault['id']}, mended in {', '.join(fault['fix_versions']) or 'none'}"
        for package in packages
        for fault in package.get("vulns", [])
    ]
    return None if not faults and any("skip_reason" in package for package in packages) else faults


def main(folder: Path) -> int:
    write_list(folder)
    found = False
    for lock in LOCKS:
        faults = known_faults(lock)
        if faults is None:
            print(f"{lock.name}: NOT CHECKED. The service that knows the faults did not answer for every package.")
        elif faults:
            found = True
            print(f"{lock.name}: {len(faults)} known faults.", *faults, sep="\n  ")
        else:
            print(f"{lock.name}: no known faults today.")
    return int(found)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
