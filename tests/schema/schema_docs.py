"""Every scenario of the repository is valid by the schema of `aforo schema`; broken ones are not, and `aforo check` says so too.

Usage: schema_docs.py AFORO SOURCE_DIR. Needs the Debian packages python3-jsonschema and python3-yaml.
"""
import copy
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema
import yaml

aforo, source = sys.argv[1], pathlib.Path(sys.argv[2])


class Yaml12(yaml.SafeLoader):
    """YAML 1.2's plain values: no dates, no yes and no, no numbers in base 60."""


Yaml12.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"^(?:true|false)$", "tf"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
]:
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)


def as_json(value):
    if isinstance(value, dict):
        return {str(key): as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return value


def read(text):
    return as_json(yaml.load(text, Yaml12))


def run(*arguments):
    return subprocess.run([aforo, *arguments], capture_output=True, text=True)


def change(document, path, value):
    """A copy of the document with one value put, or taken away when it is DROP."""
    changed = copy.deepcopy(document)
    keys = path.split(".")
    at = changed
    for key in keys[:-1]:
        at = at.setdefault(key, {})
    if value is DROP:
        del at[keys[-1]]
    else:
        at[keys[-1]] = value
    return changed


DROP = object()
broken = [
    ("an unknown key", "demnad", {"arrivals": 1}),
    ("an unknown key inside", "advisory.caselod", 30),
    ("a missing name", "name", DROP),
    ("a missing section", "demand", DROP),
    ("a missing key of a section", "attention.duration", DROP),
    ("a missing key of an element", "network.centres.1.weight", DROP),
    ("another version", "aforo", 2),
    ("a share above 1", "enterprises.informal", 1.2),
    ("a negative count", "demand.arrivals", -5),
    ("zero where it must be positive", "enterprises.sustainability_sd", 0),
    ("half a slot", "advisory.caseload", 30.5),
    ("a text for a number", "demand.arrivals", "many"),
    ("a duration without unit", "advisory.direct_hours", 1000),
    ("a duration in another unit", "advisory.travel", "2 km"),
    ("a negative duration", "advisory.travel", "-2 h"),
    ("no duration at all where it must be positive", "calendar.day", "0 h"),
    ("money without unit", "advisory.plan_cost", 45),
    ("money with thousands' points", "advisory.budget", "480.000 M$"),
    ("sales in pesos", "enterprises.sales_median", "800 M$"),
    ("a word that is none", "calendar.holidays", "peru"),
    ("a holiday that is no day", "calendar.holidays", ["chile", "tomorrow"]),
    ("no holiday in a list", "calendar.holidays", []),
    ("a weekday that is none", "calendar.weekdays", ["lunes"]),
    ("eleven months", "demand.month_factors", [1] * 11),
    ("an unknown distribution", "attention.duration", {"beta": {"mean": "1 h"}}),
    ("a distribution without a parameter", "attention.duration", {"gamma": {"mean": "1 h"}}),
    ("a distribution of mean 0", "attention.duration", {"exponential": {"mean": "0 h"}}),
    ("two distributions", "attention.duration", {"constant": {"mean": "1 h"}, "exponential": {"mean": "1 h"}}),
    ("no observed value", "attention.duration", {"empirical": {"values": []}}),
    ("an observed value without unit", "attention.duration", {"empirical": {"values": ["1 h", 2]}}),
    ("a negative observed value", "attention.duration", {"empirical": {"values": ["-1 h", "2 h"]}}),
    ("one value for a list", "attention.duration", {"empirical": {"values": "1 h"}}),
    ("a mixture of nothing", "attention.duration", {"mixture": {"parts": []}}),
    ("a mixture of too many", "attention.duration", {"mixture": {"parts": [{"weight": 0.04, "of": "1 h"}] * 25}}),
    ("a part without weight", "attention.duration", {"mixture": {"parts": [{"of": "1 h"}]}}),
    ("a part of nothing", "attention.duration", {"mixture": {"parts": [{"weight": 1}]}}),
    ("a negative weight", "attention.duration",
     {"mixture": {"parts": [{"weight": -0.5, "of": "1 h"}, {"weight": 1.5, "of": "2 h"}]}}),
    ("a mixture of mixtures", "attention.duration",
     {"mixture": {"parts": [{"weight": 1, "of": {"mixture": {"parts": [{"weight": 1, "of": "1 h"}]}}}]}}),
    ("no growth", "demand.growth", 0),
    ("growth in no year", "demand.growth", {"20": 1.1}),
    ("an unknown criterion", "targeting.criteria", ["sectors"]),
    ("a criterion without its parameter", "targeting.criteria", ["sales"]),
    ("a criterion with a parameter that is not its own", "targeting.criteria", [{"need": {"at_least": 5}}]),
    ("the same criterion twice", "targeting.criteria", ["sector", "sector"]),
    ("an id that is a name", "network.centres.uno", {"name": "x", "region": "norte", "weight": 1}),
    ("provenance with an unknown key", "demand.arrivals", {"value": 3000, "sourse": "x"}),
    ("a range of three", "demand.arrivals", {"value": 3000, "range": [1, 3000, 9000]}),
    ("a range without its end", "demand.arrivals", {"value": 3000, "range": {"low": 1, "shape": "uniform"}}),
    ("a range of no known shape", "demand.arrivals", {"value": 3000, "range": {"low": 1, "high": 9000, "shape": "bell"}}),
    ("a range on a text", "description", {"value": "x", "range": [1, 2]}),
    ("a list for a group", "advisory", [1, 2]),
    ("yes for true", "attention.always_open", "yes"),
]
accepted = [
    ("provenance", "demand.arrivals", {"value": 3000, "range": [2000, 4000], "note": "n"}),
    ("a range with its shape", "demand.arrivals", {"value": 3000, "range": {"low": 1, "high": 9000, "shape": "pert"}}),
    ("a range of a growth", "demand.growth", {"value": 1.1, "range": {"low": 1, "high": 1.25, "shape": "uniform"}}),
    ("growth by year", "demand.growth", {"2024": 1.1, "2025": 1}),
    ("a constant as a bare length of time", "attention.duration", "90 min"),
    ("observed values", "attention.duration", {"empirical": {"values": ["1 h", "90 min"]}}),
    ("observed values with their source", "attention.duration",
     {"empirical": {"values": {"value": ["1 h"], "note": "measured"}}}),
    ("an atom", "attention.patience",
     {"mixture": {"parts": [{"weight": 0.1, "of": "0 h"}, {"weight": 0.9, "of": {"exponential": {"mean": "30 days"}}}]}}),
    ("a mixture with provenance", "attention.duration",
     {"mixture": {"parts": [{"weight": {"value": 0.5, "range": [0.2, 0.8]}, "of": {"value": "1 h", "note": "n"}},
                            {"weight": 0.5, "note": "n", "of": {"empirical": {"values": ["1 h", "2 h"]}}}]}}),
    ("no patience", "attention.patience", "none"),
    ("own holidays", "calendar.holidays", ["chile", "12-31", "2026-06-05"]),
    ("no limit of returns", "demand.max_returns", "none"),
    ("a limit of returns", "demand.max_returns", 3),
    ("decimals and exponents", "advisory.travel", "1.5e0 h"),
    ("provenance of a parameter", "attention.duration", {"constant": {"mean": {"value": "1 h", "range": ["1 h", "2 h"]}}}),
    ("a note in a group", "advisory.note", "of all"),
]

failures = []


def expect(holds, what):
    if not holds:
        failures.append(what)


printed = run("schema")
expect(printed.returncode == 0, "aforo schema failed")
schema = json.loads(printed.stdout)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)


