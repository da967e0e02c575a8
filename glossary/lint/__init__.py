"""Findings about the glossary itself."""
