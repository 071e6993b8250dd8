"""Writes the French article of the demonstration issue as a Word file, and the figures of the issue.

Run `python scripts/make_demo_docx.py`; it needs python-docx (the `test` extra). The bytes are the same on every
machine: nothing is compressed, the parts of the package are dated 1980, the document's properties have fixed dates.

The text below is marked up lightly: blank lines separate paragraphs, `# ` and `## ` begin headings, `*` encloses
italic, `^` superscript, `[1]` calls a footnote, `- ` begins an item of a list; `{table}` and `{figure}` stand for
themselves. Apostrophes and the spaces before French punctuation become what Word makes of them.
"""
# ruff: noqa: SLF001 -- python-docx gives no public access to the elements behind its objects.

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

ISSUE: Final = Path(__file__).parent.parent / "input" / "2026-1"
DATE: Final = datetime(2026, 1, 15, 12, tzinfo=UTC)
FOOTNOTES_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
FOOTNOTES_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
MARKS: Final = re.compile(r"(\*[^*]+\*|\^[^^]+\^|\[\d+\])")

TITLE: Final = "Le registre et la marée : compter les escales au bureau de Port-Sauvage"

FRONT: Final = """
Claire RIVAGE^1^* et Paul LEMÔLE^2^

^1^ Laboratoire Archives et Rivages, Université du Détroit, Port-Clair, France

^2^ Musée des Écritures portuaires, Cap-Neuf, France

* Autrice correspondante : claire.rivage@example.org

ORCID : Claire Rivage, https://orcid.org/0000-0002-1825-0097

Reçu le 3 septembre 2025. Révisé le 24 novembre 2025. Accepté le 9 janvier 2026.

Pour citer cet article : Rivage, C. et Lemôle, P. (2026). Le registre et la marée : compter les escales au bureau de
Port-Sauvage. *Carnets du Détroit*, 1(1), 7-18.
"""

ABSTRACT: Final = """
# Résumé

Le bureau de Port-Sauvage est une invention ; ses registres aussi. Ils ont été écrits pour un atelier où l'on apprend à
lire les séries portuaires, et ils posent les mêmes questions que les vrais. Que compte-t-on lorsque l'on compte des
escales ? En suivant quatre années d'inscriptions, l'article montre que l'unité de compte change avec la personne qui
tient la plume, que les navires absents laissent plus de traces que les navires présents, et que la marée, jamais
nommée, règle l'ordre des lignes. Il propose une manière de publier ces séries sans en effacer les hésitations.

Mots-clés : archives portuaires ; escales ; registres ; séries statistiques ; écriture administrative
"""

ENGLISH_ABSTRACT: Final = """
# Abstract

The harbour office of Port-Sauvage is an invention, and so are its registers. They were written for a workshop on the
reading of port series, and they raise the questions that real ones raise. What do we count when we count calls?
Following four years of entries, this article shows that the unit changes with the hand that holds the pen, that absent
ships leave more traces than those in port, and that the tide, which is never named, governs the order of the lines. It
proposes a way of publishing such series that does not erase their hesitations.

Keywords: port archives; port calls; registers; statistical series; administrative writing
"""

