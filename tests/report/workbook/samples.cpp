// workbook_samples FOLDER: workbooks of runs that no scenario should give, to be opened by another program.
#include <array>
#include <fstream>
#include <limits>

#include "aforo/render/workbook.hpp"
#include "aforo/results/results.hpp"
#include "aforo/results/worlds.hpp"
#include "aforo/told/documents.hpp"
#include "report/sample_run.hpp"

using namespace aforo;
using results::Level;

namespace {

const std::array<std::string, 8> names = {"=1+1",
                                          "<script>alert(1)</script> & \"x\"",
                                          "+2",
                                          "-3",
                                          "@SUM(A1)",
                                          std::string("nul\0 bell\a esc\x1b end", 18),
                                          "_x0041_ \xEF\xBF\xBE \xFF\xFE",
                                          "Ñuble 🏢"};

// What adds up over offices.
constexpr std::array sums = {"attended_persons", "admissions", "graduates", "waiting_year_end"};

void set_total(results::Run& run, const std::string& measure, double total) {
    for (auto& row : run.rows) {
        const bool is_it = run.columns[static_cast<std::size_t>(row.column)].name == measure;
        if (is_it && row.level == Level::programme) row.value.mean = total;
    }
}

// 500 offices whose names are all of those, and a text longer than a cell.
results::Run hostile() {
    results::Run run = testing::sample_run();
    run.scenario = names[0];
    run.regions = {{"a", names[1]}, {"b", names[5]}};
    for (int i = 0; i < 500; ++i) {
        const std::string id = std::to_string(i);
        run.offices.push_back({id, names[static_cast<std::size_t>(i) % names.size()], i < 250 ? "a" : "b",
                               i % 2 ? "satellite" : "centre"});
        for (const int year : run.years) {
            for (const char* measure : sums) testing::add(run, measure, "enterprises", year, 2, Level::office, id);
            testing::add(run, "slot_utilisation", "ratio", year, 0.5, Level::office, id);
        }
    }
    for (const char* measure : sums) set_total(run, measure, 1000);
    for (const auto& name : names) run.assumptions.push_back({name, name, name, name, name, {name, name}});
    for (const auto& name : names) run.warnings.push_back({name, name, 1, 2, name, {name, name}, {name, name}});
    run.assumptions.push_back({"key", "0.25", "", "", std::string(100'000, 'x'), {}});
    run.ledger = {{2024, 1, "advisory", "paid", 5, 0},
                  {2024, 1, "advisory", "available", 0, 5},
                  {2024, 2, "administration", names[1], 1, 1}};
    return run;
}

void write(const std::string& path, const results::Run& run, core::Lang lang) {
    results::Manifest manifest;
    manifest.scenario = run.scenario;
    manifest.scenario_file = "/home/somebody/private/=1+1.yaml";
    manifest.command = "aforo run " + manifest.scenario_file;
    manifest.seed = std::numeric_limits<std::uint64_t>::max();
    std::ofstream(path, std::ios::binary) << render::workbook(told::run(run, {}, manifest, lang));
}

}  // namespace

int main(int, char** argv) {
    const std::string folder = argv[1];
    write(folder + "/hostile-es.xlsx", hostile(), core::Lang::es);
    write(folder + "/hostile-en.xlsx", hostile(), core::Lang::en);
    write(folder + "/once.xlsx", testing::single_run(), core::Lang::es);
    results::Run nothing;
    nothing.years = {2024};
    write(folder + "/nothing.xlsx", nothing, core::Lang::en);
}
