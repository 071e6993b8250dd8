"""One seed: its manuscript, its dress, its file."""

from dataclasses import dataclass
from functools import cache, cached_property

from .compose import composed
from .dress import Dress
from .manuscript import Manuscript
from .write import word_file


@dataclass(frozen=True)
class Sample:
    """A manuscript dressed as a Word file."""

    seed: int
    manuscript: Manuscript
    dress: Dress

    @cached_property
    def data(self) -> bytes:
        """The bytes of the file."""
        return word_file(self.manuscript, self.dress)

    @property
    def worn(self) -> dict[str, str]:
        """The looks that the file really shows."""
        assert self.data
        return dict(sorted(self.dress.worn.items()))


@cache
def sample(seed: int) -> Sample:
    """The sample of a seed."""
    dress = Dress(seed)
    return Sample(seed, composed(seed, dress), dress)
