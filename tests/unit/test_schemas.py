"""Schemas are found where they should be, obtained whole or not at all, and are what the standards say."""

import functools
import hashlib
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import tomlkit
from lxml import etree

from ries_jats import schemas
from ries_jats.errors import EnvironmentFault, UsageError
from ries_jats.findings import catalogue
from ries_jats.schemas import Language, store
from ries_jats.schemas.adapt import character_table, edited
from ries_jats.schemas.add import add
from ries_jats.schemas.fetch import fetch, missing_sets
from ries_jats.schemas.lock import Edit, Wheel, read_lock

OURS = (
    "jats-publishing-1.3",
    "jats-publishing-1.3-no-mathml",
    "jats-archiving-1.3-dtd",
    "jats-named-characters",
    "crossref-5.5.0",
)
XSD = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{}</xs:schema>'


@pytest.fixture
def empty_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A store that is looked into first, with nothing in it."""
    folder = tmp_path / "store"
    monkeypatch.setenv(store.PLACE_VARIABLE, str(folder))
    store.forget()
    yield folder
    store.forget()


@pytest.fixture
def no_store(empty_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The empty store, and no other."""
    monkeypatch.setattr(store, "_BUNDLED", tmp_path / "bundled")
    monkeypatch.setattr(store, "_CHECKOUT", tmp_path / "checkout")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return empty_store


@pytest.fixture
def obtained() -> None:
    """Skip where `make schemas` has not been run."""
    if missing_sets():
        pytest.skip("run `make schemas`")


# Finding them


def test_a_schema_that_is_nowhere_is_the_machines_fault(no_store: Path) -> None:
    with pytest.raises(EnvironmentFault) as fault:
        schemas.schema_path("jats-publishing-1.3")
    assert (fault.value.code, fault.value.details) == ("schema-missing", {"name": "jats-publishing-1.3"})


def test_a_schema_whose_file_is_gone_is_missing_too(no_store: Path) -> None:
    _set(no_store, "one-1.0").joinpath("one.xsd").unlink()
    with pytest.raises(EnvironmentFault, match="schema-missing"):
        schemas.schema_path("one-1.0")


def test_stores_are_looked_into_in_their_order(no_store: Path, tmp_path: Path) -> None:
    places = [
        no_store,
        tmp_path / "bundled",
        tmp_path / "checkout" / "installed",
        tmp_path / "data" / "ries-jats" / "schemas",
    ]
    assert list(store.stores()) == places
    for place in reversed(places):
        _set(place, "one-1.0")
        store.forget()
        assert schemas.schema_path("one-1.0") == place / "one-1.0" / "one.xsd"


def test_a_damaged_record_is_named(no_store: Path) -> None:
    _set(no_store, "one-1.0").joinpath(store.RECORD).write_text("= nonsense")
    with pytest.raises(EnvironmentFault) as fault:
        schemas.schema_path("one-1.0")
    assert fault.value.code == "schema-unreadable"
    assert fault.value.details["file"].endswith("one-1.0/schema.toml")


def test_the_list_has_what_is_there_and_what_is_not(no_store: Path, tmp_path: Path) -> None:
    _set(no_store, "one-1.0")
    _lock(tmp_path / "checkout", {"two.xsd": b"2"})
    assert [(each.name, each.version, each.present) for each in schemas.installed()] == [
        ("one-1.0", "1.0", True),
        ("two-2.0", "2.0", False),
    ]


# Obtaining them


def test_a_set_is_obtained_from_its_wheel_and_then_left_alone(no_store: Path, tmp_path: Path) -> None:
    _lock(tmp_path / "checkout", {"two.xsd": b"<two/>", "sub/three.xsd": b"<three/>"})
    wheels = _Wheels(tmp_path, {"two.xsd": b"<two/>", "sub/three.xsd": b"<three/>", "other.xsd": b""})
    assert fetch(wheels.download) == ("two-2.0",)
    assert schemas.schema_path("two-2.0").read_bytes() == b"<two/>"
    assert sorted(path.name for path in (no_store / "two-2.0").rglob("*.*")) == ["schema.toml", "three.xsd", "two.xsd"]
    assert fetch(wheels.download) == ()
    assert wheels.downloads == 1


def test_a_file_that_was_changed_since_is_obtained_again(no_store: Path, tmp_path: Path) -> None:
    _lock(tmp_path / "checkout", {"two.xsd": b"<two/>"})
    wheels = _Wheels(tmp_path, {"two.xsd": b"<two/>"})
    fetch(wheels.download)
    schemas.schema_path("two-2.0").write_bytes(b"<mine/>")
    assert fetch(wheels.download) == ("two-2.0",)
    assert schemas.schema_path("two-2.0").read_bytes() == b"<two/>"


