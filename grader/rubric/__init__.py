"""Rubrics: read, checked and found by name. See rubrics/README.md for the file format."""

from grader.rubric.find import default_id, find, shipped
from grader.rubric.load import load_either, load_points, load_rubric, point_lines, read_rubric
from grader.rubric.model import Criterion, Gate, Level, Penalty, Point, PointSet, Rubric, Rule

__all__ = [
    "Criterion",
    "Gate",
    "Level",
    "Penalty",
    "Point",
    "PointSet",
    "Rubric",
    "Rule",
    "default_id",
    "find",
    "load_either",
    "load_points",
    "load_rubric",
    "point_lines",
    "read_rubric",
    "shipped",
]
