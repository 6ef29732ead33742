"""What must be true on a real homeserver. Each scenario is one sentence and the function below it."""
