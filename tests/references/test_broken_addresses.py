"""Addresses that an extraction cut."""

from ries_jats.references.parser import parse_reference


def test_an_address_that_may_not_be_whole_is_none() -> None:
    parsed = parse_reference("Aldous, M. (2004). Quays. https://port.example/files/2016/quays_and 12 lamps_4.pdf")
    assert not list(parsed.all("ext-link"))


def test_a_whole_one_is() -> None:
    parsed = parse_reference("Aldous, M. (2004). Quays. https://port.example/files/2016/quays_4.pdf, p. 12.")
    assert parsed.first("ext-link") == "https://port.example/files/2016/quays_4.pdf"
