#!/usr/bin/env python3
"""Verifies a ledger without a line of ours: verify_ledger.py FILE [EARLIER].

Only what is written about the format is known here: the rules stand in Sources/BotStore/Ledger/LedgerChain.swift. The
signature is checked by the openssl program.
"""

import base64
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile


def signed(key, signature, message):
    # An Ed25519 key in DER is these twelve bytes and the key.
    der = bytes.fromhex("302a300506032b6570032100") + key
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder) / name for name in ("key", "signature", "message")]
        for path, content in zip(paths, (der, signature, message)):
            path.write_bytes(content)
        return subprocess.run(
            ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", paths[0], "-rawin",
             "-in", paths[2], "-sigfile", paths[1]], capture_output=True, check=False).returncode == 0


def verified(path, earlier=None):
    """The number of entries, how many are open, and the last link; ends the program where anything is wrong."""
    def refuse(reason):
        sys.exit(f"{path}: {reason}")

    link, count, opened, links, head, key = bytes(32), 0, 0, [], None, None
    for number, text in enumerate(path.open(encoding="utf-8"), 1):
        line = json.loads(text)
        if head:
            refuse(f"line {number} stands behind the head")
        if number == 1:
            if (line["type"], line["version"]) != ("ledger", 1):
                refuse("it is no ledger of version 1")
            key = base64.b64decode(line["key"], validate=True)
        elif line.get("type") == "head":
            head = line
        else:
            count += 1
            commitment = bytes.fromhex(line["commitment"])
            if line["seq"] != count:
                refuse(f"entry {line['seq']} stands where {count} should")
            link = hashlib.sha256(link + count.to_bytes(8, "big") + line["at"].to_bytes(8, "big", signed=True)
                                  + commitment).digest()
            if link.hex() != line["hash"]:
                refuse(f"entry {count} does not follow from the one before")
            links.append(link.hex())
            if "entry" in line:
                opened += 1
                words = bytes.fromhex(line["salt"]) + line["entry"].encode()
                if hashlib.sha256(words).digest() != commitment:
                    refuse(f"entry {count} has other words than were committed to")
                json.loads(line["entry"])
    if not head or head["count"] != count or head["hash"] != link.hex():
        refuse("the head does not fit the entries")
    message = f"rapporteur-ledger-1\n{count}\n{link.hex()}\n{head['at']}\n".encode()
    if not signed(key, base64.b64decode(head["signature"]), message):
        refuse("the signature is wrong")
    if earlier and earlier[0] and links[earlier[0] - 1] != earlier[2]:
        refuse("it does not continue the earlier one")
    return count, opened, link.hex()


def main():
    paths = [pathlib.Path(argument) for argument in sys.argv[1:]]
    if not 1 <= len(paths) <= 2:
        sys.exit(__doc__.splitlines()[0])
    earlier = verified(paths[1]) if len(paths) == 2 else None
    count, opened, _ = verified(paths[0], earlier)
    print(f"{count} entries, {opened} open: whole, and signed")


if __name__ == "__main__":
    main()