def test_a_wheel_with_another_file_than_the_locked_one_gives_nothing(no_store: Path, tmp_path: Path) -> None:
    _lock(tmp_path / "checkout", {"two.xsd": b"<two/>", "three.xsd": b"<three/>"})
    wheels = _Wheels(tmp_path, {"two.xsd": b"<two/>", "three.xsd": b"<evil/>"})
    with pytest.raises(EnvironmentFault) as fault:
        fetch(wheels.download)
    assert fault.value.details == {"file": "two-2.0/three.xsd", "source": "carrier==1"}
    assert not no_store.exists()


def test_an_edit_that_finds_nothing_to_change_is_an_error() -> None:
    with pytest.raises(ValueError, match="absent"):
        edited("text", [Edit(("a.xsd",), "absent", "present")])


def test_the_lock_hashes_every_file_and_explains_every_difference() -> None:
    for each in read_lock(store.lock_path()):
        edits = {file for edit in each.edits for file in edit.files}
        changed = {file.path for file in each.files if file.member and file.original != file.sha256}
        assert edits == changed
        assert all(len(file.sha256) == 64 for file in each.files)


# What was obtained


@pytest.mark.usefixtures("obtained")
@pytest.mark.parametrize("name", OURS)
def test_ours_are_there(name: str) -> None:
    assert schemas.schema_path(name).is_file()


@pytest.mark.usefixtures("obtained")
def test_the_jats_schema_is_the_official_one(shared: Path) -> None:
    """Element by element, without documentation; entries of the list of versions are compared as a set."""
    folder = schemas.schema_path("jats-publishing-1.3").parent
    official = shared / "schemas" / "jats-publishing-xsd-1.3"
    files = sorted(official.rglob("*.xsd"))
    assert len(files) == 10
    for file in files:
        assert _shape(folder / file.relative_to(official)) == _shape(file), file.name


@pytest.mark.usefixtures("obtained")
def test_crossrefs_schema_is_the_official_one(shared: Path) -> None:
    folder = schemas.schema_path("crossref-5.5.0").parent
    for file in folder.rglob("*.xsd"):
        official = shared / "schemas" / "crossref-5.5.0" / file.relative_to(folder)
        assert file.read_bytes() == official.read_bytes(), file.name


@pytest.mark.usefixtures("obtained")
def test_named_characters_are_those_of_the_official_dtd(shared: Path) -> None:
    dtd = shared / "schemas" / "jats-dtd-1.3" / "JATS-journalpublishing1-3-mathml3.dtd"
    official = character_table(dtd, {})
    ours = schemas.named_characters()
    assert {name: ours[name] for name in official} == official
    assert (ours["eacute"], ours["nbsp"], ours["b.alpha"]) == (
        "é",
        "\N{NO-BREAK SPACE}",
        "\N{MATHEMATICAL BOLD SMALL ALPHA}",
    )


@pytest.mark.usefixtures("obtained")
@pytest.mark.parametrize(("formula", "valid"), [("<mml:mi>x</mml:mi>", True), ("<mml:nonsense/>", True)])
def test_without_mathml_formulas_are_not_judged_and_the_rest_is(formula: str, valid: bool) -> None:
    schema = etree.XMLSchema(file=str(schemas.schema_path("jats-publishing-1.3-no-mathml")))
    assert schema.validate(_paragraph(f'<mml:math id="m">{formula}</mml:math>')) is valid
    assert not schema.validate(_paragraph("<nonsense/>"))


@pytest.mark.slow
@pytest.mark.usefixtures("obtained")
def test_with_mathml_formulas_are_judged() -> None:
    schema = etree.XMLSchema(file=str(schemas.schema_path("jats-publishing-1.3")))
    assert schema.validate(_paragraph("<mml:math><mml:mi>x</mml:mi></mml:math>")), schema.error_log
    assert not schema.validate(_paragraph("<mml:math><mml:nonsense/></mml:math>"))


@pytest.mark.usefixtures("obtained")
def test_the_dtd_loads_without_a_network() -> None:
    dtd = etree.DTD(file=str(schemas.schema_path("jats-archiving-1.3-dtd")))
    assert not dtd.validate(etree.XML("<article/>"))
    assert "expecting (processing-meta? , front" in str(dtd.error_log)


@pytest.mark.usefixtures("obtained")
def test_every_address_in_crossrefs_schema_has_a_file() -> None:
    crossref = schemas.schema("crossref-5.5.0")
    assert crossref.language is Language.XSD_1_1
    assert len(crossref.uris) == 2
    assert all(file.is_file() for _, file in crossref.uris)


