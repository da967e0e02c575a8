"""Packages from the index: downloaded whatever the network does."""

from __future__ import annotations

import hashlib
import json
import shutil
import socket
from collections.abc import Callable
from typing import Any

import pytest

from glossary import packages
from glossary.errors import PackageError

from .argos import WEIGHTS, Home, Site, contents, forget_argos, interrupt, zipped


def big() -> bytes:
    return zipped({**contents(), "model/model.bin": WEIGHTS})


@pytest.mark.parametrize(
    "name", ["en-ru", "en_ru", "translate-en_ru", "EN-ru", "en-ru-1.10", "translate-en_ru-1_10"]
)
def test_a_name_brings_the_newest_package(home: Home, site: Site, name: str) -> None:
    newest = site.entry(zipped(contents(version="1.10")), "new", "1.10")
    site.offers(site.entry(b"", "old", "1.9"), newest, {"from_code": "en", "to_code": "ur", "links": []})
    told: list[tuple[int, int | None]] = []
    package = packages.install_named(name, lambda *now: told.append(now))
    assert package.version == "1.10"
    size = len(site.files["new"])
    assert told[-1] == (size, size)
    assert list(home.downloads.iterdir()) == []


def test_a_version_can_be_asked_for(site: Site) -> None:
    site.offers(site.entry(zipped(contents()), "old"), site.entry(b"", "new", "1.10"))
    assert packages.install_named("en-ru-1.9").version == "1.9"


def test_a_broken_connection_is_taken_up_again(home: Home, site: Site) -> None:
    data = big()
    site.offers(site.entry(data, sha256=hashlib.sha256(data).hexdigest(), size=len(data)))
    site.cut = [700_000, 600_000]
    assert packages.install_named("en-ru").path == home.packages / "translate-en_ru"
    assert [wanted for path, wanted in site.asked if path == "p.argosmodel"] == [
        None,
        "bytes=700000-",
        "bytes=1300000-",
    ]
    assert sum(site.sent) == len(data) + len(site.files["index.json"])


def test_a_connection_that_gets_nowhere_is_given_up(home: Home, site: Site) -> None:
    site.offers(site.entry(big()))
    site.cut = [500_000, 0, 0]
    with pytest.raises(PackageError, match="broke after 500000 of") as caught:
        packages.install_named("en-ru")
    assert caught.value.remedy is not None
    assert site.url("p.argosmodel") in caught.value.remedy
    assert "dragoman models install FILE" in caught.value.remedy
    assert (home.downloads / "translate-en_ru-1_9.argosmodel.part").stat().st_size == 500_000


def test_an_interrupted_download_leaves_its_part_and_goes_on_the_next_time(home: Home, site: Site) -> None:
    data = big()
    site.offers(site.entry(data))
    with pytest.raises(KeyboardInterrupt):
        packages.install_named("en-ru", interrupt)
    assert packages.folders() == []
    assert sorted(path.name for path in home.packages.parent.iterdir()) == ["index.json", "packages"]
    part = home.downloads / "translate-en_ru-1_9.argosmodel.part"
    there = part.stat().st_size
    assert 0 < there < len(data)
    assert packages.verify(packages.install_named("en-ru").path) == []
    assert site.asked[-1] == ("p.argosmodel", f"bytes={there}-")
    assert site.sent[-1] == len(data) - there
    assert list(home.downloads.iterdir()) == []


def change(site: Site) -> None:
    site.files["p.argosmodel"] = zipped({**contents(version="1.9"), "model/model.bin": WEIGHTS[::-1]})


def no_ranges(site: Site) -> None:
    site.ranges = False


def move(site: Site) -> None:
    site.offers(site.entry(site.files["p.argosmodel"], "moved.argosmodel"))


