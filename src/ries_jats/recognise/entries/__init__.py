"""The entries of a list of references: where one ends and the next begins, told by what all of the list do."""
