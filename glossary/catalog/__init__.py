"""The glossary as gettext catalogs: read, edited to the byte, and layered.

Catalog facts live in comments, one `key: value` a line: what holds for every language in extracted comments
(`#.`), what holds for one target language in translator comments (`# `). `msgmerge` keeps both that way.
"""

from glossary.catalog.layers import Glossary, builtin_folder, catalogs, languages, load_glossary
from glossary.catalog.reading import Catalog, read_catalog
from glossary.catalog.writing import format_entry, new_catalog, save, with_entries, without_entries

__all__ = [
    "Catalog",
    "Glossary",
    "builtin_folder",
    "catalogs",
    "format_entry",
    "languages",
    "load_glossary",
    "new_catalog",
    "read_catalog",
    "save",
    "with_entries",
    "without_entries",
]