def complaints(document):
    return [f"{'.'.join(map(str, e.absolute_path))}: {e.message[:160]}" for e in validator.iter_errors(document)]


# Answers to observations are a file of their own kind.
files = [f for f in sorted(source.glob("scenarios/**/*.yaml")) if "\nobservations:" not in f.read_text()]
files.append(source / "tests/model/small.yaml")
expect(len(files) >= 60, "the scenarios were not found")
for file in files:
    expect(not complaints(read(file.read_text())), f"{file.name} is not valid: {complaints(read(file.read_text()))[:3]}")

with tempfile.TemporaryDirectory() as folder:
    starter = pathlib.Path(folder) / "starter.yaml"
    run("init", str(starter))
    for file in [starter, source / "scenarios/ficha-2024.yaml", source / "tests/model/small.yaml"]:
        whole = run("check", "--resolved", str(file)).stdout
        for text in [whole, file.read_text()]:
            found = complaints(read(text))
            expect(not found, f"{file.name} or its resolved form is not valid: {found[:3]}")

    small = read((source / "tests/model/small.yaml").read_text())
    trial = pathlib.Path(folder) / "trial.yaml"

    def checked(document):
        trial.write_text(json.dumps(document))  # JSON is YAML
        return run("check", str(trial), "--lang", "en")

    for what, path, value in broken:
        document = change(small, path, value)
        expect(complaints(document), f"the schema accepts {what} at {path}")
        expect(checked(document).returncode == 2, f"aforo check accepts {what} at {path}")
    for what, path, value in accepted:
        document = change(small, path, value)
        expect(not complaints(document), f"the schema refuses {what} at {path}: {complaints(document)[:2]}")
        expect(checked(document).returncode == 0, f"aforo check refuses {what} at {path}: {checked(document).stderr}")
    delta = {"aforo": 1, "name": "d", "extends": "small.yaml", "network": {"centres": {"3": None}}}
    expect(not complaints(delta), f"the schema refuses null for an element: {complaints(delta)[:2]}")

for failure in failures:
    print("FAILED:", failure)
print(f"{len(files)} scenarios, {len(broken)} broken and {len(accepted)} accepted documents, {len(failures)} failures")
sys.exit(1 if failures else 0)
