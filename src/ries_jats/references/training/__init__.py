"""Material on which the parser of references is trained: labelled strings, read from a file or made up."""
