"""What is undefined is so in every medium: null in JSON, empty in CSV, NULL in SQLite, a dash in the page, the workbook
and the terminal; never 0.

undefined.py AFORO SOURCE

One scenario has a single replication, of which nobody knows how it varies; one has nothing to divide by; in a third
some measures are defined in some replications only.
"""

import csv
import html.parser
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DASH = "—"
VALUES = ("mean", "sd", "half_width", "p10", "p50", "p90")
SPREAD = ("sd", "half_width", "p10", "p90")
failures = []

SCENARIOS = {
    "one": "experiment: {replications: 1}\n",
    "fewer": "experiment: {replications: 1}\nadvisory: {advisors: 8}\n",
    "zeros": """experiment: {replications: 2}
demand: {arrivals: 0}
attention: {staff: 0, budget: 0 $, annual_cost: 0 $}
advisory: {advisors: 0, budget: 0 $, advisors_at_least: 0, satellite_cost: 0 $}
alliances: {budget: 0 $, coordinators: 0}
administration: {budget: 0 $, share: 0}
population: {potential: 0, target: 0}
""",
    "rare": "experiment: {replications: 4}\ndemand: {arrivals: 3}\n",
    "rarer": "experiment: {replications: 4}\ndemand: {arrivals: 3}\nwaiting_list: {decline: 0.5}\n",
}
# Means of nothing and ratios over nothing, where nobody comes and nothing is planned or paid.
NOTHING = {
    "coverage_target", "coverage_potential", "coverage_target_cumulative", "unit_cost", "served_share_of_qualified",
    "attention_wait_days_mean", "attention_wait_days_p90", "wait_days_mean", "wait_days_median", "wait_days_p90",
    "offer_days_median", "plan_months_mean", "plan_months_graduates", "slot_utilisation", "orientation_utilisation",
    "hour_utilisation", "admin_share", "problem_share_of_admitted", "inclusion_error", "exclusion_error",
    "beneficiaries_gini", "concentration_qualified", "concentration_diagnosed", "survival_t2", "sales_up_t1",
    "served_gap_rural_urban", "served_gap_women_men", "first_refusal_day",
}


def check(holds, *what):
    if not holds:
        failures.append(" ".join(str(w) for w in what))


def estimate(where, row):
    """An estimate as results.json has it: n replications say what n replications can."""
    n = row["n"]
    for value in VALUES:
        if value in row:
            known = n >= 2 or (n == 1 and value in ("mean", "p50"))
            check((row[value] is not None) == known, where, row["metric"], row["year"], "n", n, value, row[value])


def key_of(row):
    return (row["metric"], row["year"], row.get("month", 0), row["level"], row["id"])


