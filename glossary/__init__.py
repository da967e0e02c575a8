"""Dragoman's library: gettext glossaries, the matching of their terms, and translations that obey them."""

from importlib.metadata import version

__version__ = version("dragoman")
