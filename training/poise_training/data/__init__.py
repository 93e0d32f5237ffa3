"""Images and labels: reading, cleaning, splitting."""
