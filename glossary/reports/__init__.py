"""What was done and found, written for people and machines."""
