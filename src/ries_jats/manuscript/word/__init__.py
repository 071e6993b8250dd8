"""What word processors write in a file beside its words."""
