// Checks one receipt of a consent ledger: go run verify-receipt.go VKEY-FILE RECEIPT
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if len(os.Args) != 3 {
		check("", errors.New("usage: go run verify-receipt.go VKEY-FILE RECEIPT"))
	}
	key, receipt := check(os.ReadFile(os.Args[1])), check(os.ReadFile(os.Args[2]))
	verifier := check(note.NewVerifier(strings.TrimSpace(string(key))))
	// Above the empty line: format, "extra" opening and record, "index" place, hashes. Below it: the checkpoint.
	proof, checkpoint, _ := strings.Cut(string(receipt), "\n\n")
	lines := append(strings.Split(proof, "\n"), "", "")
	extra := check(base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra ")))
	index := check(strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64))
	var path tlog.RecordProof
	for _, line := range lines[3 : len(lines)-2] {
		path = append(path, check(tlog.ParseHash(line)))
	}
	signed := check(note.Open([]byte(checkpoint), note.VerifierList(verifier)))
	head := append(strings.Split(signed.Text, "\n"), "", "") // the log's name, its size, the root of its tree
	size, root := check(strconv.ParseInt(head[1], 10, 64)), check(tlog.ParseHash(head[2]))
	if lines[0] != "c2sp.org/tlog-proof@v1" || head[0] != verifier.Name() || len(extra) <= 32 || index < 0 {
		check("", errors.New("this is no receipt of the log that the key is for"))
	}
	mac := hmac.New(sha256.New, []byte("consent-ledger/commitment/v1"))
	mac.Write(extra)
	leaf := tlog.RecordHash(append([]byte{1}, mac.Sum(nil)...))
	check("", tlog.CheckRecord(path, size, root, index, leaf))
	fmt.Fprintf(os.Stderr, "It holds: entry %d of %d in %s is this record:\n", index, size, head[0])
	fmt.Printf("%s\n", extra[32:])
}

func check[Value any](value Value, err error) Value {
	if err != nil {
		fmt.Fprintln(os.Stderr, "It does not hold:", err)
		os.Exit(1)
	}
	return value
}
