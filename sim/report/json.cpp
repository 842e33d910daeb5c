#include "aforo/report/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/string_view.hpp>
#include <cmath>
#include <cstdint>
#include <limits>

#include "aforo/core/text.hpp"
#include "aforo/report/explanation.hpp"
#include "aforo/report/format.hpp"
#include "aforo/report/sweep.hpp"
#include "aforo/report/utf8.hpp"

namespace aforo::report {

namespace {

// Boost.JSON escapes texts. It is not asked to write numbers: its 2E4 for 20000 is valid, but not what people compare.
std::string quoted(const std::string& text) { return json_text(text); }

std::string number(double value) { return std::isfinite(value) ? shortest(value) : "null"; }

// "name": [one item a line].
class Lines {
public:
    explicit Lines(const char* name) : text_(fmt::format("\"{}\": [", name)) {}
    template <class... Args>
    void add(fmt::format_string<Args...> format, Args&&... args) {
        text_ += separator_;
        fmt::format_to(std::back_inserter(text_), format, std::forward<Args>(args)...);
        separator_ = ",\n";
    }
    [[nodiscard]] std::string take() { return std::move(text_) + "\n]"; }

private:
    std::string text_;
    const char* separator_ = "\n";
};

// Without braces around them.
std::string metric_fields(const results::Run& run, const results::Row& row) {
    const auto& column = run.columns.at(static_cast<std::size_t>(row.column));
    const auto& e = row.value;
    return fmt::format(R"("metric": {}, "unit": {}, "year": {}, {}"level": {}, "id": {}, "n": {}, )"
                       R"("mean": {}, "sd": {}, "half_width": {}, "p10": {}, "p50": {}, "p90": {})",
                       quoted(column.name), quoted(column.unit), row.year,
                       row.month > 0 ? fmt::format(R"("month": {}, )", row.month) : "",
                       quoted(results::level_names.at(static_cast<std::size_t>(row.level))), quoted(row.id), e.n,
                       number(e.mean), number(e.sd), number(e.half_width), number(e.p10), number(e.p50), number(e.p90));
}

}  // namespace

std::string json_text(std::string_view text) {
    const std::string plain = boost::json::serialize(boost::json::string(valid_utf8(text)));
    // Of hundreds of thousands of texts nearly all are nothing else.
    if (std::all_of(plain.begin(), plain.end(), [](char c) { return c >= 0x20 && c < 0x7F; })) return plain;
    std::string json;
    for (std::string_view left = plain; !left.empty();) {
        const core::CodePoint c = core::decode(left);
        const auto value = static_cast<std::uint32_t>(c.value);
        if (!core::is_hidden(c.value)) {
            json += left.substr(0, c.length);
        } else if (value < 0x10000) {
            json += fmt::format("\\u{:04x}", value);
        } else {
            json += fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + ((value - 0x10000) >> 10), 0xDC00 + (value & 0x3FF));
        }
        left.remove_prefix(c.length);
    }
    return json;
}

std::string results_json(const results::Run& run) {
    std::string json = fmt::format("{{\n\"aforo\": {},\n\"scenario\": {},\n\"digest\": {},\n", quoted(run.version),
                                   quoted(run.scenario), quoted(run.digest));
    json += fmt::format("\"seed\": {},\n\"replications\": {},\n\"metrics\": [", run.seed, run.replications);
    const char* separator = "\n";
    for (const auto& row : run.rows) {
        json += separator + ("{" + metric_fields(run, row) + "}");
        separator = ",\n";
    }
    json += "\n],\n\"series\": [";
    separator = "\n";
    for (const auto& row : run.series) {
        if (row.level == results::Level::office) continue;
        json += separator + ("{" + metric_fields(run, row) + "}");
        separator = ",\n";
    }
    return json + "\n]\n}\n";
}

std::string comparison_json(const results::Comparison& c) {
    std::string json = fmt::format("{{\n\"aforo\": {},\n\"base\": {},\n\"digest\": {},\n", quoted(c.base.version),
                                   quoted(c.base.scenario), quoted(c.base.digest));
    json += fmt::format("\"seed\": {},\n\"replications\": {},\n", c.base.seed, c.base.replications);
    Lines alternatives("alternatives"), changes("changes"), fates("fates"), differences("differences");
    for (const auto& a : c.alternatives) {
        const std::string name = quoted(a.run.scenario);
        alternatives.add(R"({{"alternative": {}, "digest": {}}})", name, quoted(a.run.digest));
        for (const auto& p : a.changes) {
            changes.add(R"({{"alternative": {}, "path": {}, "from": {}, "to": {}}})", name, quoted(p.path),
                        quoted(p.from), quoted(p.to));
        }
        for (const auto& f : a.fates) {
            for (std::size_t i = 0; i < results::fate_names.size(); ++i) {
                const auto& e = f.values[i];
                fates.add(R"({{"alternative": {}, "group": {}, "fate": {}, "n": {}, "mean": {}, "half_width": {}}})",
                          name, quoted(f.group), quoted(results::fate_names[i]), e.n, number(e.mean),
                          number(e.half_width));
            }
        }
        for (const auto& d : a.differences) {
            differences.add(
                R"({{"base": {}, "alternative": {}, "metric": {}, "unit": {}, "year": {}, "level": {}, "id": {}, "n": {}, )"
                R"("base_mean": {}, "alternative_mean": {}, "mean": {}, "half_width": {}, "gain": {}}})",
                quoted(c.base.scenario), name, quoted(d.measure), quoted(d.unit), d.year,
                quoted(results::level_names.at(static_cast<std::size_t>(d.level))), quoted(d.id), d.value.n,
                number(d.base.mean), number(d.alternative.mean), number(d.value.mean), number(d.value.half_width),
                number(d.gain));
        }
    }
    return json + alternatives.take() + ",\n" + changes.take() + ",\n" + fates.take() + ",\n" + differences.take() +
           "\n}\n";
}

