"""The index of packages that can be downloaded."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from glossary.errors import PackageError
from glossary.packages.download import FAILURES, open_link, reason
from glossary.packages.locate import CODE, SUFFIX, argos_settings, spelling

_MAX_BYTES = 16 << 20  # Argos's own index has 60 KiB
_VERSION = re.compile(r"[\w.+-]*")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Offer:
    """A package in the index; `size` (bytes) and `sha256` (lower-case) are None where it does not say."""

    source: str
    target: str
    version: str
    links: tuple[str, ...]
    size: int | None = None
    sha256: str | None = None

    @property
    def pair(self) -> tuple[str, str]:
        """(source, target)."""
        return self.source, self.target

    @property
    def file(self) -> str:
        """The file's name as publishers write it: `translate-en_ru-1_9.argosmodel`."""
        return f"translate-{self.source}_{self.target}-{self.version.replace('.', '_')}{SUFFIX}"

    @property
    def by_hand(self) -> str:
        """How to install it where this machine cannot download it, as a remedy."""
        return _by_hand(" or ".join(self.links) or self.file)


def offer(name: str) -> Offer:
    """Return the package that the index has under `name` (`en-ru`, `en_ru-1.9` …), the newest of several.

    Raises PackageError where the index cannot be reached or read, or has no such package.
    """
    offers = _offers(_entries(name))
    if chosen := _newest(name, offers):
        return chosen
    pairs = {spelling("-".join(each.pair)) for each in offers}
    near = get_close_matches(spelling(name), pairs, n=5)
    raise PackageError(
        f"the package index has no {name!r}",
        path=argos_settings().remote_package_index,
        remedy=f"did you mean {', '.join(near)}?" if near else "name it like en-ru: from, hyphen, to",
    )


def _newest(name: str, offers: list[Offer]) -> Offer | None:
    chosen = [each for each in offers if spelling(name) in _names(each)]
    return max(
        chosen, key=lambda each: [int(number) for number in re.findall(r"\d+", each.version)], default=None
    )


def _names(each: Offer) -> tuple[str, str]:
    pair = f"{each.source}-{each.target}"
    return spelling(pair), spelling(f"{pair}-{each.version}")


def _entries(name: str) -> Any:  # noqa: ANN401 - anything that JSON can say
    """Return what the index says; `name` is what the caller looks for, for the remedy."""
    link = argos_settings().remote_package_index
    try:
        with open_link(link) as response:
            data = response.read(_MAX_BYTES)
    except FAILURES as error:
        file = f"translate-{spelling(name).replace('-', '_', 1)}*{SUFFIX}"
        known = _newest(name, _offers(_remembered()))
        raise PackageError(
            f"cannot reach the package index: {reason(error)}",
            path=link,
            remedy=known.by_hand if known else _by_hand(file),
        ) from error
    try:
        entries = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise PackageError(
            f"the package index is damaged [{error}]", path=link, remedy="try again later"
        ) from error
    if isinstance(entries, list):
        _remember(data)
    return entries


def _by_hand(file: str) -> str:
    return f"fetch {file} where there is a network, then: dragoman models install FILE"


def _remember(data: bytes) -> None:
    """Keep the index where Argos Translate keeps it too; where that cannot be written, do without."""
    place = Path(argos_settings().local_package_index)
    part = place.with_name(f"{place.name}.part")
    with suppress(OSError):
        part.write_bytes(data)
        part.replace(place)


def _remembered() -> Any:  # noqa: ANN401 - anything that JSON can say
    """Return what the index said when it was last read, by this program or by Argos Translate."""
    try:
        return json.loads(Path(argos_settings().local_package_index).read_bytes())
    except (OSError, ValueError, RecursionError):
        return []


def _offers(entries: Any) -> list[Offer]:  # noqa: ANN401 - anything that JSON can say
    """Return the usable entries of an index."""
    return list(filter(None, map(_offer, entries if isinstance(entries, list) else [])))


def _offer(entry: Any) -> Offer | None:  # noqa: ANN401 - anything that JSON can say
    """Return an entry of the index as an Offer, or None where it is not one that can be downloaded."""
    if not isinstance(entry, dict) or entry.get("type", "translate") != "translate":
        return None
    source, target = str(entry.get("from_code")), str(entry.get("to_code"))
    version, links, size = str(entry.get("package_version", "")), entry.get("links", []), entry.get("size")
    sha256 = str(entry.get("sha256", "")).lower()
    if not (
        CODE.fullmatch(source)
        and CODE.fullmatch(target)
        and _VERSION.fullmatch(version)
        and isinstance(links, list)
    ):
        return None
    return Offer(
        source=source,
        target=target,
        version=version,
        links=tuple(str(link) for link in links if str(link).startswith(("http://", "https://"))),
        size=size if isinstance(size, int) else None,
        sha256=sha256 if _SHA256.fullmatch(sha256) else None,
    )
