#!/bin/sh
# ranks.sh BUILD SOURCES: the same bytes with one thread, two threads and 1, 2, 3 and 5 processes; a process that is killed
# ends the job, and what was finished goes on.
set -eu
build=$1 sources=$2
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=/dev/null
. "$here/experiments.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
write_scenarios "$sources"
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
failed=0

for name in run compare worlds; do
    # shellcheck disable=SC2046  # words
    set -- $(arguments_of "$name")
    for threads in 1 2; do
        "$build/aforo" "$@" --threads "$threads" --anew --quiet --out "$name-threads-$threads" >/dev/null 2>&1
    done
    result "$name-threads-1" >"$name.whole"
    result "$name-threads-2" | cmp - "$name.whole" || failed=1
    for ranks in 1 2 3 5; do
        mpirun --oversubscribe -n "$ranks" "$build/aforo-mpi" "$@" --quiet --out "$name-ranks-$ranks" >/dev/null 2>&1
        if result "$name-ranks-$ranks" | cmp - "$name.whole"; then
            echo "$name, $ranks processes: the bytes of one thread"
        else
            echo "$name, $ranks processes: OTHER bytes" >&2
            failed=1
        fi
    done
done

# One that works is killed: the job ends, says so, and keeps what was finished; alone or together, it goes on.
"$build/aforo" compare mundos.yaml mas.yaml --replications 1500 --anew --quiet --out whole >/dev/null 2>&1
mpirun --oversubscribe -n 3 "$build/aforo-mpi" compare mundos.yaml mas.yaml --replications 1500 --quiet --out killed \
    >/dev/null 2>said &
job=$!
sleep 3
pkill -9 -n -f "aforo-mpi compare mundos.yaml mas.yaml --replications 1500" || true
code=0
wait "$job" || code=$?
cat said
if [ "$code" -eq 0 ]; then
    echo "the job was done before it could be killed" >&2
    failed=1
fi
mpirun --oversubscribe -n 2 "$build/aforo-mpi" compare mundos.yaml mas.yaml --replications 1500 --out killed \
    >/dev/null 2>again || failed=1
grep "Se aprovechan" again || failed=1
if result killed | cmp - whole/*/*/results.json; then
    echo "killed and gone on: the bytes of one that was not"
else
    failed=1
fi
exit $failed
