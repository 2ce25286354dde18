#!/usr/bin/env python3
"""Verifies what a consent ledger published and handed out, by the texts of the standards alone.

    verify_log.py CASE

Looks for CASE/log (an exported log), CASE/vkey, CASE/checkpoints/* (what was signed earlier), CASE/consistency/*
(proofs between checkpoints) and CASE/receipts/* (of every record that can be opened). From the key that is trusted it
follows CASE/log/transitions/* to those before it. Prints what does not fit and ends with status 1, or prints what was
checked. Needs nothing but Python's `cryptography`, for Ed25519.

The tree is that of RFC 6962 section 2.1, written as it stands there: slow, and easy to compare. The proofs are
checked as RFC 9162 sections 2.1.3.2 and 2.1.4.2 say. Texts and files are those of C2SP (signed-note,
tlog-checkpoint, tlog-tiles, tlog-proof).
"""

import base64
import datetime
import hashlib
import hmac
import json
import pathlib
import sys
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


class Wrong(Exception):
    """Something that does not fit."""


def decode(text):
    """Base64 in its one spelling."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        raise Wrong("this is no Base64")
    if base64.b64encode(data).decode() != text:
        raise Wrong("this Base64 has another spelling")
    return data


def number(text):
    if not text.isdecimal() or not text.isascii() or str(int(text)) != text:
        raise Wrong("a number cannot be read")
    return int(text)


def leaf_hash(entry):
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """The Merkle tree over some leaf hashes (RFC 6962 section 2.1)."""

    def __init__(self, leaves):
        self.leaves = leaves
        self.hash = lru_cache(maxsize=None)(self._hash)

    def _hash(self, start, end):
        if start == end:
            return hashlib.sha256(b"").digest()
        if end - start == 1:
            return self.leaves[start]
        split = 1 << (end - start - 1).bit_length() - 1
        return node_hash(self.hash(start, start + split), self.hash(start + split, end))


def check_inclusion(leaf, index, size, proof, root):
    """RFC 9162 section 2.1.3.2."""
    if index >= size:
        raise Wrong("the index is outside of the tree")
    fn, sn, r = index, size - 1, leaf
    for p in proof:
        if sn == 0:
            raise Wrong("the proof has too many hashes")
        if fn & 1 or fn == sn:
            r = node_hash(p, r)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = node_hash(r, p)
        fn, sn = fn >> 1, sn >> 1
    if sn or r != root:
        raise Wrong("the proof does not lead to the signed root")


def check_consistency(old_size, old_root, size, root, proof):
    """RFC 9162 section 2.1.4.2."""
    if not 0 < old_size <= size:
        raise Wrong("the older tree is empty or larger")
    if old_size == size:
        if proof or old_root != root:
            raise Wrong("two roots for one size")
        return
    proof = list(proof)
    if old_size & (old_size - 1) == 0:
        proof.insert(0, old_root)
    if not proof:
        raise Wrong("the proof is empty")
    fn, sn = old_size - 1, size - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = proof[0]
    for c in proof[1:]:
        if sn == 0:
            raise Wrong("the proof has too many hashes")
        if fn & 1 or fn == sn:
            fr, sr = node_hash(c, fr), node_hash(c, sr)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node_hash(sr, c)
        fn, sn = fn >> 1, sn >> 1
    if sn or fr != old_root or sr != root:
        raise Wrong("the newer tree does not extend the older one")


class VerifierKey:
    """A key that signs notes (c2sp.org/signed-note)."""

    def __init__(self, text):
        self.name, key_id, key = text.split("+", 2)
        data = decode(key)
        expected = hashlib.sha256(self.name.encode() + b"\n" + data).digest()[:4]
        if data[:1] != b"\x01" or len(data) != 33 or bytes.fromhex(key_id) != expected:
            raise Wrong("this is no Ed25519 key of a log")
        self.id = expected
        self.key = Ed25519PublicKey.from_public_bytes(data[1:])

    def open(self, note):
        """The size and root of a checkpoint that this key signed (c2sp.org/tlog-checkpoint)."""
        text, gap, signatures = note.rpartition("\n\n")
        if not gap:
            raise Wrong("this is no signed note")
        text += "\n"
        signed = False
        for line in signatures.splitlines():
            dash, name, signature = line.split(" ")
            data = decode(signature)
            if dash == "\u2014" and name == self.name and data[:4] == self.id:
                try:
                    self.key.verify(data[4:], text.encode())
                except InvalidSignature:
                    raise Wrong("the signature does not hold")
                signed = True
        lines = text.split("\n")
        if not signed or len(lines) != 4 or lines[0] != self.name:
            raise Wrong("this is no checkpoint that the log signed")
        return number(lines[1]), decode(lines[2])


class Keys:
    """The keys of a log one after the other, and from which size of it on each of them signs."""

    def __init__(self, newest):
        self.newest = newest
        self.name = newest.name
        self.since = [(0, newest)]

    def precede(self, older, size):
        """Another key signed until the log had so many entries."""
        _, oldest = self.since[0]
        self.since[0:1] = [(0, older), (size, oldest)]

    def open(self, note):
        """The size and root of a checkpoint that the key in force then signed."""
        size = number(note.split("\n")[1])
        return [key for since, key in self.since if since <= size][-1].open(note)


def read_receipt(text):
    """A receipt (c2sp.org/tlog-proof) whose extra data are an opening and a record, taken apart."""
    head, _, checkpoint = text.partition("\n\n")
    header, extra, index, *hashes = head.split("\n")
    if header != "c2sp.org/tlog-proof@v1":
        raise Wrong("this is no receipt")
    disclosed = decode(extra.removeprefix("extra "))
    entry = b"\x01" + hmac.digest(b"consent-ledger/commitment/v1", disclosed, "sha256")
    return disclosed[32:], entry, number(index.removeprefix("index ")), [decode(line) for line in hashes], checkpoint


def tile_path(kind, index, width):
    """The path of a tile or bundle (c2sp.org/tlog-tiles)."""
    groups = [f"{index % 1000:03}"]
    while index >= 1000:
        index //= 1000
        groups.insert(0, f"x{index % 1000:03}")
    return f"tile/{kind}/" + "/".join(groups) + ("" if width == 256 else f".p/{width}")


def tiles(hashes):
    """Index and width of the tiles over so many hashes."""
    for first in range(0, hashes, 256):
        yield first // 256, min(256, hashes - first)


class Verification:
    """What is known of the log, and what was found wrong."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.findings = []
        self.checked = {}

    def find(self, place, problem):
        self.findings.append(f"{place}: {problem}")

    def count(self, name, more=1):
        self.checked[name] = self.checked.get(name, 0) + more

    def run(self):
        try:
            self.key = Keys(VerifierKey((self.root / "vkey").read_text().removesuffix("\n")))
            self.changes = []
            if (self.root / "log/transitions").is_dir():
                self.each("log/transitions", self.read_transition)
            self.follow_keys()
            self.size, self.signed = self.key.open((self.root / "log/checkpoint").read_text())
            self.read_entries()
        except (Wrong, OSError, ValueError) as problem:
            return self.find("log", problem)
        self.seen = {self.size: self.signed}
        if self.tree.hash(0, self.size) != self.signed:
            self.find("log/checkpoint", "its root is not that of the entries")
        for size, root, *_ in self.changes:
            try:
                self.extends(size, root)
            except Wrong as problem:
                self.find("log/transitions", problem)
        self.compare_tiles()
        self.each("checkpoints", self.compare_checkpoint)
        self.each("consistency", self.compare_consistency)
        self.records = {}
        self.each("receipts", self.compare_receipt)
        self.compare_records()

    def read_transition(self, text):
        """A change of the key: the last entry of a tree that both keys signed, each checked by itself."""
        record, entry, index, hashes, checkpoint = read_receipt(text)
        record = json.loads(record)
        if record["type"] != "key-changed" or record["log"] != self.key.name:
            raise Wrong("this is no change of the key of the log")
        for key in (record["key"]["from"], record["key"]["to"]):
            size, root = VerifierKey(key).open(checkpoint)
        if index != size - 1:
            raise Wrong("the change is not the last entry")
        check_inclusion(leaf_hash(entry), index, size, hashes, root)
        self.changes.append((size, root, record["key"]["from"], record["key"]["to"]))

    def follow_keys(self):
        """From the key that is trusted backwards."""
        newer = (self.root / "vkey").read_text().removesuffix("\n")
        for size, _, older, newest in sorted(self.changes, reverse=True):
            if newest != newer:
                raise Wrong("a change of the key leads to another key than the next one")
            self.key.precede(VerifierKey(older), size)
            newer = older

    def read_entries(self):
        self.entries = []
        for index, width in tiles(self.size):
            path = tile_path("entries", index, width)
            bundle = (self.root / "log" / path).read_bytes()
            while bundle:
                end = 2 + int.from_bytes(bundle[:2], "big")
                if len(bundle) < max(2, end):
                    raise Wrong(f"{path}: an entry is cut off")
                self.entries.append(bundle[2:end])
                bundle = bundle[end:]
            if len(self.entries) != index * 256 + width:
                raise Wrong(f"{path}: it does not hold {width} entries")
            self.count("bundles")
        self.tree = Tree([leaf_hash(entry) for entry in self.entries])
        self.count("entries", self.size)

    def compare_tiles(self):
        """Every tile must hold the hashes of the tree, and no other file may lie there."""
        known = {"checkpoint", "vkey"} | {tile_path("entries", *tile) for tile in tiles(self.size)}
        known |= {f"transitions/{size}.tlog-proof" for size, *_ in self.changes}
        level = 0
        while self.size >> 8 * level:
            height = 1 << 8 * level
            for index, width in tiles(self.size >> 8 * level):
                path = tile_path(level, index, width)
                known.add(path)
                first = index * 256
                expected = b"".join(
                    self.tree.hash(place * height, (place + 1) * height) for place in range(first, first + width))
                file = self.root / "log" / path
                if not file.is_file() or file.read_bytes() != expected:
                    self.find(f"log/{path}", "its hashes are not those of the entries")
                self.count("tiles")
            level += 1
        for file in (self.root / "log").rglob("*"):
            name = file.relative_to(self.root / "log").as_posix()
            if not file.is_dir() and name not in known:
                self.find(f"log/{name}", "nothing in the log leads to it")

    def each(self, folder, body):
        for file in sorted((self.root / folder).iterdir()):
            try:
                body(file.read_text())
            except (Wrong, ValueError, KeyError, TypeError) as problem:
                self.find(f"{folder}/{file.name}", problem)
            self.count(folder)

    def extends(self, size, root):
        if size > self.size:
            raise Wrong(f"it has {size} entries and the log has {self.size}: the log shrank")
        if self.tree.hash(0, size) != root:
            raise Wrong("the log does not extend it")

    def compare_checkpoint(self, text):
        size, root = self.key.open(text)
        if self.seen.setdefault(size, root) != root:
            raise Wrong(f"another root was signed for {size} entries: the log forked")
        self.extends(size, root)

    def compare_consistency(self, text):
        head, _, checkpoint = text.partition("\n\n")
        first, *hashes = head.split("\n")
        old = number(first.removeprefix("old "))
        if old not in self.seen:
            raise Wrong(f"no checkpoint of {old} entries was seen")
        size, root = self.key.open(checkpoint)
        check_consistency(old, self.seen[old], size, root, [decode(line) for line in hashes])

    def compare_receipt(self, text):
        disclosed, entry, index, hashes, checkpoint = read_receipt(text)
        size, root = self.key.open(checkpoint)
        check_inclusion(leaf_hash(entry), index, size, hashes, root)
        self.extends(size, root)
        if self.entries[index] != entry:
            raise Wrong(f"entry {index} of the log is another")
        record = json.loads(disclosed)
        # RFC 8785 for what stands in records: sorted members, no white space, nothing escaped that need not be.
        if json.dumps(record, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode() != disclosed:
            raise Wrong("its record is not canonical JSON")
        if record["log"] != self.key.name:
            raise Wrong("its record is of another log")
        self.records[index] = record

    def compare_records(self):
        """Every entry can be opened or is named by a later tombstone, and times do not run backwards."""
        told = set(self.records)
        explained = {record["entry"] for index, record in self.records.items()
                     if record["type"] == "clock-explained" and record["entry"] < index}
        latest = None
        for index, record in sorted(self.records.items()):
            at = datetime.datetime.fromisoformat(record["at"].replace("Z", "+00:00"))
            # A day is what a clock may be set right by, and as exact as a tombstone tells its time.
            if latest and index not in explained and at < latest - datetime.timedelta(days=1):
                self.find(f"entry {index}", "it says it was recorded before the entries before it")
            latest = at
            if record["type"] == "subjects-erased":
                erased = {leaf for leaf in record["entries"] if leaf < index} - told
                told |= erased
                self.count("erased", len(erased))
        for index in set(range(self.size)) - told:
            self.find(f"entry {index}", "it can neither be opened nor is it named by a tombstone")


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: verify_log.py CASE")
    verification = Verification(sys.argv[1])
    verification.run()
    for finding in verification.findings:
        print("wrong:", finding)
    if verification.findings:
        sys.exit(1)
    for name, number in sorted(verification.checked.items()):
        print(f"{name}: {number}")


if __name__ == "__main__":
    main()
