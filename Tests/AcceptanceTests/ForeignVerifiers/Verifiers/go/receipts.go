package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

// record is what is read of R.
type record struct {
	index   int64
	Type    string    `json:"type"`
	Log     string    `json:"log"`
	At      time.Time `json:"at"`
	Entries []int64   `json:"entries"`
	Entry   int64     `json:"entry"`
}

// compareReceipts checks every receipt, and that every entry has one or is named by a later tombstone.
func (v *verification) compareReceipts() {
	var records []record
	v.each("receipts", func(name string, bytes []byte) error {
		record, err := v.openReceipt(string(bytes))
		if err == nil {
			records = append(records, record)
		}
		return err
	})
	sort.Slice(records, func(i, j int) bool { return records[i].index < records[j].index })
	told := map[int64]string{}
	explained := map[int64]bool{}
	for _, record := range records {
		if record.Type == "clock-explained" && record.Entry < record.index {
			explained[record.Entry] = true
		}
	}
	for place, record := range records {
		told[record.index] = "opened"
		// A day is what a clock may be set right by, and as exact as a tombstone tells its time.
		if place > 0 && !explained[record.index] && record.At.Before(records[place-1].At.Add(-24*time.Hour)) {
			v.find(fmt.Sprintf("entry %d", record.index), "it says it was recorded before the entries before it")
		}
	}
	for _, record := range records {
		for _, index := range record.Entries {
			if record.Type == "subjects-erased" && index < record.index && told[index] == "" {
				told[index] = "erased"
				v.checked["erased"]++
			}
		}
	}
	for index := int64(0); index < v.tree.N; index++ {
		if told[index] == "" {
			v.find(fmt.Sprintf("entry %d", index), "it can neither be opened nor is it named by a tombstone")
		}
	}
}

// receipt is a receipt taken apart (c2sp.org/tlog-proof), with the entry that its extra data give.
type receipt struct {
	extra, leaf []byte
	index       int64
	proof       tlog.RecordProof
	checkpoint  string
}

// readReceipt reads a receipt; nothing of it is checked.
func readReceipt(text string) (read receipt, err error) {
	head, checkpoint, _ := strings.Cut(text, "\n\n")
	read.checkpoint = checkpoint
	lines := strings.Split(head, "\n")
	if len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return read, fmt.Errorf("this is no receipt")
	}
	read.extra, err = base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	if err != nil || len(read.extra) <= 32 {
		return read, fmt.Errorf("it carries no record")
	}
	if read.index, err = strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64); err != nil {
		return read, err
	}
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return read, err
		}
		read.proof = append(read.proof, hash)
	}
	mac := hmac.New(sha256.New, []byte("consent-ledger/commitment/v1"))
	mac.Write(read.extra)
	read.leaf = append([]byte{1}, mac.Sum(nil)...)
	return read, nil
}

// openReceipt checks a receipt by its own checkpoint and against the log, and gives its record.
func (v *verification) openReceipt(text string) (opened record, err error) {
	read, err := readReceipt(text)
	if err != nil {
		return opened, err
	}
	opened.index = read.index
	tree, err := v.open([]byte(read.checkpoint))
	if err != nil {
		return opened, err
	}
	if err = tlog.CheckRecord(read.proof, tree.N, tree.Hash, opened.index, tlog.RecordHash(read.leaf)); err != nil {
		return opened, err
	}
	if err = v.extends(tree); err != nil {
		return opened, err
	}
	if !bytes.Equal(v.entries[opened.index], read.leaf) {
		return opened, fmt.Errorf("entry %d of the log is another", opened.index)
	}
	if err = json.Unmarshal(read.extra[32:], &opened); err != nil {
		return opened, err
	}
	if opened.Log != v.verifier.Name() {
		return opened, fmt.Errorf("its record is of another log")
	}
	return opened, nil
}
