"""Whether a sentence states something about the world that a reader could look up, figures and dates apart."""
