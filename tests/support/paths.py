from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HOMELESSNESS = ROOT / "tests" / "cases" / "homelessness"
