"""`python -m ries_jats` is `ries-jats`."""

from ries_jats.cli import main

if __name__ == "__main__":
    main()
