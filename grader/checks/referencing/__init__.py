"""Who says so: checkable claims and their sources, quotations, citations against the reference list."""
