"""Expected points in the making: a draft of them from sources, and a second look at those that somebody wrote."""

from grader.drafting.model import Draft, Proposal, Source
from grader.drafting.propose import draft
from grader.drafting.review import Remark, review
from grader.drafting.yaml_out import to_yaml

__all__ = ["Draft", "Proposal", "Remark", "Source", "draft", "review", "to_yaml"]
