"""Segments that the model has cut wrongly are put right: each example is a reading as a model may give it."""

import re
from dataclasses import replace

import pytest

from ries_jats.references.labels import Label
from ries_jats.references.mending import mended
from ries_jats.references.phrases import known_kinds
from ries_jats.references.reading import Reading
from ries_jats.references.tokens import tokens_of

MARK = re.compile(r"<([a-z-]+)>")


def reading(marked: str) -> Reading:
    """`<author>Ida Morel, <title>Les quais` as the model gives it."""
    _, *pieces = MARK.split(marked)
    text, spans = "", []
    for label, words in zip(pieces[::2], pieces[1::2], strict=True):
        text += words
        spans.append((len(text), Label(label)))
    tokens = tokens_of(text)
    labels = [next(label for stop, label in spans if token.start < stop) for token in tokens]
    return Reading(text, tokens, known_kinds(tokens), labels, [1.0] * len(tokens))


def mended_text(marked: str) -> str:
    read = reading(marked)
    segments = mended(read, read.segments())
    return " ".join(f"<{segment.label}>{read.stretch(segment).words}" for segment in segments)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            "<journal>Ports <genre>[En ligne], <container-title>12 | 1989, <note>mis en ligne le 3 mars 2007",
            "<journal>Ports <genre>[En ligne], <volume>12 | <date>1989 <container-title>, <note>mis en ligne le 3 mars 2007",
        ),
        (
            "<journal>Ports <genre>[En ligne], 52-1 | <date>2012, <note>URL",
            "<journal>Ports <genre>[En ligne], <volume>52-1 | <date>2012 <note>URL",
        ),
        (
            "<title>Quays. <journal>Ports <date>2019, <pages>8, 97",
            "<title>Quays. <journal>Ports <date>2019, <volume>8, <pages>97",
        ),
        (
            "<title>Les quais, <journal>Ports, <date>1987, <pages>45, p. 12",
            "<title>Les quais, <journal>Ports, <date>1987, <volume>45, <pages>p. 12",
        ),
        (
            "<journal>Puertos <volume>Vol. 12 <journal>Nros. <pages>3-4 pp. 5-9",
            "<journal>Puertos <volume>Vol. 12 Nros. 3-4 <pages>pp. 5-9",
        ),
        (
            "<title>Los muelles, <location>Madrid, <publisher>Alianza, <date>1998, <note>3.ª ed.",
            "<title>Los muelles, <location>Madrid, <publisher>Alianza, <date>1998, <edition>3.ª ed.",
        ),
        (
            "<editor>Morel, I. (2.ª ed., <date>1998): <title>Los muelles",
            "<author>Morel, I. <edition>(2.ª ed., <date>1998): <title>Los muelles",
        ),
        (
            "<title>Los muelles, <publisher>Alianza, <edition>4ª reimpr., 1998 (1ª ed. <note>en francés, 1971)",
            "<title>Los muelles, <publisher>Alianza, <edition>4ª reimpr., <date>1998 <note>(1ª ed. en francés, 1971)",
        ),
        (
            "<author>Ida Morel. <journal>The Quays. <date>1848. <publisher>Harbour Press, <date>2002",
            "<author>Ida Morel. <title>The Quays. <note>1848. <publisher>Harbour Press, <date>2002",
        ),
        (
            "<author>Haut Conseil à <title>l’usage des quais, Rapport sur les ports, <location>Brest",
            "<author>Haut Conseil à l’usage des quais, <title>Rapport sur les ports, <location>Brest",
        ),
        (
            "<title>Comisión del Puerto y de la Costa. <genre>Informe final. <location>Lima",
            "<author>Comisión del Puerto y de la Costa. <title>Informe final. <location>Lima",
        ),
        (
            "<title>Organisation internationale des quais, <journal>Les ports du monde, <date>2012",
            "<author>Organisation internationale des quais, <title>Les ports du monde, <date>2012",
        ),
        (
            "<author>Government of Ruritania, <title>Ministry of the Sea, <genre>Annual Report <date>2008",
            "<author>Government of Ruritania, Ministry of the Sea, <title>Annual Report <date>2008",
        ),
        (
            "<title>Ivo Marchetti, <editor>ed., <title>Quays of the North <location>(London",
            "<editor>Ivo Marchetti, ed., <title>Quays of the North <location>(London",
        ),
        (
            "<director>I.-J. Morel, <title>Les quais, <date>1955",
            "<author>I.-J. Morel, <title>Les quais, <date>1955",
        ),
        (
            "<title>« Les quais ». Dans Les ports, <genre>sous la direction d’Ida Morel, <pages>3-11",
            "<title>« Les quais ». <container-title>Dans Les ports, <editor>sous la direction d’Ida Morel, <pages>3-11",
        ),
        (
            "<title>Les quais, <genre>thèse de doctorat, <editor>dir. Paul Roy, <publisher>Université de Brest",
            "<title>Les quais, <genre>thèse de doctorat, <note>dir. Paul Roy, <publisher>Université de Brest",
        ),
        (
            "<title>‘Quays’, <genre>Working Paper No. 12, <location>Cambridge, MA: <title>Bureau of Harbours",
            "<title>‘Quays’, <genre>Working Paper No. 12, <location>Cambridge, MA: <publisher>Bureau of Harbours",
        ),
        (
            "<title>Quays, <location>SEAPORT, Geneva",
            "<title>Quays, <publisher>SEAPORT, <location>Geneva",
        ),
        (
            "<title>Quays. <location>New York: Greenwich",
            "<title>Quays. <location>New York: <publisher>Greenwich",
        ),
        (
            "<title>“Whose Quays Are These?” Harbour Talk <date>2013",
            "<title>“Whose Quays Are These?” <container-title>Harbour Talk <date>2013",
        ),
        (
            "<container-title>Actes du colloque Le commerce <genre>en ligne et ses quais, <date>2013",
            "<container-title>Actes du colloque Le commerce en ligne et ses quais, <date>2013",
        ),
        (
            "<note>Cf. Claude <author>Morel, <title>Les quais, <date>1955",
            "<note>Cf. <author>Claude Morel, <title>Les quais, <date>1955",
        ),
        (
            "<author>Voir aussi Ida Morel, <title>Les quais, <date>1955",
            "<note>Voir aussi <author>Ida Morel, <title>Les quais, <date>1955",
        ),
        (
            "<note>See Morel, op. cit., <pages>p. 12",
            "<note>See <author>Morel, <note>op. cit., <pages>p. 12",
        ),
        (
            "<title>Claude Morel, Les quais, <location>Paris, <date>1955",
            "<author>Claude Morel, <title>Les quais, <location>Paris, <date>1955",
        ),
        (
            "<title>MOREL, Claude. Les quais. <location>Paris, <date>1955",
            "<author>MOREL, Claude. <title>Les quais. <location>Paris, <date>1955",
        ),
        (
            "<title>Ministère des ports. Les quais. <location>Paris, <date>1955",
            "<author>Ministère des ports. <title>Les quais. <location>Paris, <date>1955",
        ),
        (
            "<author>Morel, I. The quays of harbours: <title>a history, <date>1955",
            "<author>Morel, I. <title>The quays of harbours: a history, <date>1955",
        ),
        (
            "<title>Les quais, <publisher>Seuil, <container-title>« Histoire des ports », <date>1955",
            "<title>Les quais, <publisher>Seuil, <collection-title>« Histoire des ports », <date>1955",
        ),
        (
            "<author>Ida Morel, <title>Paul Roy et Anne Lebrun, Les quais, <date>1955",
            "<author>Ida Morel, Paul Roy et Anne Lebrun, <title>Les quais, <date>1955",
        ),
        (
            "<title>Quays, <location>Cambridge <publisher>(Mass.), Harbour Press, <date>1955",
            "<title>Quays, <location>Cambridge (Mass.) <publisher>, Harbour Press, <date>1955",
        ),
        (
            "<author>Morel (I.), <title>1998. Les quais. <location>Brest",
            "<author>Morel (I.), <date>1998. <title>Les quais. <location>Brest",
        ),
        (
            "<title>Les quais. <publisher>Seuil, <date>2007. <note>(La mer et les ports)",
            "<title>Les quais. <publisher>Seuil, <date>2007. <collection-title>(La mer et les ports)",
        ),
        (
            "<title>Les quais et leur<edition>(s) bateau(x), <location>Brest",
            "<title>Les quais et leur(s) bateau(x), <location>Brest",
        ),
        (
            "<title>Port de Brest <date>(1955), <title>Les quais",
            "<author>Port de Brest <date>(1955), <title>Les quais",
        ),
        (
            "<title>« Les quais », <container-title>in Ida Morel <editor>(dir.), <container-title>Les ports",
            "<title>« Les quais », <editor>in Ida Morel (dir.), <container-title>Les ports",
        ),
        (
            "<title>« Les quais », <container-title>in Ida Morel (dir.), Les ports, <date>1955",
            "<title>« Les quais », <editor>in Ida Morel (dir.), <container-title>Les ports, <date>1955",
        ),
        (
            "<author>Ida Morel <title>(sous la direction de), Les quais, <date>1955",
            "<author>Ida Morel (sous la direction de), <title>Les quais, <date>1955",
        ),
        (
            "<title>Los muelles. <editor>En P. Morel, Historia de los puertos <pages>(pp. 11-26)",
            "<title>Los muelles. <editor>En P. Morel, <container-title>Historia de los puertos <pages>(pp. 11-26)",
        ),
        (
            "<author>Koller, <title>Karl: Die Kaie, <date>1955",
            "<author>Koller, Karl: <title>Die Kaie, <date>1955",
        ),
        (
            "<title>« Les quais, <date>août 2005 <title>», <journal>Ports, <date>2006",
            "<title>« Les quais, août 2005 », <journal>Ports, <date>2006",
        ),
        (
            "<author>Ida Morel. <title>“Quays.” Harbours of the World. <location>London",
            "<author>Ida Morel. <title>“Quays.” <container-title>Harbours of the World. <location>London",
        ),
        (
            "<title>Cours de navigation, publié par Ida Morel et Paul Roy, <location>Paris",
            "<title>Cours de navigation, <editor>publié par Ida Morel et Paul Roy, <location>Paris",
        ),
        (
            "<author>Ida Morel, <title>Les quais. In: Histoire des ports. <location>Paris",
            "<author>Ida Morel, <title>Les quais. <container-title>In: Histoire des ports. <location>Paris",
        ),
        (
            "<title>Loi n° 12 sur les quais, Journal officiel n° 143 du 22 juin 2004",
            "<title>Loi n° 12 sur les quais, <journal>Journal officiel <volume>n° 143 <date>du 22 juin 2004",
        ),
        (
            "<author>Morel, <title>Los muelles, op. cit., <pages>p. 12",
            "<author>Morel, <title>Los muelles, <note>op. cit., <pages>p. 12",
        ),
        (
            "<journal>El Puerto, <volume>14 <date>de octubre de 2012",
            "<journal>El Puerto, <date>14 de octubre de 2012",
        ),
        (
            "<title>Los muelles, <location>Madrid, Espuma, <date>1990",
            "<title>Los muelles, <location>Madrid, <publisher>Espuma, <date>1990",
        ),
        (
            "<title>Los muelles, Barcelona, <publisher>Espuma, <date>1990",
            "<title>Los muelles, <location>Barcelona, <publisher>Espuma, <date>1990",
        ),
        (
            "<title>Leitura e porto. <publisher>Cais & Vela, <volume>v. 32, n. 1, <date>2007",
            "<title>Leitura e porto. <journal>Cais & Vela, <volume>v. 32, n. 1, <date>2007",
        ),
        (
            "<title>Leitura e porto. Cais & Vela, <volume>v. 32, n. 1, <date>2007",
            "<title>Leitura e porto. <journal>Cais & Vela, <volume>v. 32, n. 1, <date>2007",
        ),
        (
            "<author>Port de Brest <date>(2005): <genre>Informe sobre los muelles, <location>Madrid",
            "<author>Port de Brest <date>(2005): <title>Informe sobre los muelles, <location>Madrid",
        ),
        (
            "<title>Los muelles, <edition>edición de Ida Morel, <location>Madrid",
            "<title>Los muelles, <editor>edición de Ida Morel, <location>Madrid",
        ),
    ],
)
def test_segments_are_put_right(given: str, expected: str) -> None:
    assert mended_text(given) == expected


def test_what_is_right_stays() -> None:
    right = "<author>Ida Morel, <title>Les quais, <location>Paris, <publisher>Seuil, <date>1955, <pages>p. 12"
    assert mended_text(right) == right


def test_an_empty_reading_has_no_segments() -> None:
    assert not mended(replace(reading("<title>a"), tokens=[], kinds=[], labels=[], certainties=[]), [])
