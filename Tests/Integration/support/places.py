"""Where things are. All that a run leaves behind is in one folder."""

import pathlib
import socket

ROOT = pathlib.Path(__file__).resolve().parents[3]
BUILD = ROOT / ".build-integration"
RUN = BUILD / "run"
FIGURES = BUILD / "figures.json"
STATEMENT = ROOT / "seeds/on-the-invasion-of-ukraine.txt"


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def secret_file(path, text):
    """A file that only its owner may read, replaced at once, as an editor or a person would."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.touch(mode=0o600)
    new.write_text(text)
    new.replace(path)
    return path
