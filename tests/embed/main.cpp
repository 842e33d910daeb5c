// embed SCENARIO: one replication, and the beneficiaries of each year. What aforo does with a scenario, without aforo.
#include <aforo/measure/replication.hpp>
#include <aforo/scenario/library.hpp>
#include <aforo/scenario/reader.hpp>
#include <cstdio>

int main(int argc, char** argv) {
    using namespace aforo;
    if (argc != 2) return 2;
    const auto read = scenario::read(scenario::found(argv[1]).string(), core::Lang::en);
    for (const auto& wrong : read.diagnostics) std::fprintf(stderr, "%s\n", core::to_string(wrong).c_str());
    if (!read.scenario) return 2;

    const model::Blueprint blueprint(*read.scenario);
    measure::Replication replication(blueprint);
    const auto& values = replication.run(/*seed=*/1, /*index=*/0);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const measure::Key& key = replication.keys()[i];
        const bool is_of_a_year = key.month == 0 && key.level == results::Level::programme;
        if (is_of_a_year && measure::catalogue()[static_cast<std::size_t>(key.column)].name == "beneficiaries")
            std::printf("%d: %.0f\n", key.year, values[i]);
    }
    return 0;
}
