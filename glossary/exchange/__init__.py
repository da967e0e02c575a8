"""Glossaries in other formats: read and written."""
