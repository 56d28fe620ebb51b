"""nbgrader's plugin for late submissions, with the rule of the settings.

``nbgrader_config.py`` names this class, so nbgrader's own commands take off the same as ``labkit grade`` does.
"""

from nbgrader.plugins import LateSubmissionPlugin
from traitlets import Enum, Float

from labkit.grading.lateness import METHODS, SECONDS, LateRule

_RULE = LateRule()


class LatePenalty(LateSubmissionPlugin):
    """A share off for every day or hour, beside the two methods that nbgrader has."""

    method = Enum(METHODS, default_value=_RULE.method, help="see labkit.grading.lateness").tag(config=True)
    share = Float(_RULE.share, help="per cent taken off for each day or hour begun").tag(config=True)
    per = Enum(tuple(SECONDS), default_value=_RULE.per, help="what the share is taken off for").tag(config=True)
    most = Float(_RULE.most, help="per cent taken off at most").tag(config=True)
    grace = Float(_RULE.grace, help="days or hours that are free").tag(config=True)

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float:
        """Say how many points are taken off a score."""
        rule = LateRule(self.method, self.share, self.per, self.most, self.grace)
        return rule.penalty(score, total_seconds_late)


def penalty(rule: LateRule, submission: object, score: float) -> float:
    """Ask the plugin about one submission of the gradebook."""
    plugin = LatePenalty(**vars(rule))
    return plugin.late_submission_penalty(submission.student.id, score, submission.total_seconds_late)
