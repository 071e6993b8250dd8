"""Invented articles in three languages, and how they are compared with what comes back."""
