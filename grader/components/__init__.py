"""Which part each sentence plays in an argument: signs of a sentence, and a small model that adds them up."""
