"""Citations: recognised in running text and notes, and linked to the references they mean."""
