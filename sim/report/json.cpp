#include "aforo/report/json.hpp"

#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <boost/json/string_view.hpp>
#include <cmath>

#include "aforo/report/format.hpp"
#include "aforo/report/utf8.hpp"

namespace aforo::report {

namespace {

// Boost.JSON escapes texts. It is not asked to write numbers: its 2E4 for 20000 is valid, but not what people compare.
std::string quoted(const std::string& text) { return boost::json::serialize(boost::json::string(valid_utf8(text))); }

std::string number(double value) { return std::isfinite(value) ? shortest(value) : "null"; }

std::string metric_line(const results::Run& run, const results::Row& row) {
    const auto& column = run.columns.at(static_cast<std::size_t>(row.column));
    const auto& e = row.value;
    return fmt::format(R"({{"metric": {}, "unit": {}, "year": {}, {}"level": {}, "id": {}, "n": {}, )"
                       R"("mean": {}, "sd": {}, "half_width": {}, "p10": {}, "p50": {}, "p90": {}}})",
                       quoted(column.name), quoted(column.unit), row.year,
                       row.month > 0 ? fmt::format(R"("month": {}, )", row.month) : "",
                       quoted(results::level_names.at(static_cast<std::size_t>(row.level))), quoted(row.id), e.n,
                       number(e.mean), number(e.sd), number(e.half_width), number(e.p10), number(e.p50), number(e.p90));
}

}  // namespace

std::string results_json(const results::Run& run) {
    std::string json = fmt::format("{{\n\"aforo\": {},\n\"scenario\": {},\n\"digest\": {},\n", quoted(run.version),
                                   quoted(run.scenario), quoted(run.digest));
    json += fmt::format("\"seed\": {},\n\"replications\": {},\n\"metrics\": [", run.seed, run.replications);
    const char* separator = "\n";
    for (const auto& row : run.rows) {
        json += separator + metric_line(run, row);
        separator = ",\n";
    }
    json += "\n],\n\"series\": [";
    separator = "\n";
    for (const auto& row : run.series) {
        if (row.level == results::Level::office) continue;
        json += separator + metric_line(run, row);
        separator = ",\n";
    }
    return json + "\n]\n}\n";
}

std::string differences_json(const results::Comparison& c) {
    std::string json = fmt::format("{{\n\"aforo\": {},\n\"base\": {},\n\"digest\": {},\n", quoted(c.version),
                                   quoted(c.scenario), quoted(c.digest));
    json += fmt::format("\"seed\": {},\n\"replications\": {},\n\"alternatives\": [", c.seed, c.replications);
    const char* separator = "\n";
    for (const auto& a : c.alternatives) {
        json += fmt::format(R"({}{{"scenario": {}, "digest": {}}})", separator, quoted(a.scenario), quoted(a.digest));
        separator = ",\n";
    }
    json += "\n],\n\"differences\": [";
    separator = "\n";
    for (const auto& a : c.alternatives) {
        for (const auto& d : a.differences) {
            json += fmt::format(
                R"({}{{"base": {}, "alternative": {}, "metric": {}, "unit": {}, "year": {}, "level": {}, "id": {}, )"
                R"("n": {}, "mean": {}, "half_width": {}, "gain": {}}})",
                separator, quoted(c.scenario), quoted(a.scenario), quoted(d.measure), quoted(d.unit), d.year,
                quoted(results::level_names.at(static_cast<std::size_t>(d.level))), quoted(d.id), d.value.n,
                number(d.value.mean), number(d.value.half_width), number(d.gain));
            separator = ",\n";
        }
    }
    return json + "\n]\n}\n";
}

std::string manifest_json(const results::Manifest& m) {
    std::string json = fmt::format("{{\n\"aforo\": {},\n\"scenario\": {},\n\"scenario_file\": {},\n", quoted(m.version),
                                   quoted(m.scenario), quoted(m.scenario_file));
    json += fmt::format("\"scenario_digest\": {},\n\"seed\": {},\n\"replications\": {},\n", quoted(m.scenario_digest),
                        m.seed, m.replications);
    json += fmt::format("\"precision\": {},\n\"results_digest\": {},\n\"command\": {}\n}}\n",
                        m.precision ? number(*m.precision) : "null", quoted(m.results_digest), quoted(m.command));
    return json;
}

}  // namespace aforo::report
