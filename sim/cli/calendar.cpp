// aforo calendar: working days by month, and the arrivals that month factors mean.
#include "aforo/experiment/calendar.hpp"

#include <fmt/format.h>

#include <memory>
#include <string>

#include "aforo/render/format.hpp"
#include "aforo/render/machine.hpp"
#include "aforo/render/terminal.hpp"
#include "aforo/told/documents.hpp"
#include "commands.hpp"
#include "common.hpp"
#include "output.hpp"

namespace aforo::cli {

namespace {

struct Arguments {
    std::string file;
    bool json = false;
};

std::string json_of(const results::YearsOfMonths& all, const scenario::Scenario& s) {
    std::string text = fmt::format("{{\n\"scenario\": {},\n\"digest\": {},\n\"months\": [",
                                   render::json_text(all.scenario), render::json_text(scenario::digest(s)));
    const char* separator = "\n";
    for (const auto& year : all.years) {
        for (std::size_t m = 0; m < 12; ++m) {
            const auto& month = year.months[m];
            text += fmt::format(
                R"({}{{"year": {}, "month": {}, "working_days": {}, "factor": {}, "expected_arrivals": {}}})",
                separator, year.year, m + 1, month.working_days, render::shortest(month.factor),
                render::shortest(month.arrivals));
            separator = ",\n";
        }
    }
    return text + "\n]\n}\n";
}

int calendar(const Arguments& a, core::Lang lang) {
    const scenario::Scenario scenario = read_or_explain(a.file, lang);
    const auto all = experiment::calendar(scenario);
    print_out("{}", a.json ? json_of(all, scenario) : render::text(told::calendar(all, lang)));
    return done;
}

Action options(Options& o) {
    const auto a = std::make_shared<Arguments>();
    o.file(a->file);
    o.json(a->json, "En JSON por la salida estándar, y nada más", "As JSON on standard output, and nothing else there");
    return [a, lang = o.lang()] { return calendar(*a, lang); };
}

}  // namespace

const Command calendar_command{"calendar", "Días hábiles de cada mes, y las llegadas esperadas que dicen sus factores",
                               "Working days of each month, and the expected arrivals that its factors mean", options};

}  // namespace aforo::cli
