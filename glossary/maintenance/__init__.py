"""What a terminologist does with glossary folders: start, list, search, inspect, edit, synchronise them."""
