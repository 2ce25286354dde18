package main

import (
	"encoding/json"
	"fmt"
	"math"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// keyInForce is a key of the log, and for which sizes of it the key signs.
type keyInForce struct {
	verifier    note.Verifier
	from, until int64
}

// transition is a change of the log's key: the last entry of a tree that both keys signed.
type transition struct {
	from, to string
	tree     tlog.Tree
}

// followKeys finds the keys of before in log/transitions, from the one that is trusted backwards.
func (v *verification) followKeys() {
	v.keys = []keyInForce{{v.verifier, 0, math.MaxInt64}}
	v.each("log/transitions", func(name string, bytes []byte) error {
		found, err := readTransition(string(bytes))
		if err == nil && name != fmt.Sprintf("log/transitions/%d.tlog-proof", found.tree.N) {
			err = fmt.Errorf("it is of %d entries", found.tree.N)
		}
		if err == nil {
			v.transitions = append(v.transitions, found)
			v.known["transitions/"+strings.TrimPrefix(name, "log/transitions/")] = true
		}
		return err
	})
	sort.Slice(v.transitions, func(i, j int) bool { return v.transitions[i].tree.N > v.transitions[j].tree.N })
	next := v.vkey
	for _, found := range v.transitions {
		older, err := note.NewVerifier(found.from)
		if err != nil || found.to != next {
			v.find("log/transitions", "a change of the key leads to another key than the next one")
			return
		}
		v.keys[0].from = found.tree.N
		v.keys = append([]keyInForce{{older, 0, found.tree.N}}, v.keys...)
		next = found.from
	}
}

// readTransition reads the receipt of a change, and checks it with the old key and with the new one, each by itself.
func readTransition(text string) (found transition, err error) {
	receipt, err := readReceipt(text)
	if err != nil {
		return found, err
	}
	var record struct {
		Type string
		Log  string
		Key  struct{ From, To string }
	}
	if err = json.Unmarshal(receipt.extra[32:], &record); err != nil {
		return found, err
	}
	found.from, found.to = record.Key.From, record.Key.To
	for _, text := range []string{found.from, found.to} {
		verifier, err := note.NewVerifier(text)
		if err != nil {
			return found, err
		}
		if record.Type != "key-changed" || record.Log != verifier.Name() {
			return found, fmt.Errorf("this is no change of the key of the log")
		}
		signed, err := note.Open([]byte(receipt.checkpoint), note.VerifierList(verifier))
		if err != nil {
			return found, err
		}
		if found.tree, err = readTree(signed.Text, verifier.Name()); err != nil {
			return found, err
		}
	}
	if receipt.index != found.tree.N-1 {
		return found, fmt.Errorf("the change is not the last entry")
	}
	return found, tlog.CheckRecord(receipt.proof, found.tree.N, found.tree.Hash, receipt.index, tlog.RecordHash(receipt.leaf))
}

// open checks the signature of a checkpoint (c2sp.org/tlog-checkpoint), by a key that was in force, and reads it.
func (v *verification) open(bytes []byte) (tree tlog.Tree, err error) {
	var verifiers []note.Verifier
	for _, key := range v.keys {
		verifiers = append(verifiers, key.verifier)
	}
	signed, err := note.Open(bytes, note.VerifierList(verifiers...))
	if err != nil {
		return tree, err
	}
	if tree, err = readTree(signed.Text, v.verifier.Name()); err != nil {
		return tree, err
	}
	for _, signature := range signed.Sigs {
		for _, key := range v.keys {
			if signature.Hash == key.verifier.KeyHash() && key.from <= tree.N && tree.N < key.until {
				return tree, nil
			}
		}
	}
	return tree, fmt.Errorf("the key that signed it was not in force then")
}

// readTree reads the text of a checkpoint.
func readTree(text, origin string) (tree tlog.Tree, err error) {
	lines := strings.Split(text, "\n")
	if len(lines) != 4 || lines[3] != "" || lines[0] != origin {
		return tree, fmt.Errorf("this is no checkpoint of the log")
	}
	if tree.N, err = strconv.ParseInt(lines[1], 10, 64); err != nil || tree.N < 0 {
		return tree, fmt.Errorf("the size cannot be read")
	}
	tree.Hash, err = tlog.ParseHash(lines[2])
	return tree, err
}
