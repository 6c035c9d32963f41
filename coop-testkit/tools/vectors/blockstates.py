"""Writes blockstates.json: headers of a chain with one producer, and what follows from them by the protocol's rules.

The tree over block ids is built anew from all its leaves each time, unlike the library's, which grows.
Run it in the folder tools/vectors: python3 blockstates.py
"""

import hashlib
import json
import struct
from pathlib import Path

TARGET = Path("../../src/main/resources/vectors/blockstates.json")
ALPHABET = ".12345abcdefghijklmnopqrstuvwxyz"
PRODUCER = "dacha"


def sha(data):
    return hashlib.sha256(data).digest()


def name(text):
    value = 0
    for i, letter in enumerate(text):
        value |= ALPHABET.index(letter) << (64 - 5 * (i + 1))
    return struct.pack("<Q", value)


def parent(left, right):
    left, right = bytearray(left), bytearray(right)
    left[0] &= 0x7F
    right[0] |= 0x80
    return sha(bytes(left) + bytes(right))


def levels(leaves):
    all_levels = [list(leaves)]
    while len(all_levels[-1]) > 1:
        level = list(all_levels[-1])
        if len(level) % 2:
            level.append(level[-1])
        all_levels.append([parent(*level[i : i + 2]) for i in range(0, len(level), 2)])
    return all_levels


def active_nodes(leaves):
    """Complete subtrees at the right edge, smallest first, then the root."""
    tree = levels(leaves)
    root = tree[-1][0]
    if len(leaves) & (len(leaves) - 1) == 0:
        return [root]
    edge = [
        level[(len(leaves) >> height) - 1]
        for height, level in enumerate(tree[:-1])
        if (len(leaves) >> height) & 1
    ]
    return edge + [root]


def block_id(number, digest):
    return struct.pack(">I", number) + digest[4:]


def main():
    previous = block_id(1, sha(b"first block of a chain of its own"))
    schedule = sha(b"schedule of one").hex()
    leaves, cases = [], []
    for number in range(2, 8):
        slot = 1000 + number * (1 if number < 5 else 3)
        header = struct.pack("<I", slot) + name(PRODUCER)
        header += struct.pack("<H", 1 if number == 2 else 0) + previous
        header += sha(b"tx%d" % number) + sha(b"act%d" % number) + struct.pack("<I", 0) + b"\0\0"
        leaves.append(previous)
        previous = block_id(number, sha(header))
        irreversible = 0 if number == 2 else number - 1
        cases.append({
            "id": "blockstates-%04d" % (number - 1),
            "op": "blockState",
            "blockNum": number,
            "headerPackedHex": header.hex(),
            "blockId": previous.hex(),
            "dposProposedIrreversible": number,
            "dposIrreversible": irreversible,
            "producerToLastProduced": [[PRODUCER, number]],
            "producerToLastImpliedIrb": [[PRODUCER, irreversible]],
            "confirmCount": "",
            "pendingScheduleHash": schedule,
            "blockrootMerkle": {
                "active_nodes": [node.hex() for node in active_nodes(leaves)],
                "node_count": len(leaves),
            },
        })
    suite = {
        "suite": "blockstates",
        "description": "what follows from headers of one producer, each case after the one before",
        "oracle": ["written from the protocol's rule, no library does this"],
        "count": len(cases),
        "cases": cases,
    }
    TARGET.write_text(json.dumps(suite, indent=1) + "\n")


main()
