"""The office of twin.yaml written for SimPy: the same inputs, the same rules, results within error of aforo's; and how
long a replication of each takes. Prints both; exits with 1 when a result differs.

    simpy_twin.py AFORO_BINARY TWIN_YAML
"""

import json
import math
import random
import resource
import subprocess
import sys
import tempfile
import time

import simpy
import yaml

UNITS = {"h": 1.0, "min": 1 / 60, "day": 24.0, "days": 24.0}
MEASURES = ["left_attention", "attended_persons", "attention_wait_days_mean", "admissions", "withdrawn", "wait_days_mean",
            "graduates", "dropouts"]


def hours(text):
    number, unit = text.split()
    return float(number) * UNITS[unit]


def mean_hours(distribution):
    return hours(distribution["exponential"]["mean"])


class Twin:
    """One replication, in hours from 1 January of the first run-in year."""

    def __init__(self, scenario, seed):
        self.s = scenario
        self.random = random.Random(seed)
        self.env = simpy.Environment()
        self.desk = simpy.Resource(self.env, scenario["attention"]["staff"])
        self.slots = simpy.Resource(self.env, scenario["advisory"]["advisors"] * scenario["advisory"]["caseload"])
        horizon = scenario["horizon"]
        first = horizon["first_year"] - horizon["run_in_years"]
        self.year_begins = [0.0]
        for year in range(first, horizon["last_year"] + 1):
            self.year_begins.append(self.year_begins[-1] + 24 * (366 if year % 4 == 0 else 365))
        self.measured_from = self.year_begins[horizon["run_in_years"]]
        self.sums = {m: 0.0 for m in MEASURES}
        plan = scenario["work_plan"]
        self.hazard = 1 - (1 - plan["dropout"]) ** (1 / (plan["sessions"] - 1))

    def exponential(self, mean):
        return self.random.expovariate(1 / mean)

    def count(self, measure, amount=1.0):
        if self.env.now >= self.measured_from:
            self.sums[measure] += amount

    def arrive(self):
        for begins, ends in zip(self.year_begins, self.year_begins[1:]):
            rate = self.s["demand"]["arrivals"] / (ends - begins)
            while True:
                gap = self.random.expovariate(rate)
                if self.env.now + gap >= ends:
                    yield self.env.timeout(ends - self.env.now)
                    break
                yield self.env.timeout(gap)
                self.env.process(self.enterprise())

    def enterprise(self):
        attention, diagnosis = self.s["attention"], self.s["diagnosis"]
        came = self.env.now
        with self.desk.request() as turn:
            patience = self.env.timeout(self.exponential(mean_hours(attention["patience"])))
            yield turn | patience
            if not turn.triggered:
                self.count("left_attention")
                return
            self.count("attention_wait_days_mean", (self.env.now - came) / 24)
            wants_plan = self.random.random() < diagnosis["share"]
            length = self.exponential(mean_hours(attention["duration"]))
            if wants_plan:
                length += self.exponential(mean_hours(diagnosis["duration"]))
            yield self.env.timeout(length)
        self.count("attended_persons")
        if wants_plan:
            yield from self.plan()

    def plan(self):
        asked = self.env.now
        with self.slots.request() as slot:
            patience = self.env.timeout(self.exponential(mean_hours(self.s["waiting_list"]["patience"])))
            yield slot | patience
            if not slot.triggered:
                self.count("withdrawn")
                return
            self.count("admissions")
            self.count("wait_days_mean", (self.env.now - asked) / 24)
            work = self.s["work_plan"]
            gap, held = mean_hours(work["first_session"]), 0
            while held < work["sessions"]:
                day = max(math.floor((self.env.now + self.exponential(gap)) / 24), math.floor(self.env.now / 24) + 1)
                yield self.env.timeout(24 * day + hours(work["session"]) - self.env.now)
                gap = mean_hours(work["spacing"])
                if self.random.random() < work["no_show"]:
                    continue
                held += 1
                if held < work["sessions"] and self.random.random() < self.hazard:
                    self.count("dropouts")
                    return
            self.count("graduates")

    def run(self):
        self.env.process(self.arrive())
        self.env.run(until=self.year_begins[-1])
        years = len(self.year_begins) - 1 - self.s["horizon"]["run_in_years"]
        attended = self.sums["attention_wait_days_mean"]
        began = self.sums["attended_persons"]
        result = {m: v / years for m, v in self.sums.items()}
        result["attention_wait_days_mean"] = attended / began
        result["wait_days_mean"] = self.sums["wait_days_mean"] / self.sums["admissions"]
        return result


# Of the processor, as others may use it too.
def processor_time_of_children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def seconds_of_aforo(binary, file, replications):
    with tempfile.TemporaryDirectory() as folder:
        begun = processor_time_of_children()
        done = subprocess.run([binary, "run", file, "--replications", str(replications), "--threads", "1", "--quiet",
                               "--json", "--out", folder], check=True, capture_output=True)
        return processor_time_of_children() - begun, json.loads(done.stdout)


def main():
    binary, file = sys.argv[1:]
    with open(file, encoding="utf-8") as text:
        scenario = yaml.safe_load(text)
    few, many, of_twin, turns = 10, 210, 12, 3
    # In turns, and the quickest of each, so that a machine that slows down slows them both.
    quick, slow, twins, samples = [], [], [], []
    for turn in range(turns):
        quick.append(seconds_of_aforo(binary, file, few)[0])
        seconds, results = seconds_of_aforo(binary, file, many)
        slow.append(seconds)
        begun = time.process_time()
        samples += [Twin(scenario, seed).run() for seed in range(turn * of_twin // turns, (turn + 1) * of_twin // turns)]
        twins.append((time.process_time() - begun) * turns / of_twin)
    # Set-up and report take the same whatever the replications: the difference is theirs alone.
    per_aforo, per_twin = (min(slow) - min(quick)) / (many - few), min(twins)

    print(f"{'measure, a year':28}{'aforo':>12}{'SimPy':>12}{'z':>8}")
    beyond = False
    for measure in MEASURES:
        rows = [m for m in results["metrics"] if m["metric"] == measure and m["level"] == "programme"]
        mean = sum(r["mean"] for r in rows) / len(rows)
        variance = sum(r["sd"] ** 2 / r["n"] for r in rows) / len(rows)
        values = [s[measure] for s in samples]
        twin = sum(values) / of_twin
        spread = sum((v - twin) ** 2 for v in values) / (of_twin - 1) / of_twin
        z = (mean - twin) / math.sqrt(variance + spread)
        beyond = beyond or abs(z) > 4.5
        print(f"{measure:28}{mean:12.4f}{twin:12.4f}{z:8.2f}")
    ratio = per_twin / per_aforo
    print(f"\nper replication: aforo {per_aforo * 1e3:.2f} ms, SimPy {per_twin * 1e3:.0f} ms: {ratio:.0f} times; target 100"
          f"{'' if ratio >= 100 else ' missed'}")
    sys.exit(1 if beyond else 0)


main()
