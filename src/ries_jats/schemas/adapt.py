"""Makes the files of a set out of the members of a wheel: changes stand in the lock file, results are hashed."""

import json
import re
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path

from lxml import etree

from ries_jats.errors import EnvironmentFault
from ries_jats.schemas.lock import Edit, LockedFile, LockedSet, sha256

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_GENERAL_ENTITY = re.compile(r"""<!ENTITY\s+([\w.]+)\s+["']""")


def make_set(locked: LockedSet, root: Path, folder: Path) -> None:
    """Write the files of `locked` into `folder`; `root` is the folder of the wheel's schemas, unpacked.

    Raises `EnvironmentFault` with the code `schema-changed` when a file is not the one that was locked.
    """
    for file in locked.files:
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_content(locked, file, root, folder))
        if sha256(target) != file.sha256:
            raise _changed(locked, file)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """`text` with the edits made in their order; raises `ValueError` when there is nothing to edit."""
    for edit in edits:
        if edit.old not in text:
            raise ValueError(edit.old)
        text = text.replace(edit.old, edit.new)
    return text


def character_table(dtd: Path, corrections: Mapping[str, str]) -> dict[str, str]:
    """The named characters that `dtd` and the modules beside it declare, by name, with the text of each.

    `corrections` replace what the DTD's entity files say, and add to it.
    """
    modules = (file.read_text("latin-1") for file in sorted(dtd.parent.rglob("*.ent")))
    names = {name for module in modules for name in _GENERAL_ENTITY.findall(_COMMENT.sub("", module))}
    table = _expanded(dtd, sorted(names)) | dict(corrections)
    return dict(sorted(table.items()))


def _expanded(dtd: Path, names: Iterable[str]) -> dict[str, str]:
    rows = "".join(f'<c n="{name}">&{name};</c>' for name in names)
    document = f'<!DOCTYPE t SYSTEM "{dtd.name}"><t>{rows}</t>'
    parser = etree.XMLParser(load_dtd=True, no_network=True, resolve_entities=True, huge_tree=True)
    root = etree.fromstring(document.encode(), parser, base_url=dtd.as_uri())
    return {row.get("n", ""): row.text or "" for row in root}


def _content(locked: LockedSet, file: LockedFile, root: Path, folder: Path) -> bytes:
    if file.path == locked.characters.file:
        table = character_table(folder / locked.characters.dtd, locked.characters.corrections)
        return (json.dumps(table, ensure_ascii=True, indent=0) + "\n").encode()
    if not file.member:
        return files(__package__).joinpath(file.path).read_bytes()
    if sha256(root / file.member) != file.original:
        raise _changed(locked, file)
    text = (root / file.member).read_bytes()
    edits = [edit for edit in locked.edits if file.path in edit.files]
    return edited(text.decode(), edits).encode() if edits else text


def _changed(locked: LockedSet, file: LockedFile) -> EnvironmentFault:
    return EnvironmentFault("schema-changed", file=f"{locked.folder}/{file.path}", source=locked.wheel.requirement)
