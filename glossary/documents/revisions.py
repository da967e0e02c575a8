"""What git says has changed."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

from glossary.errors import DocumentError


def changed_since(revision: str, paths: Iterable[Path]) -> set[Path]:
    """Return the files that differ from a revision, and those git does not know yet, as resolved paths.

    `paths` lie in the repositories that are asked. Raises DocumentError where one is in none, git is not
    installed, or the revision is not known.
    """
    roots = {_root(path) for path in paths}
    return {root / name for root in roots for name in _changed(root, revision)}


def _root(path: Path) -> Path:
    folder = path if path.is_dir() else path.parent
    lines = _git(folder, "rev-parse", "--show-toplevel", remedy="--since needs a git repository")
    return Path(lines.rstrip("\n")).resolve()


def _changed(root: Path, revision: str) -> Iterable[str]:
    remedy = "name a commit, branch or tag that this clone has"
    listing = ("--name-only", "--no-relative", "-z")
    changed = _git(root, "diff", *listing, "--end-of-options", revision, "--", remedy=remedy)
    unknown = _git(root, "ls-files", "--others", "--exclude-standard", "-z", remedy=remedy)
    return filter(None, (changed + unknown).split("\0"))


def _git(folder: Path, *arguments: str, remedy: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], check=True, capture_output=True, encoding="utf-8"
        )
    except FileNotFoundError as error:
        raise DocumentError("git is not installed", remedy="leave out --since") from error
    except subprocess.CalledProcessError as error:
        message = f"git cannot tell what changed: {_reason(error.stderr)}"
        raise DocumentError(message, path=folder, remedy=remedy) from error
    return done.stdout


def _reason(output: str) -> str:
    return output.strip().partition("\n")[0].removeprefix("fatal: ")
