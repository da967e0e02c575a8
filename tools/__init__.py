"""What makes the data and models that are shipped; none of it is part of the wheel."""
