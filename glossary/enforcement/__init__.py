"""A draft translation in, an enforced translation and its log out."""
