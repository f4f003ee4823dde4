"""How the answer is built: introduction, thesis, outline, headings, paragraphs, counter-argument, conclusion."""
