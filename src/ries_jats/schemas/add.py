"""Takes in a schema that a person gives."""

import re
import tempfile
from pathlib import Path
from typing import Any

from ries_jats.errors import UsageError
from ries_jats.schemas.closure import Closure
from ries_jats.schemas.keep import keep_set
from ries_jats.schemas.lock import read_lock
from ries_jats.schemas.store import Language, Schema, installed, lock_path, schema

_LANGUAGES = {".xsd": Language.XSD, ".dtd": Language.DTD, ".rng": Language.RELAX_NG}
_NAME = re.compile(r"[a-z0-9][a-z0-9.-]*")
_VERSION = re.compile(r"-([0-9][0-9.]*)(?:-|$)")
_XSD_1_1 = re.compile(rb"""minVersion=["']1\.1|<\w+:(?:assert|alternative|openContent|defaultOpenContent)\b""")


def add(name: str, source: str) -> Schema:
    """Keep the schema whose main file is `source`, a path or an address, as `name`, with every file that it refers to.

    `name` ends with the version where there is one: `crossref-5.3.1`. Raises `UsageError` when the name cannot be used,
    or a file cannot be read.
    """
    if not _NAME.fullmatch(name):
        raise UsageError("schema-name-invalid", name=name)
    if any(name in locked.record["schemas"] for locked in read_lock(lock_path())):
        raise UsageError("schema-name-taken", name=name)
    closure = Closure(source, _shared_modules())
    with tempfile.TemporaryDirectory() as temporary:
        for address, place in closure.places().items():
            target = Path(temporary, place)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(closure.files[address])
        keep_set(Path(temporary), name, _record(name, source, closure))
    return schema(name)


def _record(name: str, source: str, closure: Closure) -> dict[str, Any]:
    places = closure.places()
    version = _VERSION.search(name)
    entry = {
        "version": version.group(1) if version else "",
        "language": str(_language(source, closure)),
        "main": places[closure.main],
    }
    uris = {address: places[file] for address, file in closure.uris.items()}
    return {"source": source, "uris": uris, "schemas": {name: entry}}


def _language(source: str, closure: Closure) -> Language:
    language = _LANGUAGES.get(Path(source).suffix.lower())
    if language is None:
        raise UsageError("schema-language-unknown", source=source, suffixes=", ".join(_LANGUAGES))
    is_1_1 = language is Language.XSD and any(_XSD_1_1.search(content) for content in closure.files.values())
    return Language.XSD_1_1 if is_1_1 else language


def _shared_modules() -> Path | None:
    """The W3C's schemas, which JATS carries along and many others import."""
    jats = next((each for each in installed() if each.name == "jats-publishing-1.3" and each.present), None)
    return jats.path.parent / "standard-modules" if jats else None
