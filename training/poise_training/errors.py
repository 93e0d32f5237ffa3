"""What a person is told when something is wrong."""


class TrainingError(Exception):
    """A fault of the input or the machine; the message says what happened and what to do."""
