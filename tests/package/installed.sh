#!/bin/sh
# installed.sh CMAKE BUILD: installs the build below a new folder, moves that, and uses the program from elsewhere.
set -eu
cmake=$1 build=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
fail() {
    printf 'installed.sh: %s\n' "$*" >&2
    exit 1
}

"$cmake" --install "$build" --prefix "$folder/first" --component program >"$folder/log" || fail "$(cat "$folder/log")"
mv "$folder/first" "$folder/moved it"
here="$folder/moved it"
aforo="$here/bin/aforo"
mkdir "$folder/empty"
cd "$folder/empty"

# Scenarios of the library, by name, from a file of one's own, and as the documents write them.
for name in ficha-2024 presupuesto/plano presupuesto/plano.yaml scenarios/presupuesto/plano.yaml; do
    "$aforo" check "$name" --lang en | grep -q correct || fail "$name is not found"
done
printf 'aforo: 1\nextends: presupuesto/plano\nname: Mío\n' >mio.yaml
"$aforo" check mio.yaml --lang en | grep -q correct || fail "extends finds no name of the library"
# A file of one's own goes first, and what is nowhere is told.
printf 'aforo: 1\n' >ficha-2024
! "$aforo" check ficha-2024 >/dev/null 2>&1 || fail "the library goes before a file that is there"
code=0
"$aforo" run plano --lang en 2>wrong || code=$?
[ $code -eq 2 ] || fail "a scenario that is nowhere ends with $code"
grep -q 'did you mean presupuesto/plano?' wrong || fail "the library's name is not suggested: $(cat wrong)"
grep -q "$here/share/aforo/scenarios" wrong || fail "it is not said where the library is: $(cat wrong)"
"$aforo" verify --replications 10 --quiet --lang en | grep -q '10 replications' || fail "verify does not find its scenarios"

# No document names one that is not there.
find "$here/share/doc/aforo" "$here/share/aforo/scenarios" -name '*.md' | while read -r document; do
    { grep -o ']([^)#: ]*\.\(md\|png\|yaml\)' "$document" || true; } | cut -c3- | while read -r named; do
        [ -e "$(dirname "$document")/$named" ] || echo "$document names $named"
    done
done >dead
[ ! -s dead ] || fail "$(head -3 dead)"

# Every command has its manual in both languages, and every shell completes it.
for command in $("$aforo" help --lang en | sed -n '/^Commands/,$s/^  \([a-z]*\) .*/\1/p'); do
    for manual in man1 es/man1; do
        [ -s "$here/share/man/$manual/aforo-$command.1" ] || fail "no $manual/aforo-$command.1"
    done
    for completion in bash-completion/completions/aforo zsh/vendor-completions/_aforo fish/vendor_completions.d/aforo.fish; do
        grep -q -w "$command" "$here/share/$completion" || fail "$completion does not know $command"
    done
done
[ -n "${command:-}" ] || fail "help lists no command"
grep -q json-schema "$here/share/aforo/scenario.schema.json" || fail "no schema"
if command -v bash >/dev/null; then
    completed() {
        bash -c 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); compopt() { :; }; _aforo; echo "${COMPREPLY[@]}"' \
            bash "$here/share/bash-completion/completions/aforo" "$@"
    }
    [ "$(completed aforo sens)" = sensitivity ] || fail "bash does not complete a command"
    [ "$(completed aforo run --repl)" = --replications ] || completed aforo run --repl | grep -q -- --replications ||
        fail "bash does not complete an option"
    [ "$(completed aforo run --lang e)" = "es en" ] || fail "bash does not complete a value"
    [ "$(completed aforo run presupuesto/plano-)" = presupuesto/plano-asesoria ] || fail "bash does not complete a scenario"
fi
