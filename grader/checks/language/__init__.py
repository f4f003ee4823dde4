"""How the answer is written: errors found, sentence variety, readability."""
