"""Detectors of language errors, one file each; their findings together make ``language.error-density``."""
