"""Citations and reference-list entries as strings: what they say, without an essay around them."""