BODY: Final = """
# Introduction

Un registre de port est d'abord un meuble. On le pose près de la fenêtre, on l'ouvre le matin, on y note ce qui entre et
ce qui sort, et l'on oublie qu'il faudra un jour le lire. Les historiens qui le trouvent un siècle plus tard y voient
une série ; celui qui le tenait y voyait une journée[1]. Cet article part de cet écart. Il suit les registres d'un
bureau imaginaire, celui de Port-Sauvage, que les participants d'un atelier ont tenus à tour de rôle pendant quatre
années fictives, en respectant des marées calculées et des tarifs tirés au sort.

Pourquoi inventer des registres, quand les dépôts en conservent tant ? Parce que l'on peut interroger ceux qui les ont
écrits. Balise et Corde (2018) ont proposé une méthode pour compter les escales dans des séries lacunaires ; Drisse
(2020) a soutenu que les lacunes étaient la partie la plus sûre du document. Il était difficile de trancher sur pièces.
L'atelier de Port-Sauvage permet de le faire sur témoins, puisque les commis sont vivants et qu'ils se souviennent,
parfois, de ce qu'ils ont omis[2].

# L'unité et la main

## Ce qu'est une escale

La consigne de l'atelier tenait en une phrase : inscrire toute escale. Elle ne définissait pas l'escale, et c'était
voulu. La première commise inscrivit les navires qui jetaient l'ancre. Le deuxième n'inscrivit que ceux qui payaient un
droit. La troisième, plus scrupuleuse, ouvrit une colonne pour les navires qui avaient attendu au large avant de
renoncer. Le quatrième supprima la colonne, mais continua de la remplir dans la marge, au crayon[3]. Chacun était fidèle
à la consigne ; aucun ne comptait la même chose.

Le tableau 1 donne le total annuel des inscriptions et sa décomposition. À le lire sans précaution, on conclurait que le
trafic a doublé la troisième année. Il n'en est rien : les tirages de l'atelier fixaient un nombre à peu près constant
de navires. Ce qui a doublé, c'est l'attention.

{table}

Amarre (2011) appelle « grain » d'un registre la plus petite chose qu'il accepte de voir. Le grain de Port-Sauvage passe
de l'ancre au droit, du droit à l'attente, puis de l'attente à la marge. La figure 1 montre que les inscriptions
marginales compensent presque exactement, la dernière année, la colonne disparue.

{figure}

## Les navires absents

Les navires les mieux décrits sont ceux qui ne vinrent pas. Un navire présent tient en une ligne : un nom, un tonnage,
un droit. Un navire attendu occupe la page. On note qu'il n'est pas là, puis qu'il n'est toujours pas là, puis ce qu'en
dit un autre capitaine, enfin les raisons que l'on prête à son retard. Au total, trente et un navires absents occupent à
eux seuls un cinquième des lignes[4]. *Le registre enregistre l'inquiétude mieux que le trafic*, ce qui n'étonnera que
ceux qui n'ont jamais attendu.

Cette abondance a une conséquence pour qui veut compter. Si l'on écarte les absents, comme le font la plupart des
dépouillements, on perd le seul passage du registre où la personne qui écrit dit ce qu'elle sait et d'où elle le tient.
Si on les garde, on compte des navires qui ne sont pas venus. Balise et Corde (2018, p. 52) recommandent de les compter
à part ; nous les avons suivis, non sans remarquer que la frontière entre l'absent et le retardataire est tracée par
l'arrivée, c'est-à-dire par la suite de l'histoire.

# La marée, qui n'est pas nommée

Aucun des quatre commis n'a écrit le mot *marée*. L'ordre des lignes, pourtant, ne s'explique que par elle. Les
inscriptions vont par grappes de trois ou quatre, séparées par de longs silences ; et si l'on reporte ces silences sur
le calendrier des marées de l'atelier, ils tombent tous à basse mer. Le port assèche, personne n'entre, la plume se
repose.

Trois indices permettent de retrouver la marée dans un registre qui ne la nomme pas :

- l'encre, plus claire à la fin d'une grappe qu'à son début, parce que l'on n'y a pas retrempé la plume ;
- les additions, faites pendant les silences et toujours justes ;
- les ratures, faites pendant les grappes et rarement corrigées.

Drisse (2020) y verrait une preuve que le silence est sûr. Nous y voyons plutôt que la régularité n'a pas besoin d'être
écrite pour être observée : ce que tout le monde sait, nul ne le note[5]. C'est une leçon de prudence pour les longues
séries. Elles donnent ce qui changeait aux yeux de ceux qui les tenaient ; le reste, qui est souvent l'essentiel, était
à la fenêtre.

# Publier l'hésitation

Comment éditer de telles séries ? L'usage est de normaliser : on choisit un grain, on y ramène toutes les années, on
livre un tableau. Le résultat est commode, et il est faux d'une manière que le lecteur ne peut plus voir. Nous proposons
de publier trois colonnes au lieu d'une : ce que la main a écrit, ce que l'éditeur a compris, et ce qui permettrait d'en
douter. La troisième est la plus longue. Elle est aussi, d'après l'enquête menée auprès des lecteurs de l'atelier, la
plus lue[6].

Cette proposition a un coût. Elle demande de la place, du temps et un certain goût pour la note. Hauban (2022) estime
qu'elle multiplie par trois le travail d'édition ; notre expérience, plus modeste, donne un facteur de deux. Mais elle
rend aux séries ce que le tableau leur ôte, la possibilité d'être relues.

# Conclusion

Les registres de Port-Sauvage n'apprennent rien sur le commerce d'un port qui n'existe pas. Ils apprennent quelque chose
sur la façon dont un port s'écrit. On y compte ce que l'on attend, on y tait ce que l'on voit, et la mer règle la page
sans y paraître. Ceux qui dépouillent de vrais registres le savaient sans doute. Il n'était pas inutile de le vérifier
une fois, avec des témoins.
"""

