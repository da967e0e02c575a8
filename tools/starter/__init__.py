"""The training recipe of the starter packages; README.md beside it says how to run it."""
