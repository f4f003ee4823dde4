"""What the answer says: the expected points, the question's parts, what its directive asks for, how far claims are carried."""
