"""Whether the sections speak of what their headings announce.

A marker reads the heading first and looks for it in the lines below; a heading over another section's text sends the
reader the wrong way. Figures of speech are headings too, so that only two sections whose texts stand under each
other's headings are called out. Authority: headings are "concise and descriptive" of their sections (APA 7, section 2.27).

Good: "Boats and licences" over the boats, "Schools" over the schools.
Bad: "Boats and licences" over the schools, and "Schools" over the boats.
"""

from grader.context import Context
from grader.facts.heading_match import heading_matches
from grader.model import Essay, Finding, Measurement

TITLE = "Headings against their sections"


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the body's headings whose section takes them up, 0 to 1; None with fewer than two headings."""
    found = context.fact(heading_matches)
    if len(found) < 2:
        return Measurement(None, note="fewer than two headings over a body of text")
    findings = tuple(
        Finding(
            one.section.heading.span,
            f"The text under this heading does not take it up; it is nearer to the heading “{one.other.title}”, and the "
            "text there to this one.",
            "Read both sections against their headings: have they changed places?",
            severity="minor",
            kind="heading match",
        )
        for one in found
        if one.other and one.section.heading
    )
    kept = len(found) - len(findings)
    note = f"{kept} of {len(found)} headings fit their sections, as far as can be told"
    return Measurement(kept / len(found), "share", note, findings)
