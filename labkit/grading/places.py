"""Where everything of a cohort lies: one folder, laid out as nbgrader expects it, and never committed."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Places:
    """The folder of a cohort."""

    root: Path

    @property
    def settings(self) -> Path:
        """The one settings file."""
        return self.root / "grading.toml"

    @property
    def gradebook(self) -> Path:
        """nbgrader's database."""
        return self.root / "gradebook.db"

    @property
    def database(self) -> str:
        """The same as nbgrader names it."""
        return f"sqlite:///{self.gradebook.resolve()}"

    @property
    def originals(self) -> Path:
        """Every file that came in, byte for byte."""
        return self.root / "submitted-originals"

    @property
    def results(self) -> Path:
        """What grading found, one file per submission."""
        return self.root / "results"

    @property
    def lock(self) -> Path:
        """Held by the one process that may write."""
        return self.root / ".grading.lock"

    def release(self, lab: str) -> Path:
        """The student's notebook as released."""
        return self.root / "release" / lab / f"{lab[3:]}.ipynb"

    def source(self, lab: str) -> Path:
        """The solved notebook that nbgrader keeps as its source."""
        return self.root / "source" / lab / f"{lab[3:]}.ipynb"

    def submitted(self, student: str, lab: str) -> Path:
        """The submission that is graded."""
        return self.root / "submitted" / student / lab / f"{lab[3:]}.ipynb"

    def autograded(self, student: str, lab: str) -> Path:
        """The rebuilt notebook that nbgrader's page shows."""
        return self.root / "autograded" / student / lab / f"{lab[3:]}.ipynb"

    def result(self, student: str, lab: str) -> Path:
        """What grading found."""
        return self.results / student / f"{lab}.json"

    def labs(self) -> list[str]:
        """Labs that have been released."""
        return sorted(path.parent.name for path in self.root.glob("release/*/*.ipynb"))

    def submissions(self) -> list[tuple[str, str]]:
        """(student, lab) of everything handed in for a released lab."""
        labs = set(self.labs())
        found = [(p.parents[1].name, p.parent.name) for p in self.root.glob("submitted/*/*/*.ipynb")]
        return sorted({(who, lab) for who, lab in found if lab in labs and self.submitted(who, lab).exists()})
