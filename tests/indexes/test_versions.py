"""Versions are published by one rename, and never by halves."""

import subprocess
import sys
from pathlib import Path

import pytest

from indexes.errors import IndexBusy, IndexMissing, VersionMissing
from indexes.lock import hold
from indexes.versions import Versions


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    return Versions(tmp_path)


def publish(versions: Versions) -> str:
    staged = versions.stage()
    staged.mkdir()
    (staged / "file").write_text("x")
    return versions.publish(staged)


def test_before_the_first_version_there_is_no_index(versions: Versions) -> None:
    assert versions.current() is None
    with pytest.raises(IndexMissing, match="kutip articles add"):
        versions.served()


def test_the_published_version_is_served(versions: Versions) -> None:
    name = publish(versions)
    assert versions.current() == name
    assert (versions.served() / "file").read_text() == "x"


def test_names_sort_by_age_even_within_a_second(versions: Versions) -> None:
    names = [publish(versions) for _ in range(12)]
    assert names == sorted(set(names)) == versions.names()


def test_names_sort_by_age_even_after_the_clock_was_set_back(versions: Versions) -> None:
    (versions.folder / "versions" / "29990101-000000").mkdir(parents=True)
    assert publish(versions) > "29990101-000000"


def test_a_staged_version_is_nowhere_until_it_is_published(versions: Versions) -> None:
    name = publish(versions)
    versions.stage().mkdir()
    assert versions.names() == [name]


def test_what_a_killed_build_left_is_removed_by_the_next(versions: Versions) -> None:
    left = versions.stage()
    left.mkdir()
    versions.stage()
    assert not left.exists()


def test_an_older_version_can_be_served_again_and_a_new_one_still_comes_after(
    versions: Versions,
) -> None:
    first, second = publish(versions), publish(versions)
    versions.serve(first)
    assert versions.current() == first
    assert publish(versions) > second


def test_only_published_versions_can_be_served(versions: Versions) -> None:
    name = publish(versions)
    for wrong in ("20000101-000000", "../building", ""):
        with pytest.raises(VersionMissing):
            versions.serve(wrong)
    assert versions.current() == name


def test_old_versions_go_but_never_the_served_one(versions: Versions) -> None:
    names = [publish(versions) for _ in range(5)]
    versions.serve(names[0])
    versions.clean(keep=2)
    assert versions.names() == [names[0], *names[-2:]]


def test_published_files_have_the_mode_of_the_folder(versions: Versions) -> None:
    versions.folder.chmod(0o750)
    staged = versions.stage()
    staged.mkdir()
    (staged / "secret").touch(mode=0o600)
    versions.publish(staged)
    assert (versions.served() / "secret").stat().st_mode & 0o777 == 0o640


def test_a_second_indexer_is_told_who_holds_the_index(tmp_path: Path) -> None:
    script = (
        "from indexes.lock import hold; from pathlib import Path; import sys\n"
        "with hold(Path(sys.argv[1]), 'adding articles'): print('held', flush=True); input()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert other.stdin and other.stdout and other.stdout.readline() == b"held\n"
    with pytest.raises(IndexBusy, match=rf"process {other.pid} on .* \(adding articles"):
        hold(tmp_path, "rebuilding").__enter__()
    other.kill()
    other.wait()
    with hold(tmp_path, "rebuilding"):
        pass  # the lock of a killed process is free


def test_the_lock_is_free_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), hold(tmp_path, "failing"):
        _ = 1 / 0
    with hold(tmp_path, "again"):
        assert "again" in (tmp_path / "HOLDER").read_text()
    assert not (tmp_path / "HOLDER").exists()
