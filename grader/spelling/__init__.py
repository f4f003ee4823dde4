"""Our own speller: which words are known, and what an unknown one was meant to be.

Two dictionaries (British and American, hunspell's form of SCOWL, in ``lexicon/hunspell``), the word lists of the
lexicon, and words made of known ones; what is suggested comes from a list of common words, ranked by likeness.
"""

from grader.spelling.slips import Slip, slip, slip_in_name

__all__ = ["Slip", "slip", "slip_in_name"]
