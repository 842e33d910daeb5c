"""Workbooks, opened by LibreOffice: every formula computed again must give the value that the run stored.

opened.py AFORO SAMPLES SOFFICE SOURCE RENDER_SAMPLES

What is opened is a copy in which every stored value of a formula is spoilt, so nothing but computing gives it back.
"""

import csv
import math
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ERROR = re.compile(r"#(REF|NAME|VALUE|DIV/0|N/A|NUM|NULL)[!?]?|Err:\d+")
SPOILT = "987654321"
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"""
failures = []


def check(holds, *what):
    if not holds:
        failures.append(" ".join(str(w) for w in what))


def place_of(reference):
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", reference).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits) - 1, column - 1


class Book:
    """The cells as they are stored: by sheet, {(row, column): (text or number, formula or None)}."""

    def __init__(self, path):
        self.sheets = {}
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        shared = [
            "".join(t.text or "" for t in item.iter(MAIN + "t"))
            for item in ET.fromstring(self.parts["xl/sharedStrings.xml"])
        ]
        names = [s.get("name") for s in ET.fromstring(self.parts["xl/workbook.xml"]).iter(MAIN + "sheet")]
        for i, name in enumerate(names):
            cells = {}
            for cell in ET.fromstring(self.parts[f"xl/worksheets/sheet{i + 1}.xml"]).iter(MAIN + "c"):
                value, formula = cell.find(MAIN + "v"), cell.find(MAIN + "f")
                if value is None:
                    continue
                text = shared[int(value.text)] if cell.get("t") == "s" else float(value.text)
                cells[place_of(cell.get("r"))] = (text, None if formula is None else formula.text)
            self.sheets[name] = cells


def spoilt_copy(book, path):
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in book.parts.items():
            if name.startswith("xl/worksheets/sheet"):
                part = re.sub(rb"</f><v>[^<]*</v>", b"</f><v>" + SPOILT.encode() + b"</v>", part)
            archive.writestr(name, part)


def number_of(text):
    share = text.endswith("%")
    value = float(text.rstrip("%"))
    return value / 100 if share else value


def compare(name, book, folder):
    formulas = 0
    for sheet, cells in book.sheets.items():
        with open(folder / f"{name}-{sheet}.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        for row in rows:
            for text in row:
                check(not ERROR.fullmatch(text), name, sheet, "has", text)
        for (row, column), (stored, formula) in cells.items():
            shown = rows[row][column] if row < len(rows) and column < len(rows[row]) else ""
            if formula is None:
                if isinstance(stored, str) and "_x" not in stored:
                    check(shown == stored, name, sheet, row + 1, column + 1, repr(shown), "is not", repr(stored[:80]))
                continue
            formulas += 1
            check(
                math.isclose(number_of(shown), stored, rel_tol=1e-9, abs_tol=1e-6),
                name, sheet, row + 1, column + 1, formula, "gives", shown, "and the run", stored,
            )
    return formulas


def well_formed(name, book):
    for part, content in book.parts.items():
        ET.fromstring(content)
        check(not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", content), name, part, "has control characters")
        for path in (b"/tmp", b"/home", b"/root", tempfile.gettempdir().encode()):
            check(path not in content, name, part, "holds a path of the machine")
    charts = [p for p in book.parts if re.fullmatch(r"xl/charts/chart\d+\.xml", p)]
    drawings = b"".join(content for p, content in book.parts.items() if p.startswith("xl/drawings/drawing"))
    check(drawings.count(b" descr=") == len(charts), name, "has a picture that says nothing to who cannot see it")
    for sheet in book.sheets:
        check(len(sheet) <= 31, name, sheet)
    for cells in book.sheets.values():
        for text, _ in cells.values():
            check(not isinstance(text, str) or len(text.encode("utf-16-le")) // 2 <= 32767, name, "has too long a cell")
    return len(charts)


def ledger_meets(book, postings):
    """What the workbook's own SUMIFS give, against the postings themselves."""
    words = {"atención": "Atención", "asesoría": "Asesoría", "alianzas": "Alianzas", "administración": "Administración"}
    paid = {}
    with open(postings, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            key = (int(row["año"]), words[row["componente"]])
            paid[key] = paid.get(key, 0) + int(row["pesos"]) * ((row["a"] == "pagado") - (row["de"] == "pagado"))
    cells, met = book.sheets["Libro mayor"], 0
    for (row, column), (stored, formula) in cells.items():
        if formula and formula.startswith("SUMIFS(") and column == 6:
            met += 1
            key = (int(cells[row, 0][0]), cells[row, 2][0])
            check(stored == paid[key], "ledger", key, stored, paid[key])
            check(cells[row, column + 1][0] == stored, "the run's total of", key)
    check(met == 8, "years and components of the ledger:", met)


def comparison(aforo, source, folder):
    """Of a scenario, one with fewer staff and a name that starts a formula, and itself."""
    base = folder / "small.yaml"
    base.write_bytes((pathlib.Path(source) / "tests/model/small.yaml").read_bytes())
    other = folder / "other.yaml"
    other.write_text('aforo: 1\nname: "=1+1 menos"\nextends: small.yaml\nattention: {staff: 5}\n')
    command = [aforo, "compare", base, other, base, "--replications", "5", "--quiet", "--lang", "es", "--out", folder / "d"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (folder / "d" / "small" / "compare-001" / "report.xlsx").read_bytes()


def experiments(aforo, folder):
    """A sweep and both kinds of explanation, of the files that comparison() wrote."""
    base, other = folder / "small.yaml", folder / "other.yaml"
    commands = {
        "swept": ["sweep", other, "--vary", "demand.arrivals=x0.5:x1:3"],
        "explained": ["explain", base, other],
        "marginal": ["explain", base],
    }
    for name, command in commands.items():
        out = folder / name
        subprocess.run([aforo, *command, "--replications", "4", "--quiet", "--lang", "es", "--out", out], check=True,
                       stdout=subprocess.DEVNULL)
        (folder / "made" / f"{name}.xlsx").write_bytes(next(out.glob("*/*/report.xlsx")).read_bytes())


def printed_in_part(path):
    """The sheets of which paper holds a part only."""
    with zipfile.ZipFile(path) as archive:
        workbook = ET.fromstring(archive.read("xl/workbook.xml"))
    areas = [n.text for n in workbook.iter(MAIN + "definedName") if n.get("name") == "_xlnm.Print_Area"]
    return [area.split("!")[0].strip("'") for area in areas]


def annexes(aforo, folder):
    """Paper leaves the annexes of a run out, unless they are asked for."""
    run = folder / "a/small/run-001"
    check(sorted(printed_in_part(run / "report.xlsx")) == ["Centros", "Libro mayor", "Réplicas", "Supuestos"],
          "printed in part", printed_in_part(run / "report.xlsx"))
    command = [aforo, "report", run, "--format", "xlsx", "--annexes", "--lang", "es"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    check(printed_in_part(run / "report.xlsx") == [], "with annexes all of it is printed")


def main(aforo, samples, soffice, source, render_samples):
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for name in ("made", "spoilt", "csv", "profile/user"):
            (folder / name).mkdir(parents=True)
        made = {}
        for out, lang in (("a", "es"), ("b", "es"), ("c", "en")):
            scenario = "tests/model/small.yaml"
            subprocess.run(
                [aforo, "run", scenario, "--replications", "5", "--quiet", "--lang", lang, "--ledger", "0", "--out",
                 folder / out],
                cwd=source, check=True, stdout=subprocess.DEVNULL,
            )
            made[out] = (folder / out / "small" / "run-001" / "report.xlsx").read_bytes()
            time.sleep(1.1)  # another second on the clock, another time in a file that wrote it down
        check(made["a"] == made["b"], "the same run gives other bytes")
        (folder / "made/small-es.xlsx").write_bytes(made["a"])
        (folder / "made/small-en.xlsx").write_bytes(made["c"])
        (folder / "made/compared.xlsx").write_bytes(comparison(aforo, source, folder))
        experiments(aforo, folder)
        subprocess.run([samples, folder / "made"], check=True)
        subprocess.run([render_samples, folder / "made/document.xlsx"], check=True)
        books = {path.stem: Book(path) for path in sorted((folder / "made").iterdir())}
        for name, book in books.items():
            spoilt_copy(book, folder / "spoilt" / f"{name}.xlsx")
        (folder / "profile/user/registrymodifications.xcu").write_text(RECALCULATE)
        subprocess.run(
            [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", CSV,
             "--outdir", folder / "csv", *sorted((folder / "spoilt").iterdir())],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        for name, book in books.items():
            charts, formulas = well_formed(name, book), compare(name, book, folder / "csv")
            print(f"{name}: {len(book.sheets)} sheets, {formulas} formulas, {charts} charts")
            if name.startswith(("small", "hostile")):
                check(len(book.sheets) == 10 and charts >= 3 and formulas > 50, name, "lacks something")
        check(list(books["compared"].sheets)[4:7] == ["Diferencias", "A quiénes afecta", "Ficha lado a lado"], "compared")
        check(list(books["swept"].sheets)[1:4] == ["Respuesta", "Puntos", "Pasos"], "swept")
        check(list(books["explained"].sheets)[1:4] == ["Cambios", "Partes", "Límites por mes"], "explained")
        check(list(books["marginal"].sheets)[1:3] == ["Centros", "Componentes"], "marginal")
        check(sum(1 for _, f in books["explained"].sheets["Partes"].values() if f) > 10, "explained has few sums")
        check(list(books["small-es"].sheets)[0] == "Léame" and list(books["small-en"].sheets)[8] == "Ledger", "names")
        check(list(books["small-es"].sheets)[7] == "Avisos", "small has a limit that is never reached")
        check(list(books["document"].sheets) == ["Todo", "Fórmulas   todas"], "names of sheets that Excel forbids")
        formulas = {f for _, f in books["document"].sheets["Fórmulas   todas"].values() if f}
        check({"B5-D5", "B6-D6", "SUM($D$5:$D$6)"} <= formulas, "formulas refer to", formulas)
        texts = {t for cells in books["hostile-es"].sheets.values() for t, f in cells.values() if f is None}
        for name in ("=1+1", '<script>alert(1)</script> & "x"', "@SUM(A1)", "-3"):
            check(name in texts, "lost:", name)
        annexes(aforo, folder)
        ledger_meets(books["small-es"], folder / "a/small/run-001/libro-mayor.csv")
    for failure in failures[:40]:
        print("FAILED", failure)
    return 1 if failures else 0


sys.exit(main(*sys.argv[1:]))
