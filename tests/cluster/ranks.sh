#!/bin/sh
# ranks.sh BUILD SOURCES: the same bytes with one thread, two threads and 1, 2, 3 and 5 processes; a process that is killed
# ends the job, and what was finished goes on.
set -eu
build=$1 sources=$2
here=$(cd "$(dirname "$0")" && pwd)
. "$here/experiments.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
write_scenarios "$sources"
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
failed=0

with_threads() {
    name=$1
    shift
    for threads in 1 2; do
        "$build/aforo" "$@" --threads "$threads" --anew --quiet --out "$name-threads-$threads" >/dev/null
    done
    result "$name-threads-1" >"$name.whole"
    result "$name-threads-2" | cmp - "$name.whole" || failed=1
}
with_ranks() {
    name=$1
    shift
    for ranks in 1 2 3 5; do
        mpirun --oversubscribe -n "$ranks" "$build/aforo-mpi" "$@" --quiet --out "$name-ranks-$ranks" >/dev/null
        if result "$name-ranks-$ranks" | cmp - "$name.whole"; then
            echo "$name, $ranks processes: the bytes of one thread"
        else
            echo "$name, $ranks processes: OTHER bytes" >&2
            failed=1
        fi
    done
}
each_experiment with_threads
each_experiment with_ranks

# One that works is killed: the job ends, says so, and keeps what was finished.
"$build/aforo" run mundos.yaml --replications 4000 --anew --quiet --out whole >/dev/null
mpirun --oversubscribe -n 3 "$build/aforo-mpi" run mundos.yaml --replications 4000 --quiet --out killed >/dev/null 2>said &
job=$!
sleep 1.5
victim=$(pgrep -f -n "aforo-mpi run mundos.yaml --replications 4000") || true
[ -z "$victim" ] || kill -9 "$victim"
code=0
wait "$job" || code=$?
if [ "$code" -eq 0 ]; then
    echo "the job was done before it could be killed" >&2
    failed=1
fi
cat said
"$build/aforo" resume killed --quiet >/dev/null 2>resumed || { cat resumed >&2; failed=1; }
result killed | cmp - whole/*/*/results.json || failed=1
exit $failed