@pytest.mark.parametrize("event", [change, no_ranges, move])
def test_a_download_that_cannot_go_on_begins_again(site: Site, event: Callable[[Site], None]) -> None:
    site.offers(site.entry(big()))
    with pytest.raises(KeyboardInterrupt):
        packages.install_named("en-ru", interrupt)
    event(site)
    path = packages.install_named("en-ru").path
    assert (path / "model" / "model.bin").read_bytes() == (WEIGHTS[::-1] if event is change else WEIGHTS)


def test_a_server_that_names_no_version_is_not_asked_for_a_part(site: Site) -> None:
    site.etag = False
    site.offers(site.entry(big()))
    with pytest.raises(KeyboardInterrupt):
        packages.install_named("en-ru", interrupt)
    packages.install_named("en-ru")
    assert {wanted for _, wanted in site.asked} == {None}


def test_a_part_that_is_complete_already_does_no_harm(
    home: Home, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.offers(site.entry(big()))
    with pytest.raises(KeyboardInterrupt):
        packages.install_named("en-ru", interrupt)
    part = home.downloads / "translate-en_ru-1_9.argosmodel.part"
    part.write_bytes(site.files["p.argosmodel"])
    assert packages.install_named("en-ru").version == "1.9"


@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_complete_download_outlives_an_installation_that_is_not_its_fault(
    home: Home, site: Site, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise failure

    data = big()
    site.offers(site.entry(data, size=len(data)))
    with monkeypatch.context() as full, pytest.raises((PackageError, KeyboardInterrupt)):
        full.setattr(shutil, "copyfileobj", fail)
        packages.install_named("en-ru")
    assert [path.name for path in home.downloads.iterdir()] == ["translate-en_ru-1_9.argosmodel"]
    assert packages.install_named("en-ru").version == "1.9"
    assert [path for path, _ in site.asked] == ["index.json", "p.argosmodel", "index.json"]
    assert list(home.downloads.iterdir()) == []


def test_a_download_that_is_bad_goes_and_is_fetched_anew(home: Home, site: Site) -> None:
    site.offers(site.entry(zipped(contents())[:-30]))
    with pytest.raises(PackageError, match="the file is damaged, or no Argos package"):
        packages.install_named("en-ru")
    assert list(home.downloads.iterdir()) == []
    data = zipped(contents())
    site.offers(site.entry(data, size=len(data)))
    (home.downloads / "translate-en_ru-1_9.argosmodel").write_bytes(b"what another program left")
    assert packages.install_named("en-ru").version == "1.9"


@pytest.mark.parametrize(
    ("wrong", "message"), [({"sha256": "0" * 64}, "its SHA-256 is"), ({"size": 7}, "bytes instead of 7")]
)
def test_a_file_that_is_not_the_one_in_the_index_is_refused(
    home: Home, site: Site, wrong: dict[str, Any], message: str
) -> None:
    site.offers(site.entry(zipped(contents()), **wrong))
    with pytest.raises(PackageError, match=message):
        packages.install_named("en-ru")
    assert packages.installed() == []
    assert list(home.downloads.iterdir()) == []


def test_each_link_is_tried(site: Site) -> None:
    data = zipped(contents())
    entry = site.entry(data, sha256=hashlib.sha256(data).hexdigest())
    site.files["forged"] = zipped(contents(version="6.6.6"))
    bad = ["http://127.0.0.1:bad/", site.url("gone"), site.url("forged")]
    site.offers({**entry, "links": ["ipfs://Qm1", "file:///etc/passwd", *bad, *entry["links"]]})
    assert packages.install_named("en-ru").version == "1.9"
    assert [path for path, _ in site.asked] == ["index.json", "gone", "forged", "p.argosmodel"]


def test_another_pair_than_the_index_says_is_refused(home: Home, site: Site) -> None:
    site.offers(site.entry(zipped(contents("en", "de"))))
    with pytest.raises(PackageError, match="it translates en-de, not en-ru"):
        packages.install_named("en-ru")
    assert list(home.packages.iterdir()) == []


def test_a_whole_package_is_not_downloaded_again_and_a_damaged_one_is(site: Site) -> None:
    site.offers(site.entry(zipped(contents())))
    path = packages.install_named("en-ru").path
    packages.install_named("en-ru")
    assert [asked for asked, _ in site.asked] == ["index.json", "p.argosmodel", "index.json"]
    (path / "sentencepiece.model").write_bytes(b"damaged")
    packages.install_named("en-ru")
    assert packages.verify(path) == []


def test_offline_says_which_file_to_fetch(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"http://127.0.0.1:{unused.getsockname()[1]}/")
        with pytest.raises(PackageError, match=r"cannot reach the package index: .*refused") as caught:
            packages.install_named("en-ru")
    assert caught.value.remedy == (
        "fetch translate-en_ru*.argosmodel where there is a network, then: dragoman models install FILE"
    )


def test_offline_names_the_links_that_the_last_index_gave(home: Home, site: Site) -> None:
    site.offers({**site.entry(b""), "links": [site.url("one"), site.url("two")]})
    with pytest.raises(PackageError, match="cannot download"):
        packages.install_named("en-ru")
    del site.files["index.json"]
    with pytest.raises(PackageError, match="cannot reach the package index") as caught:
        packages.install_named("en-ru")
    assert caught.value.remedy == (
        f"fetch {site.url('one')} or {site.url('two')} where there is a network, "
        "then: dragoman models install FILE"
    )


@pytest.mark.parametrize("remembered", [b"", b"\xff", b"{}", b"[" * 100_000])
def test_a_remembered_index_that_is_damaged_does_no_harm(home: Home, site: Site, remembered: bytes) -> None:
    packages.installed()
    (home.packages.parent / "index.json").write_bytes(remembered)
    with pytest.raises(PackageError, match="cannot reach") as caught:
        packages.install_named("en-ru")
    assert "translate-en_ru*.argosmodel" in str(caught.value.remedy)


def test_a_damaged_index_is_said_to_be_damaged(site: Site) -> None:
    site.files["index.json"] = b'[{"from_code": "en" "to_code"'
    with pytest.raises(PackageError, match=r"^the package index is damaged \[Expecting ',' delimiter.*\]$"):
        packages.install_named("en-ru")


def test_only_the_web_is_read(home: Home, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    local = home.file(zipped(contents()))
    site.offers({**site.entry(b""), "links": [site.url("elsewhere")]})
    site.redirects["elsewhere"] = local.as_uri()
    with pytest.raises(PackageError, match="cannot download"):
        packages.install_named("en-ru")
    forget_argos()
    home.file(json.dumps([{"from_code": "en", "to_code": "ru", "links": []}]).encode(), "index.json")
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", home.root.as_uri() + "/")
    with pytest.raises(PackageError, match="unknown url type: file"):
        packages.install_named("en-ru")


def test_a_redirection_is_followed(site: Site) -> None:
    entry = site.entry(zipped(contents()), "there")
    site.redirects["here"] = site.url("there")
    site.offers({**entry, "links": [site.url("here")]})
    assert packages.install_named("en-ru").version == "1.9"


@pytest.mark.parametrize("index", [b"<html>", b"\xff", b"{}", b"[1, null, {}, {'from_code': 1}]"])
def test_an_index_that_is_none_is_explained(site: Site, index: bytes) -> None:
    site.files["index.json"] = index
    with pytest.raises(PackageError):
        packages.install_named("en-ru")


def test_an_entry_that_would_lead_elsewhere_is_no_entry(site: Site) -> None:
    good = site.entry(zipped(contents()))
    site.offers(
        {**good, "package_version": "../../9"}, {**good, "from_code": "../en"}, {**good, "links": 1}, {**good}
    )
    assert packages.install_named("en-ru").version == "1.9"


def test_a_name_that_the_index_lacks_gets_suggestions(site: Site) -> None:
    site.offers(site.entry(zipped(contents())))
    with pytest.raises(PackageError, match="no 'en-rus'") as caught:
        packages.install_named("en-rus")
    assert caught.value.remedy == "did you mean en-ru?"
