"""Whether a text makes a point: words and names shared, and a sentence encoder, added up by learned weights."""
