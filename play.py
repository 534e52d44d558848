"""Start the game from a checkout with nothing but Python: `python play.py [what crisis-game takes]`.

The first start makes an environment of its own in `.venv` and installs the game and its dependencies into it, exactly
the versions of constraints.txt; later starts find it ready. Nothing outside this folder is changed. The file keeps to
syntax that old Pythons can read, so that they get a sentence and not a syntax error.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)
EXTRAS = ("", "host", "dev")  # each has all that the one before it has
OFFLINE = ("NewConnectionError", "ConnectTimeout", "ReadTimeout", "name resolution", "getaddrinfo", "ProxyError")


def prepare(extra: str = "") -> None:
    """Make `.venv` ready for the game, for a class with the extra `host`, for the tests with `dev`.

    Raises:
        SystemExit: with one sentence, if that is not possible.
    """
    if sys.version_info < OLDEST:
        have, need = (f"{version[0]}.{version[1]}" for version in (sys.version_info, OLDEST))
        raise SystemExit(f"crisis-game needs Python {need} or newer, and this is Python {have}.")
    if any(_stamp(installed).exists() for installed in EXTRAS[EXTRAS.index(extra) :]):
        return
    print("Setting up .venv for the first start; this takes a minute or two.", file=sys.stderr)
    if not _works():
        _make_venv()
    _install(extra)
    for stale in VENV.glob("ready-*"):
        stale.unlink()
    _stamp(extra).touch()


def hand_over(words: "list[str]") -> int:
    """Go on as a module of `.venv`, with this terminal; the exit code."""
    command = [str(PYTHON), "-P", "-m", *words]
    if os.name != "nt":
        os.execv(command[0], command)
    try:
        return subprocess.call(command)
    except KeyboardInterrupt:
        return 130


def _stamp(extra: str) -> Path:
    """The file that stands in a `.venv` that is ready: its name changes with all that the installation depends on."""
    depends = [sys.version, str(HERE), extra]
    depends += [(HERE / name).read_text(encoding="utf-8") for name in ("pyproject.toml", "constraints.txt")]
    return VENV / f"ready-{hashlib.sha256(chr(0).join(depends).encode()).hexdigest()[:16]}"


def _works() -> bool:
    """Whether `.venv` has a Python of this version."""
    question = [str(PYTHON), "-c", "import sys, pip; print(sys.version)"]
    try:
        return subprocess.run(question, capture_output=True, text=True, check=True).stdout.strip() == sys.version
    except (OSError, subprocess.CalledProcessError):
        return False


def _make_venv() -> None:
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True)
    if made.returncode != 0:
        print(made.stdout + made.stderr, file=sys.stderr)
        raise SystemExit(
            f"Python could not make an environment in {VENV}; on Debian and Ubuntu the package python3-venv is needed, "
            "elsewhere see whether the folder can be written."
        )


def _install(extra: str) -> None:
    """Install the checkout, so that changes of its files count at once, with the exact versions of constraints.txt."""
    what = f".[{extra}]" if extra else "."
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "2"]
    exact = {"PIP_CONSTRAINT": "constraints.txt", "PIP_BUILD_CONSTRAINT": "constraints.txt"}
    done = subprocess.run([*pip, "-e", what], cwd=HERE, env={**os.environ, **exact}, stderr=subprocess.PIPE, text=True)
    if done.returncode == 0:
        return
    if any(sign in done.stderr for sign in OFFLINE):
        raise SystemExit("What the game needs could not be downloaded; is the network up? Try again when it is.")
    print(done.stderr, file=sys.stderr)
    raise SystemExit("What the game needs could not be installed; pip says why above.")


if __name__ == "__main__":
    prepare("host" if sys.argv[1:2] == ["host"] else "")
    sys.exit(hand_over(["crisis_game", *sys.argv[1:]]))
