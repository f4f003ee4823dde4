"""How the script looks: headings, cuttings, length, paragraphs, visual aids. Never the handwriting."""