# Adding one


def test_a_schema_is_added_with_all_that_it_refers_to(empty_store: Path, tmp_path: Path) -> None:
    source = _sources(tmp_path / "given")
    added = add("mine-2.1", str(source))
    assert (added.name, added.version, added.language) == ("mine-2.1", "2.1", Language.XSD)
    assert added.path == empty_store / "mine-2.1" / "plugins" / "main.xsd"
    kept = {str(file.relative_to(empty_store / "mine-2.1")) for file in empty_store.rglob("*.xsd")}
    assert kept == {"plugins/main.xsd", "plugins/beside.xsd", "lib/deep/part.xsd", "lib/other.xsd"}
    assert added.uris == (("http://example.org/x/beside.xsd", empty_store / "mine-2.1" / "plugins" / "beside.xsd"),)
    assert schemas.schema_path("mine-2.1") == added.path


def test_a_schema_is_added_from_an_address(empty_store: Path, tmp_path: Path) -> None:
    _sources(tmp_path / "given")
    with _Server(tmp_path / "given") as address:
        added = add("mine-2.1", f"{address}/plugins/main.xsd")
    assert added.path == empty_store / "mine-2.1" / "plugins" / "main.xsd"
    assert (empty_store / "mine-2.1" / "lib" / "other.xsd").is_file()


@pytest.mark.usefixtures("empty_store")
def test_adding_again_replaces(tmp_path: Path) -> None:
    source = tmp_path / "one.dtd"
    source.write_text("<!ELEMENT a EMPTY>")
    add("one", str(source))
    source.write_text("<!ELEMENT b EMPTY>")
    assert add("one", str(source)).path.read_text() == "<!ELEMENT b EMPTY>"


@pytest.mark.usefixtures("empty_store")
@pytest.mark.parametrize(
    ("name", "file", "content", "code"),
    [
        ("../one", "one.xsd", XSD, "schema-name-invalid"),
        ("jats-publishing-1.3", "one.xsd", XSD, "schema-name-taken"),
        ("one", "one.pdf", "", "schema-language-unknown"),
        ("one", "one.xsd", "not XML", "schema-source-unreadable"),
        ("one", "one.xsd", XSD.format('<xs:include schemaLocation="absent.xsd"/>'), "schema-source-unreadable"),
        ("one", "one.xsd", None, "schema-source-unreadable"),
    ],
)
def test_what_cannot_be_added_is_refused(name: str, file: str, content: str | None, code: str, tmp_path: Path) -> None:
    source = tmp_path / file
    if content is not None:
        source.write_text(content)
    with pytest.raises(UsageError) as error:
        add(name, str(source))
    assert error.value.code == code


@pytest.mark.usefixtures("empty_store", "obtained")
@pytest.mark.parametrize(
    ("name", "file", "language"),
    [
        ("crossref-5.3.1", "crossref-5.3.1/crossref5.3.1.xsd", Language.XSD),
        ("doaj-1.3", "doaj-1.3/doajArticles.xsd", Language.XSD),
        ("datacite-4.7", "datacite-4.7/metadata.xsd", Language.XSD),
        ("ojs-native-3.5", "ojs-native-3.5/plugins/importexport/native/native.xsd", Language.XSD),
        ("oai-dc-2.0", "oai-pmh-2.0/oai_dc.xsd", Language.XSD),
        ("hal-tei-2025", "hal-tei-2025/HALSpecification.rng", Language.RELAX_NG),
        ("jats-publishing-1.4-dtd", "jats-dtd-1.4/JATS-journalpublishing1-4-mathml3.dtd", Language.DTD),
    ],
)
def test_official_schemas_load_from_where_they_were_added(
    name: str, file: str, language: Language, shared: Path
) -> None:
    added = add(name, str(shared / "schemas" / file))
    assert added.language is language
    _load(added)


# The catalogue


@pytest.mark.parametrize(
    "code",
    [
        "missing",
        "unreadable",
        "fetch-failed",
        "changed",
        "not-written",
        "name-invalid",
        "name-taken",
        "source-unreadable",
    ],
)
def test_every_fault_has_a_sentence_and_a_remedy(code: str) -> None:
    details = dict.fromkeys(("name", "file", "source", "reason", "folder"), "a")
    explanation = catalogue()[f"schema-{code}"]
    assert all(text.format(**details) for text in (*explanation.messages.values(), *explanation.remedies.values()))


