"""From a trained network to the files that Poise ships."""
