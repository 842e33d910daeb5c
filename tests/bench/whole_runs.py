"""What whole runs of aforo take beside their time for each replication: memory, and what a second thread gives.

    whole_runs.py BENCHMARKS AFORO_BINARY NATIONAL_YAML POTENTIAL_YAML
"""

import os
import subprocess
import sys
import tempfile
import time


def cost_of(*command):
    """Seconds and peak memory, in MB."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return time.perf_counter() - begun, usage.ru_maxrss / 1024


def run(binary, file, replications, threads):
    with tempfile.TemporaryDirectory() as folder:
        return cost_of(binary, "run", file, "--replications", str(replications), "--threads", str(threads), "--quiet",
                       "--out", folder)


def speed_up(binary, file):
    """Of replications alone: what a run of one replication takes is set-up and report, and is taken off."""
    best = {}
    for _ in range(3):  # in turns, so that a machine that slows down slows them all
        for threads in (1, 2):
            for replications in (2, 18):
                seconds, _ = run(binary, file, replications, threads)
                key = (threads, replications)
                best[key] = min(best.get(key, seconds), seconds)
    return (best[1, 18] - best[1, 2]) / (best[2, 18] - best[2, 2])


def line(what, value, unit, target="", is_met=True):
    print(f"{what:48} {value:8.2f} {unit:15} {target:>7}{'' if is_met else ' missed'}")


def main():
    benchmarks, binary, national, potential = sys.argv[1:]
    print(f"\n{'whole runs':48} {'':24} {'target':>7}")
    peak = cost_of(benchmarks, "--benchmark_filter=national_replication/ficha", "--benchmark_min_time=0.01")[1]
    line("national replications, peak memory", peak, "MB", "64", peak <= 64)
    line("the same with results and reports", run(binary, national, 1, 1)[1], "MB")
    peak = run(binary, potential, 1, 1)[1]
    line("2.2 million enterprises in 10 years, all of it", peak, "MB", "512", peak <= 512)
    gain = speed_up(binary, national)
    line("16 replications: one thread / two threads", gain, "", "1.85", gain >= 1.85)


main()
