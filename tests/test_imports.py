"""The rules of architecture that a reader relies on: who may import whom."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LIBRARY = sorted((ROOT / "glossary").rglob("*.py"))

# From bottom to top: a module imports its own layer and those before it.
LAYERS = (
    ("glossary",),
    ("errors",),
    ("config",),
    ("model",),
    ("text",),
    ("proposal",),
    ("catalog",),
    ("matcher", "noise", "sentences"),
    ("datelines",),
    ("recognition",),
    ("packages",),
    ("tokenizers",),
    ("loading",),
    ("engine",),
    ("enforcement",),
    ("lint",),
    ("documents",),
    ("exchange",),
    ("maintenance",),
    ("suggestion",),
    ("coverage",),
    ("translation",),
    ("reports",),
    ("alignment",),
    ("checks",),
    ("redraft",),
)
HEAVY = {
    "argostranslate": {"packages", "tokenizers"},
    "ctranslate2": {"loading"},
    "sentencepiece": {"tokenizers"},
    "sentencex": {"sentences"},
}


def layer(name: str) -> int:
    return next(i for i, names in enumerate(LAYERS) if name in names)


def own_name(path: Path) -> str:
    first = path.relative_to(ROOT / "glossary").parts[0].removesuffix(".py")
    return "glossary" if first == "__init__" else first


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield each imported module's full name, and whether the import is made at load time."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    late = {id(n) for f in ast.walk(tree) if isinstance(f, ast.FunctionDef) for n in ast.walk(f)}
    late |= {
        id(n)
        for f in ast.walk(tree)
        if isinstance(f, ast.If) and ast.unparse(f.test) == "TYPE_CHECKING"
        for n in ast.walk(f)
    }
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, id(node) not in late) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            if module == "glossary":
                yield from ((f"glossary.{alias.name}", id(node) not in late) for alias in node.names)
            else:
                yield module, id(node) not in late


@pytest.mark.parametrize("path", LIBRARY, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_down(path: Path) -> None:
    for module, _ in imports(path):
        if module.startswith("glossary."):
            name = module.split(".")[1]
            assert name == "__version__" or layer(name) <= layer(own_name(path)), module


@pytest.mark.parametrize("path", LIBRARY, ids=lambda p: str(p.relative_to(ROOT)))
def test_the_library_knows_no_click_and_loads_heavy_things_late(path: Path) -> None:
    for module, early in imports(path):
        top = module.split(".")[0]
        assert top not in ("click", "cli")
        if top in HEAVY:
            assert own_name(path) in HEAVY[top], module
            assert not early, module
