"""What an import would do or did: every problem by its place, and what to do about it."""

from collections import Counter
from dataclasses import dataclass, field


class BadFile(Exception):
    """A file that cannot be read at all. Its text is a sentence for the person who sent it."""


@dataclass(frozen=True)
class Problem:
    """What is wrong, where (a row of a table or a record, counted from 1), in which column, and what to do."""

    where: str
    column: str
    sentence: str

    def __str__(self) -> str:
        return ", ".join(part for part in (self.where, self.column) if part) + f": {self.sentence}"


@dataclass
class Report:
    """The outcome. Nothing is stored while there is one problem: all or nothing."""

    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    left_out: Counter = field(default_factory=Counter)
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    same: int = 0
    stored: bool = False

    def as_data(self) -> dict:
        """The report as JSON keeps it."""
        return {
            "problems": [[problem.where, problem.column, problem.sentence] for problem in self.problems],
            "notes": self.notes,
            "left_out": sorted(self.left_out.items()),
            "kept": self.kept,
            "added": self.added,
            "changed": self.changed,
            "same": self.same,
        }

    def lines(self) -> list[str]:
        """The whole report as lines of text."""
        said = [f"PROBLEM {problem}" for problem in self.problems]
        said += [f"NOTE {note}" for note in self.notes]
        said += [f"LEFT OUT {what} ({count} times)" for what, count in sorted(self.left_out.items())]
        said += [f"KEPT {kept}" for kept in self.kept]
        said += [f"NEW {name}" for name in self.added]
        said += [f"CHANGED {name}" for name in self.changed]
        counts = f"{len(self.added)} new, {len(self.changed)} changed, {self.same} the same, {len(self.kept)} kept"
        if self.problems:
            return [*said, f"{len(self.problems)} problems, so nothing was stored. {counts} otherwise."]
        if not self.stored:
            return [*said, f"{counts}. Nothing was stored: this was a dry run."]
        return [
            *said,
            f"{counts}. {'Stored as drafts.' if self.added or self.changed else 'There was nothing to store.'}",
        ]


@dataclass
class Entry:
    """One service as a file gives it. In a `whole` one, what is not there is empty; else nothing is said about it."""

    where: str
    data: dict
    whole: bool = False
