"""The sidecar: `<article>.toml` beside a manuscript, in which a person corrects what was recognised.

`metadata_toml` prints front matter in the form that `load_sidecar` reads and `apply_sidecar` puts in its place.
"""

from .correct import apply_sidecar
from .forms import Sidecar
from .loading import iter_findings, load_sidecar
from .write import metadata_toml

__all__ = ["Sidecar", "apply_sidecar", "iter_findings", "load_sidecar", "metadata_toml"]