std::string sweep_json(const results::Sweep& sweep) {
    const auto& first = sweep.points.front().run;
    std::string json = fmt::format("{{\n\"aforo\": {},\n\"scenario\": {},\n\"seed\": {},\n\"replications\": {},\n",
                                   quoted(first.version), quoted(first.scenario), first.seed, first.replications);
    const auto place_of = [&](const results::SweepPoint& point) {
        std::string place;
        for (std::size_t a = 0; a < sweep.axes.size(); ++a)
            place += (a == 0 ? "[" : ", ") + quoted(sweep.axes[a].values[point.at[a]]);
        return place + "]";
    };
    Lines axes("axes"), metrics("metrics"), steps("steps");
    for (const auto& axis : sweep.axes) {
        std::string values;
        for (const auto& v : axis.values) values += (values.empty() ? "" : ", ") + quoted(v);
        axes.add(R"({{"key": {}, "values": [{}]}})", quoted(axis.path), values);
    }
    for (const auto& point : sweep.points) {
        for (const auto& row : point.run.rows)
            metrics.add(R"({{"point": {}, {}}})", place_of(point), metric_fields(point.run, row));
    }
    for (const auto& step : sweep.steps) {
        for (const auto& d : step.differences) {
            steps.add(
                R"({{"key": {}, "from": {}, "to": {}, "metric": {}, "unit": {}, "year": {}, "level": {}, "id": {}, )"
                R"("n": {}, "mean": {}, "half_width": {}, "gain": {}}})",
                quoted(sweep.axes[step.axis].path), place_of(sweep.points[step.from]), place_of(sweep.points[step.to]),
                quoted(d.measure), quoted(d.unit), d.year,
                quoted(results::level_names.at(static_cast<std::size_t>(d.level))), quoted(d.id), d.value.n,
                number(d.value.mean), number(d.value.half_width), number(d.gain));
        }
    }
    return json + axes.take() + ",\n" + metrics.take() + ",\n" + steps.take() + "\n}\n";
}

std::string explanation_json(const results::Explanation& e) {
    std::string json = fmt::format(
        "{{\n\"aforo\": {},\n\"base\": {},\n\"other\": {},\n\"seed\": {},\n\"replications\": {},\n",
        quoted(e.base.version), quoted(e.base.scenario), quoted(e.other.scenario), e.base.seed, e.base.replications);
    Lines players("players"), shares("explanations");
    for (const auto& player : e.players) {
        for (const auto& c : player.changes) {
            players.add(R"({{"player": {}, "path": {}, "from": {}, "to": {}}})", quoted(player.name), quoted(c.path),
                        quoted(c.from), quoted(c.to));
        }
    }
    for (const auto& a : e.attributions) {
        const auto add = [&](const std::string& player, const results::Estimate& value, results::Whole numerator) {
            const bool is_whole = !a.numerators.empty();
            shares.add(R"({{"metric": {}, "unit": {}, "year": {}, "player": {}, "mean": {}, "half_width": {}, )"
                       R"("numerator": {}, "denominator": {}}})",
                       quoted(a.measure), quoted(a.unit), a.year, quoted(player), number(value.mean),
                       number(value.half_width), is_whole ? fmt::format("{}", numerator) : "null",
                       is_whole ? fmt::format("{}", a.denominator) : "null");
        };
        add("", a.total, a.numerator);
        for (std::size_t i = 0; i < e.players.size(); ++i)
            add(e.players[i].name, a.shares[i], a.numerators.empty() ? 0 : a.numerators[i]);
    }
    return json + players.take() + ",\n" + shares.take() + "\n}\n";
}