def _set(place: Path, name: str) -> Path:
    """A set in a store, made by hand."""
    folder = place / name
    folder.mkdir(parents=True)
    folder.joinpath("one.xsd").write_text("<one/>")
    entry = {"version": name.rsplit("-", 1)[1], "language": "xsd", "main": "one.xsd"}
    folder.joinpath(store.RECORD).write_text(tomlkit.dumps({"source": "here", "schemas": {name: entry}}))
    return folder


def _lock(checkout: Path, files: dict[str, bytes]) -> None:
    """A lock file with one set, `two-2.0`."""
    entry = {"version": "2.0", "language": "xsd", "main": "two.xsd"}
    hashes = {name: {"sha256": hashlib.sha256(content).hexdigest()} for name, content in files.items()}
    sets = {"two-2.0": {"wheel": "carrier", "schemas": {"two-2.0": entry}, "files": hashes}}
    checkout.mkdir()
    (checkout / store.LOCK).write_text(
        tomlkit.dumps({"wheels": {"carrier": {"version": "1", "root": "pkg"}}, "sets": sets})
    )


class _Wheels:
    """Hands out one wheel, and counts."""

    def __init__(self, folder: Path, files: dict[str, bytes]) -> None:
        self.downloads = 0
        self._wheel = folder / "carrier-1-py3-none-any.whl"
        with ZipFile(self._wheel, "w") as archive:
            for name, content in files.items():
                archive.writestr(f"pkg/{name}", content)

    def download(self, wheel: Wheel, folder: Path) -> Path:  # noqa: ARG002  # it is there already
        assert wheel.requirement == "carrier==1"
        self.downloads += 1
        return self._wheel


def _sources(folder: Path) -> Path:
    """A schema in two folders that includes upwards, in a circle, and by an address."""
    files = {
        "plugins/main.xsd": '<xs:include schemaLocation="../lib/deep/part.xsd"/>'
        '<xs:import namespace="b" schemaLocation="http://example.org/x/beside.xsd"/>'
        '<xs:import namespace="c" schemaLocation="http://example.org/x/nowhere.xsd"/>',
        "plugins/beside.xsd": "",
        "plugins/unrelated.xsd": "",
        "lib/deep/part.xsd": '<xs:include schemaLocation="../other.xsd"/>',
        "lib/other.xsd": '<xs:include schemaLocation="deep/part.xsd"/>',
    }
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(XSD.format(content))
    return folder / "plugins" / "main.xsd"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # its name in the base class
        pass


class _Server:
    """Serves a folder on this machine."""

    def __init__(self, folder: Path) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
        self._thread = threading.Thread(target=self._server.serve_forever)

    def __enter__(self) -> str:
        self._thread.start()
        return f"http://127.0.0.1:{self._server.server_port}"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def _load(schema: schemas.Schema) -> None:
    """Have libxml2 read it; what it refuses is raised."""
    if schema.language is Language.DTD:
        etree.DTD(file=str(schema.path))
    elif schema.language is Language.RELAX_NG:
        etree.RelaxNG(file=str(schema.path))
    else:
        parser = etree.XMLParser(no_network=True)
        parser.resolvers.add(_Resolver(dict(schema.uris)))
        etree.XMLSchema(etree.parse(str(schema.path), parser))


class _Resolver(etree.Resolver):
    def __init__(self, uris: dict[str, Path]) -> None:
        self._uris = uris

    def resolve(self, system_url: str, public_id: str, context: Any = None) -> Any:  # noqa: ARG002  # lxml's own
        if system_url in self._uris:
            return self.resolve_filename(str(self._uris[system_url]), context)  # type: ignore[attr-defined]
        return None


def _shape(file: Path) -> object:
    return _node(etree.parse(str(file)).getroot())


def _node(element: Any) -> object:
    """An element as nested tuples, without documentation, order of attributes, and order of listed values."""
    kinds = [child for child in element if isinstance(child.tag, str) and not child.tag.endswith("}annotation")]
    children = [_node(child) for child in kinds]
    if all(child.tag.endswith("}enumeration") for child in kinds):
        children.sort(key=repr)
    return element.tag, sorted(element.attrib.items()), (element.text or "").strip(), children


def _paragraph(content: str) -> Any:
    return etree.fromstring(
        f"""<article xmlns:mml="http://www.w3.org/1998/Math/MathML" article-type="editorial" dtd-version="1.3"><front>
        <journal-meta><journal-id>x</journal-id><issn>1234-5679</issn></journal-meta>
        <article-meta><title-group><article-title>x</article-title></title-group>
        <pub-date><year>2020</year></pub-date></article-meta></front>
        <body><p>{content}</p></body></article>"""
    )
