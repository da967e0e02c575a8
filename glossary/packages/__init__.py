"""Argos packages: where they are, which ones lead from one language to another, and how they come and go."""

from glossary.packages.download import Progress
from glossary.packages.index import Offer, offer
from glossary.packages.install import install_file, install_named, remove
from glossary.packages.integrity import verify
from glossary.packages.locate import (
    Package,
    device,
    find,
    folders,
    installed,
    named,
    read,
    renewal,
    require_extra,
    starter_archives,
    starters,
)

__all__ = [
    "Offer",
    "Package",
    "Progress",
    "device",
    "find",
    "folders",
    "install_file",
    "install_named",
    "installed",
    "named",
    "offer",
    "read",
    "remove",
    "renewal",
    "require_extra",
    "starter_archives",
    "starters",
    "verify",
]
