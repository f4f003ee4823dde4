"""Options and fixtures for all tests."""

from __future__ import annotations

from pathlib import Path

import hypothesis
import pytest

hypothesis.settings.register_profile("same", derandomize=True, deadline=None)  # two runs of the suite say the same
hypothesis.settings.load_profile("same")

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden results anew; review the diff")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def seed() -> Path:
    """A real CSS answer that is not part of the project; tests that need it are skipped where it is not there."""
    found = sorted((SHARED / "seeds").glob("003_*.txt")) if (SHARED / "seeds").is_dir() else []
    if not found:
        pytest.skip("needs ../shared/seeds, which is not here")
    return found[0]
