// Verifies what a consent ledger published and handed out, with Go's own transparency log and nothing of ConsentGate:
//
//	verify-log CASE
//
// Looks for CASE/log (an exported log), CASE/vkey, CASE/checkpoints/* (what was signed earlier),
// CASE/consistency/* (proofs between checkpoints) and CASE/receipts/* (of every record that can be opened). From the key
// that is trusted it follows CASE/log/transitions/* to those before it. Prints what does not fit and ends with status 1,
// or prints what was checked.
package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

// verification holds what is known of the log, and what was found wrong.
type verification struct {
	root        string
	vkey        string
	verifier    note.Verifier
	keys        []keyInForce
	transitions []transition
	known       map[string]bool
	tree        tlog.Tree
	entries     [][]byte
	hashes      storedHashes
	checkpoints map[int64]tlog.Hash
	findings    []string
	checked     map[string]int
}

// storedHashes is a log's hashes in the order in which tlog stores them, computed from the entries.
type storedHashes []tlog.Hash

func (stored storedHashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, 0, len(indexes))
	for _, index := range indexes {
		if index < 0 || index >= int64(len(stored)) {
			return nil, fmt.Errorf("there is no hash %d", index)
		}
		hashes = append(hashes, stored[index])
	}
	return hashes, nil
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: verify-log CASE")
		os.Exit(64)
	}
	v := &verification{root: os.Args[1], checkpoints: map[int64]tlog.Hash{}, checked: map[string]int{}}
	v.known = map[string]bool{"checkpoint": true, "vkey": true}
	if v.readKey() && v.readLog() {
		for _, change := range v.transitions {
			if err := v.extends(change.tree); err != nil {
				v.find("log/transitions", err)
			}
		}
		v.compareTiles()
		v.compareCheckpoints()
		v.compareConsistency()
		v.compareReceipts()
	}
	for _, finding := range v.findings {
		fmt.Println("wrong:", finding)
	}
	if len(v.findings) > 0 {
		os.Exit(1)
	}
	var names []string
	for name := range v.checked {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fmt.Printf("%s: %d\n", name, v.checked[name])
	}
}

func (v *verification) find(place string, problem interface{}) {
	v.findings = append(v.findings, fmt.Sprintf("%s: %v", place, problem))
}

func (v *verification) readKey() bool {
	text, err := os.ReadFile(filepath.Join(v.root, "vkey"))
	if err == nil {
		v.vkey = strings.TrimSuffix(string(text), "\n")
		v.verifier, err = note.NewVerifier(v.vkey)
	}
	if err != nil {
		v.find("vkey", err)
	} else {
		v.followKeys()
	}
	return err == nil
}

// readLog reads the newest checkpoint and every entry, and computes the whole tree from them.
func (v *verification) readLog() bool {
	text, err := os.ReadFile(filepath.Join(v.root, "log/checkpoint"))
	if err == nil {
		v.tree, err = v.open(text)
	}
	if err != nil {
		v.find("log/checkpoint", err)
		return false
	}
	v.checkpoints[v.tree.N] = v.tree.Hash
	for first := int64(0); first < v.tree.N; first += 1 << tileHeight {
		tile := tlog.Tile{H: tileHeight, L: 0, N: first >> tileHeight, W: width(v.tree.N - first)}
		name := strings.Replace(tilePath(tile), "tile/0/", "tile/entries/", 1)
		bundle, err := os.ReadFile(filepath.Join(v.root, "log", name))
		if err != nil {
			v.find("log/"+name, "it is missing")
			return false
		}
		entries, err := split(bundle)
		if err != nil || len(entries) != tile.W {
			v.find("log/"+name, "it does not hold its entries")
			return false
		}
		for _, entry := range entries {
			stored, err := tlog.StoredHashes(int64(len(v.entries)), entry, v.hashes)
			if err != nil {
				v.find("log/"+name, err)
				return false
			}
			v.entries = append(v.entries, entry)
			v.hashes = append(v.hashes, stored...)
		}
		v.checked["bundles"]++
	}
	v.checked["entries"] = len(v.entries)
	if hash, err := tlog.TreeHash(v.tree.N, v.hashes); err != nil || hash != v.tree.Hash {
		v.find("log/checkpoint", "its root is not that of the entries")
	}
	return true
}

// split takes a bundle of entries apart (c2sp.org/tlog-tiles): each follows its length in two bytes.
func split(bundle []byte) (entries [][]byte, err error) {
	for len(bundle) > 0 {
		if len(bundle) < 2 || len(bundle)-2 < int(bundle[0])<<8|int(bundle[1]) {
			return nil, fmt.Errorf("an entry is cut off")
		}
		end := 2 + (int(bundle[0])<<8 | int(bundle[1]))
		entries = append(entries, bundle[2:end])
		bundle = bundle[end:]
	}
	return entries, nil
}

func width(rest int64) int {
	if rest > 1<<tileHeight {
		return 1 << tileHeight
	}
	return int(rest)
}

// tilePath is the path of a tile in c2sp.org/tlog-tiles, where all tiles have the same height and none says it.
func tilePath(tile tlog.Tile) string {
	return strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
}

