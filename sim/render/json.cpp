#include "json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <cstdint>

#include "aforo/core/text.hpp"
#include "aforo/render/machine.hpp"
#include "prices_json.hpp"
#include "utf8.hpp"

namespace aforo::render {

namespace {

// "name": [one item per line].
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

// The fields of a metric without braces around them.
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
    // Nearly all of hundreds of thousands of texts take this fast path.
    const auto stands = [](char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; };
    if (std::all_of(text.begin(), text.end(), stands)) return fmt::format("\"{}\"", text);
    const std::string plain = boost::json::serialize(boost::json::string(valid_utf8(text)));
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

std::string prices_json(const results::Run& run) {
    const results::Prices& prices = run.prices;
    std::string factors;
    for (const int year : run.years)
        factors += fmt::format(R"({}"{}": {})", factors.empty() ? "" : ", ", year, number(prices.factor(year)));
    return fmt::format(R"("prices": {{"pesos": {}, "scenario": {}, "factors": {{{}}}, "source": {}}})",
                       quoted(prices.word()), prices.index.of, factors,
                       quoted(prices.are_converted() ? prices.source : ""));
}

std::string results_json(const results::Run& run) {
    std::string json = fmt::format("{{\n\"aforo\": {},\n\"scenario\": {},\n\"digest\": {},\n", quoted(run.version),
                                   quoted(run.scenario), quoted(run.digest));
    json += fmt::format("\"seed\": {},\n\"replications\": {},\n{},\n\"metrics\": [", run.seed, run.replications,
                        prices_json(run));
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
    json += fmt::format("\"seed\": {},\n\"replications\": {},\n{},\n", c.base.seed, c.base.replications,
                        prices_json(c.base));
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

namespace {

std::string axes_json(const results::Sweep& sweep) {
    Lines axes("axes");
    const auto list = [](const std::vector<std::string>& values) {
        std::string all;
        for (const auto& v : values) all += (all.empty() ? "" : ", ") + quoted(v);
        return all;
    };
    for (const auto& axis : sweep.axes) {
        std::string also;
        for (const auto& other : axis.also) {
            also += fmt::format(R"({}{{"key": {}, "values": [{}]}})", also.empty() ? "" : ", ", quoted(other.path),
                                list(other.values));
        }
        if (!also.empty()) also = ", \"also\": [" + also + "]";
        axes.add(R"({{"key": {}, "values": [{}]{}}})", quoted(axis.path), list(axis.values), also);
    }
    return axes.take();
}

}  // namespace

void sweep_json(const results::Sweep& sweep, const core::Out& out) {
    const auto& run = sweep.run;
    out(fmt::format("{{\n\"aforo\": {},\n\"scenario\": {},\n\"seed\": {},\n\"replications\": {},\n{},\n",
                    quoted(run.version), quoted(run.scenario), run.seed, run.replications, prices_json(run)));
    out(axes_json(sweep));
    const auto place_of = [&](const results::SweepPoint& point) {
        std::string place;
        for (std::size_t a = 0; a < sweep.axes.size(); ++a)
            place += (a == 0 ? "[" : ", ") + quoted(sweep.axes[a].values[point.at[a]]);
        return place + "]";
    };
    out(",\n\"metrics\": [");
    const char* separator = "\n";
    for (const auto& point : sweep.points) {
        const std::string place = place_of(point);
        for (const auto& row : point.rows) {
            out(fmt::format(R"({}{{"point": {}, {}}})", separator, place, metric_fields(run, row)));
            separator = ",\n";
        }
    }
    out("\n],\n\"steps\": [");
    separator = "\n";
    for (const auto& step : sweep.steps) {
        const std::string key = quoted(sweep.axes[step.axis].path), from = place_of(sweep.points[step.from]),
                          to = place_of(sweep.points[step.to]);
        for (const auto& d : step.differences) {
            const auto& of = sweep.measures[d.of];
            out(fmt::format(
                R"({}{{"key": {}, "from": {}, "to": {}, "metric": {}, "unit": {}, "year": {}, "level": {}, "id": {}, )"
                R"("n": {}, "mean": {}, "half_width": {}, "gain": {}}})",
                separator, key, from, to, quoted(of.measure), quoted(of.unit), of.year,
                quoted(results::level_names.at(static_cast<std::size_t>(of.level))), quoted(of.id), d.value.n,
                number(d.value.mean), number(d.value.half_width), number(d.gain)));
            separator = ",\n";
        }
    }
    out("\n]\n}\n");
}

std::string explanation_json(const results::Explanation& e) {
    std::string json = fmt::format(
        "{{\n\"aforo\": {},\n\"base\": {},\n\"other\": {},\n\"seed\": {},\n\"replications\": {},\n{},\n",
        quoted(e.base.version), quoted(e.base.scenario), quoted(e.other.scenario), e.base.seed, e.base.replications,
        prices_json(e.base));
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
    std::string json = fmt::format(
        "{{\n\"aforo\": {},\n\"scenario\": {},\n\"seed\": {},\n\"replications\": {},\n{},\n", quoted(m.base.version),
        quoted(m.base.scenario), m.base.seed, m.base.replications, prices_json(m.base));
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

}  // namespace aforo::render