std::string marginals_json(const results::Marginals& m) {
    std::string json = fmt::format("{{\n\"aforo\": {},\n\"scenario\": {},\n\"seed\": {},\n\"replications\": {},\n",
                                   quoted(m.base.version), quoted(m.base.scenario), m.base.seed, m.base.replications);
    Lines lines("marginals");
    for (const auto& one : m.marginals) {
        lines.add(R"({{"level": {}, "id": {}, "money": {}, "beneficiaries": {}, "half_width": {}, "cost": {}, )"
                  R"("cost_half_width": {}}})",
                  quoted(results::level_names.at(static_cast<std::size_t>(one.level))), quoted(one.id),
                  number(one.money), number(one.beneficiaries.value.mean), number(one.beneficiaries.value.half_width),
                  one.cost ? number(one.cost->value.mean) : "null",
                  one.cost ? number(one.cost->value.half_width) : "null");
    }
    return json + lines.take() + "\n}\n";
}

namespace {

// What is said of a scenario, by its key; the same order for who writes and who reads.
template <class About, class Visit>
void visit_about(About& about, Visit visit) {
    auto& [author, date, status, reason] = about;
    visit("author", author);
    visit("date", date);
    visit("status", status);
    visit("reason", reason);
}

// A line of its own, or none when nothing is said.
std::string about_json(const results::About& about) {
    std::string fields;
    visit_about(about, [&](const char* key, const std::string& value) {
        if (!value.empty()) fields += fmt::format("{}\"{}\": {}", fields.empty() ? "" : ", ", key, quoted(value));
    });
    return fields.empty() ? "" : "\"about\": {" + fields + "},\n";
}

}  // namespace

std::string manifest_json(const results::Manifest& m) {
    std::string json = fmt::format("{{\n\"aforo\": {},\n\"program\": {},\n\"scenario\": {},\n{}\"scenario_file\": {},\n",
                                   quoted(m.version), quoted(m.program), quoted(m.scenario), about_json(m.about),
                                   quoted(m.scenario_file));
    json += fmt::format("\"scenario_digest\": {},\n\"seed\": {},\n\"replications\": {},\n", quoted(m.scenario_digest),
                        m.seed, m.replications);
    json += fmt::format("\"precision\": {},\n\"results_digest\": {},\n\"run_file_digest\": {},\n\"command\": {}\n}}\n",
                        m.precision ? number(*m.precision) : "null", quoted(m.results_digest),
                        quoted(m.run_file_digest), quoted(m.command));
    return json;
}

ManifestRead read_manifest(std::string_view json) {
    boost::json::error_code error;
    const boost::json::value parsed = boost::json::parse(boost::json::string_view(json.data(), json.size()), error);
    if (error || !parsed.is_object()) return {{}, {"no es un objeto JSON", "is no JSON object"}};
    const auto& object = parsed.as_object();
    ManifestRead read;
    const auto wrong = [&](const char* key, const char* es, const char* en) {
        if (read.problem.es.empty()) read.problem = {fmt::format("{}: {}", key, es), fmt::format("{}: {}", key, en)};
    };
    const auto text = [&](const char* key) {
        const auto* value = object.if_contains(key);
        if (value != nullptr && value->is_string()) return std::string(value->get_string());
        wrong(key, "falta, o no es un texto", "is missing, or no text");
        return std::string();
    };
    const auto digest = [&](const char* key) {
        const std::string hex = text(key);
        if (hex.size() != 64 || hex.find_first_not_of("0123456789abcdef") != std::string::npos)
            wrong(key, "no es una huella SHA-256", "is no SHA-256 digest");
        return hex;
    };
    const auto whole = [&](const char* key, std::uint64_t low, std::uint64_t high) {
        const auto* value = object.if_contains(key);
        const auto number = value == nullptr ? 0 : value->to_number<std::uint64_t>(error);
        if (value == nullptr || error || number < low || number > high)
            wrong(key, "falta, o no es un número que pueda ser", "is missing, or no number that can be");
        error.clear();
        return number;
    };
    results::Manifest m;
    m.version = text("aforo");
    m.program = digest("program");
    m.scenario = text("scenario");
    if (const auto* about = object.if_contains("about"); about != nullptr) {
        if (!about->is_object()) wrong("about", "no es un objeto", "is no object");
        visit_about(m.about, [&](const char* key, std::string& said) {
            const auto* value = about->is_object() ? about->get_object().if_contains(key) : nullptr;
            if (value == nullptr) return;
            if (!value->is_string()) return wrong(key, "no es un texto", "is no text");
            said = std::string(value->get_string());
        });
    }
    m.scenario_file = text("scenario_file");
    m.scenario_digest = digest("scenario_digest");
    m.seed = whole("seed", 0, std::numeric_limits<std::uint64_t>::max());
    m.replications = static_cast<int>(whole("replications", 1, 1'000'000));
    m.results_digest = digest("results_digest");
    m.run_file_digest = digest("run_file_digest");
    m.command = text("command");
    if (const auto* precision = object.if_contains("precision"); precision != nullptr && !precision->is_null()) {
        m.precision = precision->to_number<double>(error);
        if (error || !(*m.precision > 0 && *m.precision <= 1))
            wrong("precision", "no es un número de 0 a 1", "is no number from 0 to 1");
    }
    if (read.problem.es.empty()) read.manifest = std::move(m);
    return read;
}

}  // namespace aforo::report
