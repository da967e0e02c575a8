"""Argos packages: where they are, which ones lead from one language to another, and how they come and go."""

from .download import Progress
from .index import Offer, offer
from .install import install_file, install_named, remove
from .integrity import load_problems, verify
from .locate import Package, device, find, folders, installed, named, read, starter_archives, starters

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
    "load_problems",
    "named",
    "offer",
    "read",
    "remove",
    "starter_archives",
    "starters",
    "verify",
]