REFERENCES: Final = """
# Références

Amarre, J. (2011). *L'écriture des quais*. Éditions du Ponton.

Balise, M. et Corde, L. (2018). Compter les escales : une méthode. *Revue fictive d'histoire portuaire*, 12(3), 45-67.
https://doi.org/10.5555/rfhp.2018.12.3.45

Drisse, P. (2020). Le silence des registres. Dans L. Corde (dir.), *Papiers de mer* (p. 101-128). Presses fictives du
Détroit. https://doi.org/10.5555/papiers.2020.101

Hauban, S. (2022). Trois colonnes pour une. *Cahiers imaginaires de l'édition*, 4(1), 9-30.
https://doi.org/10.5555/cie.2022.4.1.9

Vergue, A. (2016). *La marge et le crayon : annoter les comptes*. Éditions du Ponton.
"""

NOTES: Final = (
    "Les registres de l'atelier sont cités par année et par ligne : II, 140 renvoie à la ligne 140 de l'année II.",
    "Voir Drisse (2020, p. 104) ; sur la mémoire des commis, voir aussi Amarre (2011).",
    "Registre IV, 12 à 388. Sur le crayon dans les comptes, voir Vergue (2016, p. 33-40).",
    "Registres I à IV, *passim*. Le plus long retard, celui du *Sans-Hâte*, occupe quarante-deux lignes.",
    "Amarre, *op. cit.*, p. 77.",
    "Enquête de l'atelier, question 9 : vingt-trois réponses, dont dix-sept en ce sens.",
)

TABLE_CAPTION: Final = " Inscriptions au registre de Port-Sauvage, par année et par nature"
TABLE: Final = (
    ("Année", "Ancrages", "Droits perçus", "Attentes", "Total"),
    ("I", "212", "0", "0", "212"),
    ("II", "0", "187", "0", "187"),
    ("III", "205", "0", "214", "419"),
    ("IV", "201", "0", "19", "220"),
)
FIGURE_CAPTION: Final = " Inscriptions dans la marge, par année"
FIGURE_ALT: Final = "Histogramme de quatre barres, presque nulles sauf la dernière"
MARGINS: Final = (4, 9, 0, 196)
DISPUTES: Final = (14, 19, 27, 33)


def main() -> None:
    """Write the figures and the Word file into the demonstration issue."""
    (ISSUE / "figures").mkdir(parents=True, exist_ok=True)
    (ISSUE / "figures" / "disputes.png").write_bytes(bar_chart(DISPUTES))
    (ISSUE / "rivage-registre.docx").write_bytes(repeatable(write_article()))


def write_article() -> bytes:
    """The whole article as Word writes it, with the dates that the libraries put into it."""
    document = Document()
    prepare(document)
    document.add_paragraph(typographic(TITLE), style="Title")
    write_blocks(document, FRONT)
    write_blocks(document, ABSTRACT)
    write_blocks(document, ENGLISH_ABSTRACT, language="en-GB")
    write_blocks(document, BODY)
    write_blocks(document, REFERENCES)
    write_footnotes(document)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def prepare(document: DocumentType) -> None:
    """Set properties and languages, and make the styles of notes that the template of python-docx lacks."""
    properties = document.core_properties
    properties.title, properties.author, properties.language = TITLE, "Claire Rivage", "fr-FR"
    properties.created = properties.modified = DATE
    properties.last_modified_by, properties.comments, properties.revision = "", "", 1
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "fr-FR")
    lighten(document)
    document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER).font.superscript = True


def lighten(document: DocumentType) -> None:
    """Take out of the template what the article does not use: most styles of tables, their doubles, a picture."""
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in {"Normal Table", "Table Grid"}:
            style.delete()
    drop_relation(document.part.rels, "/stylesWithEffects")
    drop_relation(document.part.package.rels, "/thumbnail")


def drop_relation(relations: Relationships, kind: str) -> None:
    """Forget the part that a relation of `kind` (the end of its type) leads to: it is then not written."""
    for key in [key for key, relation in relations.items() if relation.reltype.endswith(kind)]:
        del relations[key]


def write_blocks(document: DocumentType, text: str, language: str = "") -> None:
    """Append the paragraphs of `text`, in `language` (a BCP 47 tag) if it is not that of the document."""
    for block in re.split(r"\n\s*\n", text.strip()):
        for paragraph in iter_paragraphs(document, block):
            for run in paragraph.runs:
                if language:
                    run._r.get_or_add_rPr().append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{language}"/>'))


