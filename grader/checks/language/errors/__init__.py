"""Detectors of language errors, one file each; their findings together are one list (``facts/language.py``).

``language.error-density`` shows the list and counts the grave ones, ``language.faulty-sentences`` counts the
sentences that have one.
"""