// tileFolder lets Go's own client of transparency logs read the exported tiles.
type tileFolder string

func (folder tileFolder) Height() int                                { return tileHeight }
func (folder tileFolder) SaveTiles(tiles []tlog.Tile, data [][]byte) {}

func (folder tileFolder) ReadTiles(tiles []tlog.Tile) (data [][]byte, err error) {
	for _, tile := range tiles {
		bytes, err := os.ReadFile(filepath.Join(string(folder), tilePath(tile)))
		if err != nil {
			return nil, err
		}
		data = append(data, bytes)
	}
	return data, nil
}

// compareTiles holds every tile against the entries, and against the signed root as Go's client does. No other file
// may lie there.
func (v *verification) compareTiles() {
	folder := filepath.Join(v.root, "log")
	known := v.known
	for _, tile := range tlog.NewTiles(tileHeight, 0, v.tree.N) {
		name := tilePath(tile)
		// Of a tile that grew, the widest is published.
		if int64(tile.N)<<tileHeight+int64(tile.W) < v.tree.N>>(tileHeight*uint(tile.L)) && tile.W < 1<<tileHeight {
			continue
		}
		known[name] = true
		if tile.L == 0 {
			known[strings.Replace(name, "tile/0/", "tile/entries/", 1)] = true
		}
		expected, err := tlog.ReadTileData(tile, v.hashes)
		stored, readErr := os.ReadFile(filepath.Join(folder, name))
		if err != nil || readErr != nil || !bytes.Equal(expected, stored) {
			v.find("log/"+name, "its hashes are not those of the entries")
		}
		v.checked["tiles"]++
	}
	reader := tlog.TileHashReader(v.tree, tileFolder(folder))
	for index := int64(0); index < v.tree.N; index++ {
		place := tlog.StoredHashIndex(0, index)
		hashes, err := reader.ReadHashes([]int64{place})
		if err != nil || hashes[0] != v.hashes[place] {
			v.find(fmt.Sprintf("entry %d", index), "the tiles do not lead from it to the signed root")
			break
		}
	}
	filepath.WalkDir(folder, func(path string, item fs.DirEntry, err error) error {
		name, _ := filepath.Rel(folder, path)
		if err != nil || !item.IsDir() && !known[filepath.ToSlash(name)] {
			v.find("log/"+name, "nothing in the log leads to it")
		}
		return nil
	})
}

// each calls a body with the files of a folder of the case, in the order of their names.
func (v *verification) each(folder string, body func(name string, bytes []byte) error) {
	files, _ := os.ReadDir(filepath.Join(v.root, folder))
	for _, file := range files {
		name := folder + "/" + file.Name()
		bytes, err := os.ReadFile(filepath.Join(v.root, name))
		if err == nil {
			err = body(name, bytes)
		}
		if err != nil {
			v.find(name, err)
		}
		v.checked[folder]++
	}
}

// extends proves that a tree is a beginning of the log.
func (v *verification) extends(older tlog.Tree) error {
	if older.N > v.tree.N {
		return fmt.Errorf("it has %d entries and the log has %d: the log shrank", older.N, v.tree.N)
	}
	if older.N == 0 {
		return nil
	}
	proof, err := tlog.ProveTree(v.tree.N, older.N, v.hashes)
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(proof, v.tree.N, v.tree.Hash, older.N, older.Hash); err != nil {
		return fmt.Errorf("the log does not extend it: %v", err)
	}
	return nil
}

// remember keeps the root of a size, of which there can be only one.
func (v *verification) remember(tree tlog.Tree) error {
	if known, ok := v.checkpoints[tree.N]; ok && known != tree.Hash {
		return fmt.Errorf("another root was signed for %d entries: the log forked", tree.N)
	}
	v.checkpoints[tree.N] = tree.Hash
	return nil
}

func (v *verification) compareCheckpoints() {
	v.each("checkpoints", func(name string, bytes []byte) error {
		tree, err := v.open(bytes)
		if err != nil {
			return err
		}
		if err := v.remember(tree); err != nil {
			return err
		}
		return v.extends(tree)
	})
}

// compareConsistency checks proofs as the ledger gives them, against the checkpoints that were seen.
func (v *verification) compareConsistency() {
	v.each("consistency", func(name string, bytes []byte) error {
		head, checkpoint, _ := strings.Cut(string(bytes), "\n\n")
		lines := strings.Split(head, "\n")
		size, err := strconv.ParseInt(strings.TrimPrefix(lines[0], "old "), 10, 64)
		if err != nil {
			return err
		}
		older, ok := v.checkpoints[size]
		if !ok {
			return fmt.Errorf("no checkpoint of %d entries was seen", size)
		}
		var proof tlog.TreeProof
		for _, line := range lines[1:] {
			hash, err := tlog.ParseHash(line)
			if err != nil {
				return err
			}
			proof = append(proof, hash)
		}
		newer, err := v.open([]byte(checkpoint))
		if err != nil {
			return err
		}
		return tlog.CheckTree(proof, newer.N, newer.Hash, size, older)
	})
}
