"""What repair leaves alone: manuscripts that their authors wrote."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from ries_jats.build import build_article, plan_jobs
from ries_jats.journal import find_issues
from ries_jats.manuscript import read, repair
from tests.invention.article import Article
from tests.invention.invent import LANGUAGES, invented

from .clean import markdown
from .demonstration import demonstration
from .judge import Verdict, judge
from .truth import truth_of

FEW = settings(max_examples=15, deadline=None, derandomize=True, database=None)


@FEW
@given(st.integers(0, 10**6), st.sampled_from(LANGUAGES))
def test_a_clean_manuscript_goes_through_repair_untouched(seed: int, language: str) -> None:
    assert_untouched(invented(seed, language))


def test_a_clean_manuscript_is_not_taken_for_an_extracted_one() -> None:
    with TemporaryDirectory() as folder:
        assert not repair(read(written(demonstration(), Path(folder)))).is_extracted


def test_the_demonstration_goes_through_repair_untouched() -> None:
    assert_untouched(demonstration())


def test_a_clean_manuscript_is_told_as_it_is() -> None:
    """The truth and the judge are right: nothing was damaged, and they find no difference."""
    for seed, language in ((0, "fr"), (5, "en"), (14, "es")):
        article = invented(seed, language, tells_levels=False)
        assert built_clean(article) == Verdict((), ())


def assert_untouched(article: Article) -> None:
    with TemporaryDirectory() as folder:
        document = read(written(article, Path(folder)))
    repaired = repair(document)
    assert repaired.blocks == document.blocks
    assert repaired.notes == document.notes


def built_clean(article: Article) -> Verdict:
    with TemporaryDirectory() as folder:
        (job,) = plan_jobs(list(find_issues(written(article, Path(folder)))), Path(folder) / "output", language="en")
        build_article(job)
        return judge(truth_of(article), job.target / "article.xml")


def written(article: Article, folder: Path) -> Path:
    manuscript = folder / "manuscript" / "article.md"
    manuscript.parent.mkdir()
    manuscript.write_text(markdown(article), "utf-8")
    return manuscript
