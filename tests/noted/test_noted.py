"""References that notes print are found, with their bounds; sentences, short forms and archives are none."""

from pathlib import Path

from ries_jats.article.prose import Origin, Prose
from ries_jats.recognise.noted import iter_references

NOTES = Path(__file__).with_name("notes.txt")
RIGHT = 0.93
"""Part of the notes whose references are found exactly, and no other."""


def notes() -> list[str]:
    """The notes, with marks where references are."""
    return [line for line in NOTES.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def marked(note: str) -> str:
    """A note with marks where references are found."""
    text = note.replace("⟦", "").replace("⟧", "")
    parts, place = [], 0
    for start, reference in iter_references(Prose.of(text, Origin.MANUSCRIPT)):
        stop = start + len(reference.text.text)
        parts += [text[place:start], "⟦", text[start:stop], "⟧"]
        place = stop
    return "".join([*parts, text[place:]])


def test_references_in_notes_are_found() -> None:
    wrong = [f"{note}\n    {marked(note)}" for note in notes() if marked(note) != note]
    assert len(wrong) <= (1 - RIGHT) * len(notes()), f"{len(wrong)} of {len(notes())}\n" + "\n".join(wrong)