def iter_paragraphs(document: DocumentType, block: str) -> Iterator[Paragraph]:
    """Append one block of the markup and yield the paragraphs made of it."""
    if block == "{table}":
        yield write_caption(document, "Tableau", TABLE_CAPTION)
        write_table(document)
    elif block == "{figure}":
        picture = document.add_picture(BytesIO(bar_chart(MARGINS)), width=Cm(10))
        picture._inline.docPr.set("descr", FIGURE_ALT)
        yield write_caption(document, "Figure", FIGURE_CAPTION)
    elif heading := re.match(r"(#+) ", block):
        yield document.add_heading(typographic(block[heading.end() :]), level=len(heading[1]))
    elif block.startswith("- "):
        for item in re.split(r"\n(?=- )", block):
            yield write_runs(document.add_paragraph(style="List Bullet"), item.removeprefix("- "))
    else:
        yield write_runs(document.add_paragraph(), block)


def write_runs(paragraph: Paragraph, text: str) -> Paragraph:
    """Fill `paragraph` with the marked up `text`."""
    for piece in MARKS.split(typographic(" ".join(text.split()))):
        if piece.startswith("[") and MARKS.fullmatch(piece):
            write_call(paragraph.add_run(), int(piece[1:-1]))
        elif piece.startswith("^") and MARKS.fullmatch(piece):
            paragraph.add_run(piece[1:-1]).font.superscript = True
        elif piece.startswith("*") and MARKS.fullmatch(piece):
            paragraph.add_run(piece[1:-1]).italic = True
        elif piece:
            paragraph.add_run(piece)
    return paragraph


def typographic(text: str) -> str:
    """`text` with the apostrophes and the no-break spaces that Word puts in while one types French."""
    return re.sub(r" (?=[;:?!»])|(?<=«) ", "\u00a0", text.replace("'", "\u2019"))


def write_call(run: Run, number: int) -> None:
    """Make `run` the call-out of a footnote."""
    run.style = "footnote reference"
    run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{number}"/>'))


def write_caption(document: DocumentType, name: str, text: str) -> Paragraph:
    """Append a caption as Word makes it: its number is a field."""
    paragraph = document.add_paragraph(f"{name} ", style="Caption")
    for content in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> SEQ {name} \\* ARABIC </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{content}</w:r>"))
    paragraph.add_run(typographic(f".{text}"))
    return paragraph


def write_table(document: DocumentType) -> None:
    """Append the table, its first row marked as a header that is repeated on every page."""
    table = document.add_table(rows=len(TABLE), cols=len(TABLE[0]), style="Table Grid")
    for row, texts in zip(table.rows, TABLE, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def write_footnotes(document: DocumentType) -> None:
    """Add the part of the package that holds the footnotes, which python-docx does not know."""
    root = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
    for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
        note = (
            f'<w:footnote {nsdecls("w")} w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        )
        root.append(parse_xml(note))
    for number, text in enumerate(NOTES, start=1):
        root.append(footnote_element(document, number, text))
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, blob, document.part.package)
    document.part.relate_to(part, FOOTNOTES_RELATION)


def footnote_element(document: DocumentType, number: int, text: str) -> etree._Element:
    """One footnote: its printed number, a space and its text, built in the document and taken out of it."""
    paragraph = document.add_paragraph(style="footnote text")
    reference = paragraph.add_run()
    reference.style = "footnote reference"
    reference._r.append(parse_xml(f"<w:footnoteRef {nsdecls('w')}/>"))
    paragraph.add_run(" ")
    write_runs(paragraph, text)
    element: etree._Element = parse_xml(f'<w:footnote {nsdecls("w")} w:id="{number}"/>')
    element.append(paragraph._p)
    return element


def repeatable(package: bytes) -> bytes:
    """The same package without dates and without compression, whose bytes depend on the version of zlib."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as source, zipfile.ZipFile(written, "w") as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name), source.read(name))
    return written.getvalue()


def bar_chart(values: Sequence[int], width: int = 400, height: int = 240) -> bytes:
    """A chart of `values` as a PNG of two grey levels, of `width` × `height` pixels, written by hand."""
    tallest, slot = max(values) or 1, width // len(values)
    heights = [(height - 20) * value // tallest for value in values]
    rows = []
    for above in range(height - 1, -1, -1):
        ink = [
            above < 2 or (slot // 4 <= x % slot < 3 * slot // 4 and above < heights[x // slot]) for x in range(width)
        ]
        bits = int("".join("0" if inked else "1" for inked in ink), 2)
        rows.append(b"\0" + bits.to_bytes(width // 8, "big"))
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(rows), 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(kind, data) for kind, data in chunks)


def png_chunk(kind: bytes, data: bytes) -> bytes:
    """Length, kind, data and checksum (PNG specification, 5.3)."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


if __name__ == "__main__":
    main()
