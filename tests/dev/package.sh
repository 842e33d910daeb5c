#!/bin/sh
# Makes the Debian packages, and in a bare Debian 12 installs, uses and removes aforo, then builds and runs the embedding
# project (tests/embed) against aforo-dev. Run by hand, as root, after a commit; see bare-debian.sh.
#
#   sudo tests/dev/package.sh FOLDER         FOLDER: as for bare-debian.sh
set -eu
cd "$(dirname "$0")/../.."

say() { printf 'package: %s\n' "$*" >&2; }
fail() {
    say "FAILED: $*"
    exit 1
}
has() { [ -e "$1" ] || fail "$1 is not there"; }
install() {
    DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "$@" >>/tmp/apt.log 2>&1 ||
        fail "apt-get install $*: $(tail -n 5 /tmp/apt.log)"
}
packages_here() { dpkg-query -W -f='${db:Status-Status}\n' | grep -c '^installed'; }
# The beneficiaries of each year, of the first replication.
figures() { python3 -c 'import json, sys
for m in json.load(sys.stdin)["metrics"]:
    if m["metric"] == "beneficiaries" and m["level"] == "programme": print("%d: %.0f" % (m["year"], m["mean"]))'; }

use() {
    cd /tmp
    aforo --version
    say "a scenario by its name"
    aforo run ficha-2024 --replications 2 --lang en --out /tmp/out --quiet | tail -n 1
    has /tmp/out/*/run-001/report.html
    say "a policy of one's own, and one with a mistake"
    printf 'aforo: 1\nextends: ficha-2024\nname: Más\nexperiment: {replications: 2}\n' >mine.yaml
    aforo compare ficha-2024 mine.yaml --replications 2 --lang en --quiet >compared.txt
    ! aforo run plano --lang en 2>wrong.txt || fail "a scenario that is nowhere is run"
    grep -q 'did you mean presupuesto/plano' wrong.txt || fail "not told: $(cat wrong.txt)"
    aforo verify --replications 10 --quiet --lang en | tail -n 1
    for file in man/man1/aforo.1 man/es/man1/aforo-run.1 aforo/scenario.schema.json aforo/scenarios/ficha-2024.yaml \
        bash-completion/completions/aforo zsh/vendor-completions/_aforo fish/vendor_completions.d/aforo.fish \
        doc/aforo/README.md doc/aforo/copyright; do
        has "/usr/share/$file"
    done
    say "what man and three shells make of theirs"
    install man-db zsh fish bash-completion
    man aforo-run | grep -q -- --replications || fail "man does not show aforo-run"
    [ -z "$(man --warnings -l /usr/share/man/man1/aforo-run.1 2>&1 >/dev/null)" ] || fail "man warns of aforo-run"
    bash -n /usr/share/bash-completion/completions/aforo
    zsh -n /usr/share/zsh/vendor-completions/_aforo
    fish -c 'complete -C "aforo sens"' | grep -q sensitivity || fail "fish does not complete a command"
    aforo run ficha-2024 --replications 1 --seed 1 --lang en --json --quiet --out /tmp/out >first.json
}

embed() {
    install g++ cmake ninja-build python3 /home/brought/aforo-dev_*.deb
    cmake -S /home/aforo/tests/embed -B /tmp/embed -G Ninja -DCMAKE_BUILD_TYPE=Release >/tmp/embed.log 2>&1 ||
        fail "$(cat /tmp/embed.log)"
    cmake --build /tmp/embed >>/tmp/embed.log 2>&1 || fail "$(tail -n 40 /tmp/embed.log)"
    /tmp/embed/embed /home/aforo/scenarios/ficha-2024.yaml | tee /tmp/embedded.txt
    figures </tmp/first.json >/tmp/commanded.txt
    cmp /tmp/embedded.txt /tmp/commanded.txt || fail "the embedded model has other figures: $(cat /tmp/commanded.txt)"
}

case ${1:-} in
'' | -h | --help)
    sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p;}' "$0"
    ;;
inside)
    before=$(packages_here)
    apt-get -q update >/tmp/apt.log 2>&1
    install /home/brought/aforo_*.deb
    say "aforo and $(($(packages_here) - before - 1)) packages that it needs are installed"
    use
    apt-get -q remove -y aforo >>/tmp/apt.log 2>&1
    left=$(find / -xdev -path /home -prune -o -path /tmp -prune -o -path /proc -prune -o -name '*aforo*' -print |
        grep -v '^/var/\(lib/dpkg\|cache\)' || true)
    [ -z "$left" ] || fail "left behind: $left"
    say "removed without a trace; now the model inside another program"
    embed
    say "all of it works"
    ;;
*)
    ./dev package
    version=$(sed -n 's/.*version = "\(.*\)".*/\1/p' include/aforo/core/version.hpp)
    folder=$1
    mkdir -p "$folder/brought"
    rm -f "$folder"/brought/*.deb
    cp build/release/package/aforo_"$version"_*.deb build/release/package/aforo-dev_"$version"_*.deb "$folder/brought"
    BRING=$folder/brought exec tests/dev/bare-debian.sh "$folder" tests/dev/package.sh inside
    ;;
esac
