"""Checks of finished translations against the glossary and their sources; no model is needed.

A rule is a generator of findings in the table of `rules`; `collection` finds the files, `files` reads them.
"""
