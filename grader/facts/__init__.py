"""What the essay holds, judged by no rubric: sections, roles, outline, claims, coverage of points.

Each public function has the shape ``fact(essay, context) -> value`` and is asked for through ``context.fact``.
"""
