// The reader of run.sqlite: a file that was tampered with is a run, which saved and read again is the same, or what is
// wrong is told.
#include "aforo/store/run_file.hpp"

#include "aforo/core/contracts.hpp"
#include "aforo/render/machine.hpp"
#include "fuzz/fuzz.hpp"
#include "fuzz/tampered.hpp"

using namespace aforo;

namespace {

// A row at least of each table.
store::StoredRun sample() {
    using results::Level, results::undefined;
    store::StoredRun s;
    results::Run& r = s.run;
    r.version = "0.1.0";
    r.scenario = "ñuble";
    r.digest = "abc";
    r.seed = 7;
    r.replications = 3;
    r.years = {2024, 2025};
    r.columns = {{"spending", "M$", {"Gasto.", "Spending."}},
                 {"coverage", "ratio", {"Cobertura.", "Coverage."}},
                 {"last_day", "day of year", {"Día.", "Day."}}};
    r.rows = {{0, 2024, Level::programme, "", {3, 2, 1, 1, 1, 2, 3}},
              {1, 2025, Level::group, "sex=female", {}},
              {2, 2025, Level::region, "sur", {1, 300, undefined, undefined, undefined, 300, undefined}}};
    r.series = {{0, 2024, Level::office, "17", {2, 5, 1, 2, 3, 4, 5}, 12}};
    r.planned.year = 2024;
    r.planned.price_year = 2023;
    r.planned.components = {{"attention", "Atención", "Personas", 2101068, 60000}};
    r.planned.years = {2024, 2025};
    r.planned.target_population = {289651, 289651};
    r.planned.beneficiaries = {20000, 24000};
    r.planned.unique_beneficiaries = {1, 2, 3};
    r.planned.survival_t2 = 0.3;
    r.regions = {{"norte", "Norte"}, {"sur", "Sur"}};
    r.offices = {{"17", "Uno", "sur", "centre"}, {"3", "Dos", "norte", "satellite"}};
    r.exhaustions = {{"advisory", 2025, 0.4, "2025-10-03"}, {"attention", 2024, 0, ""}};
    r.limits = {{2024, "slots", 0.25}};
    r.warnings = {{"whole_people", "it.yaml", 4, 22, "advisory.advisors", {"a", "b"}, {"c", "d"}}};
    r.assumptions = {{"advisory.caseload", "42", "35–60", "supuesto", "nota", {"Cupos por asesor", "Slots of an advisor"}}};
    r.prices = {{core::Pesos::Kind::of_year, 2025}, {2023, {{2024, 1.045}, {2025, 1.03}}}, "INE"};
    r.sources = {{"supuesto", "Sin dato público", "https://example.org"}};
    r.ledger = {{2024, 1, "advisory", "paid", 9'007'199'254'740'993, 0}, {2024, 12, "admin", "available", 7, -8}};
    s.samples = {4, 3, {1, 2, 3, undefined, undefined, undefined, undefined, 300, undefined, 4, undefined, 6}};
    return s;
}

std::string file_of(const fuzz::Folder& folder, const store::StoredRun& stored) {
    const auto path = folder / "saved.sqlite";
    std::filesystem::remove(path);
    store::save(path, stored.run, stored.samples);
    return fuzz::bytes_of(path);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Folder folder;
    static const fuzz::Tampered tampered(file_of(folder, sample()));
    FuzzedDataProvider input(data, size);
    try {
        const auto stored = store::load(folder.write("run.sqlite", tampered.after(input)));
        if (size % 8 != 0) return 0;  // what follows takes as long again, twice
        const auto again = store::load(folder.write("again.sqlite", file_of(folder, stored)));
        fuzz::demand(render::results_json(again.run) == render::results_json(stored.run),
                     "a run that is saved is the same");
        fuzz::demand(again.samples.keys == stored.samples.keys, "and its replications");
    } catch (const core::WrongFile& e) {
        fuzz::demand(!e.es.empty() && !e.en.empty(), "what is wrong is told");
    }
    return 0;
}