def same_csv(path, rows, separator, metric="metric"):
    """The same numbers in the same order, empty where null."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, delimiter=separator))
    head, lines = lines[0], lines[1:]
    check(len(lines) == len(rows), path.name, len(lines), "lines for", len(rows))
    first = head.index("n") + 1
    for line, row in zip(lines, rows):
        for text, value in zip(line[first:], VALUES):
            written = None if text == "" else float(text.replace(",", "."))
            check(written == row[value], path.name, row["metric"], value, repr(text), row[value])


def same_database(path, rows):
    base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    stored = {
        tuple(line[:5]): line[5:]
        for line in base.execute(f"SELECT metric, year, month, level, ident, n, {', '.join(VALUES)} FROM metrics")
    }
    for row in rows:
        line = stored[key_of(row)]
        check(line == (row["n"], *(row[v] for v in VALUES)), "run.sqlite", row, line)
    return base


class Tables(html.parser.HTMLParser):
    """The tables of a page, as lists of rows of texts."""

    def __init__(self, text):
        super().__init__()
        self.tables, self.cell = [], None
        self.feed(text)

    def handle_starttag(self, tag, _):
        if tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.cell = ""

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data

    def handle_endtag(self, tag):
        if tag in ("td", "th") and self.tables and self.tables[-1]:
            self.tables[-1][-1].append(self.cell.strip())
            self.cell = None


def is_spread(title):
    return title.startswith(("± 95", "Semiancho")) or title in ("p10", "p90", "p10–p90")


def page(where, path, spread_known):
    text = path.read_text(encoding="utf-8")
    check(not re.search(r"[\[:, ](nan|-?inf|NaN)[,\]}\s<]", re.sub(r"<script.*?</script>", "", text, flags=re.S)), where,
          "the page has a number that is none")
    columns = 0
    for table in Tables(text).tables:
        for row in table[1:]:
            if spread_known or len(row) != len(table[0]):
                continue
            for title, cell in zip(table[0], row):
                if is_spread(title):
                    columns += 1
                    check(cell in (DASH, ""), where, "page", title, row)
                check("±" not in cell, where, "page", row)
    # What the charts draw.
    for block in re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', text, flags=re.S):
        data = json.loads(block)
        rows = [data]
        while rows:
            item = rows.pop()
            if isinstance(item, dict):
                if not spread_known and {"m", "a", "b"} <= item.keys():
                    check(item["a"] is None and item["b"] is None, where, "chart", item)
                    check(item.get("c") is None and item.get("d") is None, where, "chart", item)
                rows.extend(item.values())
            elif isinstance(item, list):
                rows.extend(item)
    return columns


def workbook(where, path, spread_known):
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    shared = ["".join(t.text or "" for t in i.iter(MAIN + "t")) for i in ET.fromstring(parts["xl/sharedStrings.xml"])]
    cells = 0
    for name, part in parts.items():
        if not name.startswith("xl/worksheets/sheet"):
            continue
        titles, last = {}, 0
        for row in ET.fromstring(part).iter(MAIN + "row"):
            if int(row.get("r")) > last + 1:  # another table
                titles = {}
            last, texts = int(row.get("r")), {}
            for cell in row.iter(MAIN + "c"):
                value = cell.find(MAIN + "v")
                if value is None:
                    continue
                column = re.match("[A-Z]+", cell.get("r")).group()
                texts[column] = shared[int(value.text)] if cell.get("t") == "s" else float(value.text)
                check(texts[column] == texts[column], where, name, cell.get("r"), "is no number")
            if any(isinstance(t, str) and is_spread(t) for t in texts.values()) and "A" in texts and len(texts) > 2:
                titles = {c: t for c, t in texts.items() if isinstance(t, str) and is_spread(t)}
                if texts["A"] and is_spread(texts["A"]):
                    titles = {}
                continue
            label = texts.get("A")
            if not spread_known and isinstance(label, str) and is_spread(label) and len(texts) > 2:  # a row of spreads
                for column, cell in texts.items():
                    check(column == "A" or cell == DASH, where, name, label, cell)
                continue
            for column in titles:
                if column in texts and not spread_known:
                    cells += 1
                    check(texts[column] == DASH, where, name, titles[column], texts)
    return cells


def differences(where, found, replications):
    data = json.loads(found)
    for row in data.get("differences", data.get("steps", [])):
        check((row["mean"] is not None) == (row["n"] > 0), where, row)
        check((row["half_width"] is not None) == (row["n"] > 1), where, row)
        check(row["gain"] is None or row["n"] > 1, where, row)
    for row in data.get("fates", []):
        check((row["half_width"] is not None) == (replications > 1), where, row)
    return data


def main(aforo, source):
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for name, text in SCENARIOS.items():
            (folder / f"{name}.yaml").write_text(
                f"aforo: 1\nname: {name}\nextends: '{source}/tests/model/small.yaml'\n{text}")

        def aforo_does(*arguments, lang="es"):
            done = subprocess.run([aforo, *arguments, "--quiet", "--lang", lang, "--out", folder / "out"], cwd=folder,
                                  capture_output=True, text=True)
            check(done.returncode == 0, arguments, "ends in", done.returncode, done.stderr)
            return done.stdout

        for name in ("one", "zeros", "rare"):
            single = name == "one"
            printed = aforo_does("run", f"{name}.yaml")
            run = folder / "out" / name / "run-001"
            data = json.loads((run / "results.json").read_text())
            for row in data["metrics"] + data["series"]:
                estimate(name, row)
                if name == "zeros" and row["metric"] in NOTHING:
                    check(row["n"] == 0 and row["mean"] is None, name, row)
            check({r["n"] for r in data["metrics"]} == {"one": {0, 1}, "zeros": {0, 2}, "rare": {0, 1, 2, 3, 4}}[name],
                  name, "has not the cases that this test is of")
            same_csv(run / "results.csv", data["metrics"], ",")
            same_csv(run / "resultados.csv", data["metrics"], ";")
            same_csv(run / "series.csv", data["series"], ",")
            base = same_database(run / "run.sqlite", data["metrics"] + data["series"])
            if name == "zeros":
                for (value,) in base.execute("SELECT value FROM planned WHERE name IN ('total_spending', "
                                             "'admin_spending', 'potential_population', 'target_population')"):
                    check(value is None, "run.sqlite has a plan where there is none:", value)
            base.close()
            columns, cells = page(name, run / "report.html", not single), workbook(name, run / "report.xlsx", not single)
            if single:
                check(columns > 20 and cells > 100, "columns of spread:", columns, cells)
                check("±" not in printed and "p10" not in printed, "the terminal tells of a spread", printed)
                check("Una sola réplica" in printed, "the terminal does not say that there is one replication")
            if name == "zeros":
                check(not re.search(r"Cobertura acumulada.*\n.*\n.*simulado[ |]*0", printed), printed)
                check("no se alcanza" not in printed, "a median of nobody is said not to be reached")
            if name == "rare":
                check("(n = 1)" in printed, "what is defined once does not say so")

        printed = aforo_does("compare", "one.yaml", "fewer.yaml")
        made = folder / "out" / "one" / "compare-001"
        data = differences("compare one fewer", (made / "results.json").read_text(), 1)
        check(any(r["mean"] for r in data["differences"]), "nothing differs")
        check("no se distingue" not in printed and "Una sola réplica" in printed and "±" not in
              printed.replace("± el semiancho", ""), "a comparison of one replication tells of an error", printed)
        check(page("compare", made / "report.html", False) >= 0 and workbook("compare", made / "report.xlsx", False) > 20,
              "the workbook of a comparison has no spread")
        printed = aforo_does("compare", "one.yaml", "one.yaml")
        check(" = " in printed and "mismo" in printed.lower(), "one replication does not equal itself", printed)
        aforo_does("compare", "rare.yaml", "rarer.yaml", "zeros.yaml")
        made = folder / "out" / "rare" / "compare-001"
        data = differences("compare rare", (made / "results.json").read_text(), 4)
        for row in data["differences"]:
            if row["alternative"] == "zeros" and row["metric"] in NOTHING:
                check(row["alternative_mean"] is None and row["mean"] is None, row)
        workbook("compare", made / "report.xlsx", True)
        page("compare", made / "report.html", True)
        aforo_does("sweep", "rare.yaml", "--vary", "demand.arrivals=0,3", "--replications", "2")
        made = folder / "out" / "rare" / "sweep-001"
        data = differences("sweep", (made / "results.json").read_text(), 2)
        for row in data["metrics"]:
            estimate("sweep", row)
        check({0, 1, 2} <= {r["n"] for r in data["metrics"]}, "sweep has not the cases")
        workbook("sweep", made / "report.xlsx", True)
        page("sweep", made / "report.html", True)
        aforo_does("explain", "rare.yaml", "zeros.yaml", "--replications", "2")
        made = folder / "out" / "rare" / "explain-001"
        shares = json.loads((made / "results.json").read_text())["explanations"]
        for row in shares:
            if row["metric"] == "wait_days_mean":
                check(row["mean"] is None and row["half_width"] is None, row)
        check(any(r["metric"] == "wait_days_mean" for r in shares), "explain tells of no wait")
        workbook("explain", made / "report.xlsx", True)
        page("explain", made / "report.html", True)
    for failure in failures[:30]:
        print(failure[:600], file=sys.stderr)
    return 1 if failures else 0


sys.exit(main(*sys.argv[1:]))
