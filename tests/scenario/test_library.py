"""Finding scenarios: by id, by path, with what travels with them, never outside their folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from crisis_game.scenario.library import SHARED, ScenarioNotFoundError, find, is_inner, list_scenarios, shipped_folder

ROOT = Path(__file__).parents[2]


def test_a_shipped_scenario_is_found_by_id_with_all_its_files() -> None:
    files = find("hesk-strait")

    assert files.main == "hesk-strait.yaml"
    assert {"hesk-strait.yaml", "measures.yaml", "charters/hesk-compact.yaml"} < set(files.contents)


def test_the_same_files_by_id_and_by_path_have_the_same_hash() -> None:
    assert find("hesk-strait").content_hash == find(str(shipped_folder() / "hesk-strait.yaml")).content_hash


def test_a_scenario_elsewhere_borrows_charter_catalogue_and_voices(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("format: 1\ncharter: hesk-compact\n")

    assert set(find(str(tmp_path / "own.yaml")).contents) == {"own.yaml", "charters/hesk-compact.yaml", *SHARED}


def test_files_beside_a_scenario_win_over_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("format: 1\n")
    (tmp_path / "measures.yaml").write_text("format: 1\nmeasures: {}\n")

    assert find(str(tmp_path / "own.yaml")).contents["measures.yaml"] == b"format: 1\nmeasures: {}\n"


def test_an_include_in_an_included_charter_key_is_followed(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("format: 1\ninclude: [parts/law.yaml]\n")
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "law.yaml").write_text("charter: hesk-compact\n")

    assert set(find(str(tmp_path / "own.yaml")).contents) >= {"parts/law.yaml", "charters/hesk-compact.yaml"}


@pytest.mark.parametrize(
    "name", ["../secret.yaml", "/etc/passwd", "a/../../secret.yaml", "c:\\secret.yaml", "..\\secret.yaml", ""]
)
def test_nothing_outside_the_folder_is_read(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()
    (tmp_path / "secret.yaml").write_text("title: secret\n")
    (folder / "own.yaml").write_text(f"format: 1\ninclude: ['{name}']\ncharter: '{name}'\n")

    assert not is_inner(name)
    assert set(find(str(folder / "own.yaml")).contents) == {"own.yaml", *SHARED}


def test_a_link_that_leads_outside_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()
    (tmp_path / "secret.yaml").write_text("title: secret\n")
    try:
        (folder / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    except OSError:
        (folder / "link.yaml").unlink(missing_ok=True)
    (folder / "own.yaml").write_text("format: 1\ninclude: [link.yaml]\n")

    assert set(find(str(folder / "own.yaml")).contents) == {"own.yaml", *SHARED}


def test_what_is_not_there_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ScenarioNotFoundError, match="There is no file"):
        find(str(tmp_path / "nothing.yaml"))
    with pytest.raises(ScenarioNotFoundError, match="hesk-strait"):
        find("hesk-straight")


def test_the_list_tells_what_is_shipped() -> None:
    listed = {listing.id: listing for listing in list_scenarios()}

    assert {"first-watch", "hesk-strait"} <= set(listed)
    assert listed["hesk-strait"].seats == ("ARD", "BEL", "COR", "DEL", "EST", "FAR")
    assert listed["hesk-strait"].minutes == (45, 75, 90)
    assert listed["first-watch"].level == "first"


def test_finding_and_listing_leave_the_reading_alone() -> None:
    program = (
        "import sys; from crisis_game.scenario.library import find, list_scenarios; "
        "list_scenarios(); find('first-watch'); sys.exit('crisis_game.scenario.reading' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0
