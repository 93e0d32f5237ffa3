"""From images to a shipped expression model: prepare, clean, train, evaluate, export."""
