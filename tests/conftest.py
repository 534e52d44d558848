"""What all tests share: no test asserts on time, not even by a limit that a library sets by itself.

`--processor-time` prints at the end how many seconds of the processor each file of tests took, programs that it started
among them: what a test costs, whatever else the machine does.
"""

from __future__ import annotations

import gc
import os
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")

SPENT = "seconds of the processor"

gc.set_threshold(2000, 20, 20)  # by Python's own setting, garbage takes a fifth of the time of the tests of screens


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--processor-time", action="store_true", help="print seconds of the processor by file of tests")


def _spent() -> float:
    """Seconds of the processor up to now, of this process and of those that it started and has seen end."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Write beside each step of a test (making ready, passing, clearing up) what was spent since the one before."""
    report = yield
    before, now = item.session.__dict__.get(SPENT), _spent()
    item.session.__dict__[SPENT] = now
    if before is not None:
        report.user_properties.append((SPENT, now - before))
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if not config.getoption("processor_time"):
        return
    files: Counter[str] = Counter()
    tests: Counter[str] = Counter()
    for report in (report for reports in terminalreporter.stats.values() for report in reports):
        for name, seconds in getattr(report, "user_properties", ()):
            if name == SPENT:
                files[report.nodeid.partition("::")[0]] += seconds
                tests[report.nodeid] += seconds
    terminalreporter.section(f"{SPENT}, by file")
    for file, seconds in files.most_common():
        terminalreporter.line(f"{seconds:8.1f}  {file}")
    terminalreporter.section("its longest tests")
    for test, seconds in tests.most_common(40):
        terminalreporter.line(f"{seconds:8.1f}  {test}")
    terminalreporter.line(f"{sum(files.values()):8.1f}  in all")
