// What kubectl's reader makes of the documents in documents.txt: writes results.txt.
// Run it in a module of its own that requires k8s.io/apimachinery v0.32.4: go run results.go
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/yaml"
)

// unescaped: \xNN, \\ and, at the end, \c for no line end.
func unescaped(text string) string {
	text = strings.TrimSuffix(text, "\\c\n")
	var out []byte
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && text[i+1] == 'x' {
			value, err := strconv.ParseUint(text[i+2:i+4], 16, 8)
			if err != nil {
				panic(err)
			}
			out = append(out, byte(value))
			i += 3
		} else if text[i] == '\\' {
			out = append(out, text[i+1])
			i++
		} else {
			out = append(out, text[i])
		}
	}
	return string(out)
}

// read: as StreamVisitor of k8s.io/cli-runtime does.
func read(text string, out *strings.Builder) {
	decoder := yaml.NewYAMLOrJSONDecoder(strings.NewReader(text), 4096)
	for {
		document := runtime.RawExtension{}
		if err := decoder.Decode(&document); err != nil {
			if !errors.Is(err, io.EOF) {
				fmt.Fprintf(out, "refused: %s\n", strings.ReplaceAll(err.Error(), "\n", " "))
			}
			return
		}
		raw := bytes.TrimSpace(document.Raw)
		if len(raw) == 0 || bytes.Equal(raw, []byte("null")) {
			continue
		}
		fmt.Fprintf(out, "%s\n", bytes.ReplaceAll(raw, []byte("\n"), []byte(" ")))
	}
}

func main() {
	bytes, err := os.ReadFile("documents.txt")
	if err != nil {
		panic(err)
	}
	var out strings.Builder
	for _, block := range strings.Split("\n"+strings.TrimSuffix(string(bytes), "\n"), "\n#### ")[1:] {
		header, text, _ := strings.Cut(block+"\n", "\n")
		words := strings.Fields(header)
		for _, word := range words[1:] {
			if word == "escaped" {
				text = unescaped(text)
			}
		}
		fmt.Fprintf(&out, "#### %s\n", words[0])
		read(text, &out)
	}
	if err := os.WriteFile("results.txt", []byte(out.String()), 0o644); err != nil {
		panic(err)
	}
}
