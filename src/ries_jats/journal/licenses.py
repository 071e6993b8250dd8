"""The licences that the project knows: SPDX identifier → canonical address.

Identifiers: https://spdx.org/licenses/. Addresses: https://creativecommons.org/licenses/ in the form that
`ali:license_ref` wants (https, closing slash).
"""

from types import MappingProxyType

_KINDS = ("BY", "BY-SA", "BY-NC", "BY-NC-SA", "BY-ND", "BY-NC-ND")
_VERSIONS = ("1.0", "2.0", "2.5", "3.0", "4.0")

LICENSE_URLS = MappingProxyType(
    {
        f"CC-{kind}-{version}": f"https://creativecommons.org/licenses/{kind.lower()}/{version}/"
        for version in reversed(_VERSIONS)
        for kind in _KINDS
        # Version 1.0 put the last two words of this one the other way round.
        if (kind, version) != ("BY-NC-ND", "1.0")
    }
    | {
        "CC-BY-NC-ND-1.0": "https://creativecommons.org/licenses/by-nd-nc/1.0/",
        "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    }
)
"""SPDX identifier → address."""

_SPELLINGS = {identifier.casefold(): identifier for identifier in LICENSE_URLS}


def spdx_identifier(text: str) -> str | None:
    """The identifier in its usual capitals (SPDX compares without case); None for an unknown one."""
    return _SPELLINGS.get(text.strip().casefold())
