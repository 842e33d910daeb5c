#!/bin/sh
# slurm.sh BUILD SOURCES: under a Slurm of one node, which it starts and stops, srun and sbatch give the bytes of one
# thread.
set -eu
build=$1 sources=$2
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=/dev/null
. "$here/experiments.sh"
if [ "$(id -u)" -ne 0 ]; then
    echo "starting Slurm takes root: not tested" >&2
    exit 1
fi
folder=$(mktemp -d)
# shellcheck disable=SC2317  # called at the end
stop() {
    for daemon in slurmd ctld munge; do
        [ ! -f "$folder/$daemon.pid" ] || kill "$(cat "$folder/$daemon.pid")" 2>/dev/null || true
    done
    sleep 1
    rm -rf "$folder"
}
trap stop EXIT
cd "$folder"
chmod 755 .
mkdir state spool
host=$(hostname)
grep -q "[[:space:]]$host\$" /etc/hosts || echo "127.0.1.1 $host" >>/etc/hosts
cat >slurm.conf <<CONF
ClusterName=one
SlurmctldHost=$host
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket
SlurmUser=root
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/ctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/ctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=pmix
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
NodeName=$host CPUs=$(nproc) State=UNKNOWN
PartitionName=p Nodes=ALL Default=YES OverSubscribe=FORCE:4 State=UP
CONF
export SLURM_CONF="$folder/slurm.conf"
dd if=/dev/urandom bs=1 count=1024 of=munge.key 2>/dev/null
chmod 400 munge.key
munged --force --key-file="$folder/munge.key" --socket="$folder/munge.socket" --pid-file="$folder/munge.pid" \
    --log-file="$folder/munge.log" --seed-file="$folder/munge.seed"
slurmctld
slurmd
for _ in 1 2 3 4 5 6 7 8 9 10; do
    sinfo -h -o %t 2>/dev/null | grep -q idle && break
    sleep 1
done
sinfo

write_scenarios "$sources"
failed=0
for name in run compare worlds; do
    # shellcheck disable=SC2046  # words
    set -- $(arguments_of "$name")
    "$build/aforo" "$@" --threads 1 --anew --quiet --out "$name-alone" >/dev/null 2>&1
    srun --mpi=pmix -n 3 --overcommit "$build/aforo-mpi" "$@" --quiet --out "$name-srun" >/dev/null 2>&1
    if result "$name-srun" | cmp - "$name-alone"/*/*/results.json; then
        echo "$name, srun: the bytes of one thread"
    else
        failed=1
    fi
done

cat >job.sh <<JOB
#!/bin/sh
#SBATCH --ntasks=2
#SBATCH --output=$folder/job.out
srun --mpi=pmix "$build/aforo-mpi" run mundos.yaml --replications 40 --quiet --out batch
JOB
sbatch --wait job.sh || { cat job.out >&2; failed=1; }
if result batch | cmp - run-alone/*/*/results.json; then
    echo "sbatch: the bytes of one thread"
else
    failed=1
fi
exit $failed
