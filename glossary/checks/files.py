"""Files to check: a source with its translation, or both in one file; and the passages in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from glossary import documents
from glossary.checks.fixes import Select, fixed
from glossary.checks.layout import FileLines
from glossary.checks.passage import Judge, Line, Passage, View
from glossary.checks.run import findings as findings_of
from glossary.checks.run import pair_up
from glossary.documents import bilingual, files
from glossary.documents.bilingual.unit import Unit
from glossary.documents.pairs import Pair
from glossary.errors import DocumentError
from glossary.model import Excerpt, Finding


@dataclass(frozen=True)
class Checked:
    """A file with translations into one language: its text, and how that is read to passages and findings."""

    path: Path
    language: str
    source: files.Source
    read: Callable[[str], tuple[list[Passage], list[Finding]]] = field(repr=False)

    @cached_property
    def _read(self) -> tuple[list[Passage], list[Finding]]:
        return self.read(self.source.text)

    @property
    def passages(self) -> list[Passage]:
        """What is to be judged."""
        return self._read[0]

    @property
    def structural(self) -> list[Finding]:
        """What was found while source and translation were paired up."""
        return self._read[1]

    def with_text(self, text: str) -> Checked:
        """Return the file with another text."""
        return replace(self, source=replace(self.source, text=text))

    def fixed(self, judge: Judge, select: Select) -> str:
        """Return the file's text with every certain remedy in it of the findings that count."""
        return fixed(self.source.text, lambda text: self.read(text)[0], judge, select)


def of_pair(pair: Pair, encoding: str = "utf-8") -> Checked:
    """Return the translation of a pair, read; raises DocumentError for what cannot be read."""
    source, target = files.read(pair.source, encoding), files.read(pair.target, encoding)
    form = documents.format_of(pair.source)
    return Checked(
        pair.target,
        pair.language,
        target,
        lambda text: pair_up((pair.source, source.text), (pair.target, text), form),
    )


def of_bilingual(
    path: Path, languages: Sequence[str], language: str | None = None, encoding: str = "utf-8"
) -> Iterator[Checked]:
    """Yield the translations in a bilingual file, language by language.

    `language` is taken where the file names none; one that the glossary lacks is passed over. Raises
    DocumentError for what cannot be read, and where no language is known.
    """
    source = files.read(path, encoding)
    found = {_code(unit, languages, language) for unit in bilingual.units(source)}
    if None in found:
        remedy = f"name it with --lang: {', '.join(languages)}"
        raise DocumentError(
            "the file does not say which language it is translated into", path=path, remedy=remedy
        )
    for code in sorted(code for code in found if code):
        yield Checked(path, code, source, _reader(source, code, languages, language))


def _reader(
    source: files.Source, code: str, languages: Sequence[str], language: str | None
) -> Callable[[str], tuple[list[Passage], list[Finding]]]:
    def read(text: str) -> tuple[list[Passage], list[Finding]]:
        units = bilingual.units(files.Source(text, source.path))
        lines = FileLines(source.path or Path(), text)
        return [_passage(u, lines) for u in units if _code(u, languages, language) == code], []

    return read


def _code(unit: Unit, languages: Sequence[str], language: str | None) -> str | None:
    """Return the glossary's code for a unit's language; an empty string for one that it lacks."""
    if not unit.language:
        return language
    named = unit.language.replace("_", "-").lower()
    known = {code.replace("_", "-").lower(): code for code in languages}
    return known.get(named) or known.get(named.partition("-")[0], "")


def _passage(unit: Unit, lines: FileLines) -> Passage:
    def shown(start: int, end: int) -> Excerpt:
        first, last = unit.target_offset(start), unit.target_offset(max(start, end - 1))
        if start == end or first is None or last is None:
            return lines.line(unit.line)
        return lines.excerpt(first, last + 1)

    source = Line(lines.path, unit.source_line, unit.source, shown=lambda a, b: lines.line(unit.source_line))
    target = Line(lines.path, unit.line, unit.target, unit.fix, shown)
    return Passage(source, target, ignored=unit.ignored)


def fix(checked: Sequence[Checked], judges: Mapping[str, Judge], select: Select) -> list[Checked]:
    """Return the files with every certain remedy; a file with several languages has those of all."""
    texts: dict[Path, str] = {}
    for file in checked:
        before = texts.get(file.path, file.source.text)
        texts[file.path] = file.with_text(before).fixed(judges[file.language], select)
    return [file.with_text(texts[file.path]) for file in checked]


def check(checked: Sequence[Checked], judges: Mapping[str, Judge]) -> list[Finding]:
    """Return the findings about files, sorted by path and line."""
    views: dict[str, list[View]] = defaultdict(list)
    found: list[Finding] = []
    for file in checked:
        found += file.structural
        views[file.language] += map(judges[file.language].look, file.passages)
    for of_language in views.values():
        found += findings_of(of_language)
    return sorted(found, key=lambda f: (str(f.path), f.line, f.rule, f.target.start if f.target else 0))
