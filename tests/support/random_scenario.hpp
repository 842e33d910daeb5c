// Random scenarios, drawn from the table of the language: every key of the table is drawn, those added later too.
// Small, so that a replication takes milliseconds. Most are valid; what crosses keys in ways that this file does not
// know makes some that the reader refuses.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "aforo/scenario/language.hpp"

namespace aforo::testing {

class RandomScenario {
public:
    RandomScenario(const scenario::Key& language, std::uint64_t seed) : language_(language), bits_(seed) {}

    // The scenario as YAML.
    std::string text() {
        first_year_ = 2000 + below(40);
        last_year_ = first_year_ + below(3);
        regions_ = 1 + below(3);
        centres_ = 1 + below(4);
        satellites_ = below(4);
        std::string yaml = "aforo: 1\n";
        for (const auto& k : language_.type.keys) {
            if (k.key == "data") continue;  // files beside the scenario
            if (k.required || chance(0.85)) yaml += fmt::format("{}: {}\n", k.key, value(k.type, k.key));
        }
        return yaml;
    }

private:
    using Key = scenario::Key;
    using Type = scenario::Type;
    using K = Type::Kind;

    struct Bounds {
        double low, high;
    };
    // Sizes that keep a replication small, and the domain of what only makes sense beside other keys. Paths with * for
    // the keys of elements.
    static const std::map<std::string, Bounds>& bounds() {
        static const std::map<std::string, Bounds> table = {{"horizon.run_in_years", {0, 2}},
                                                            {"calendar.opens", {0, 12 * hour}},
                                                            {"calendar.day", {hour, 11 * hour}},
                                                            {"calendar.weekly_hours", {20 * hour, 60 * hour}},
                                                            {"demand.arrivals", {0, 1500}},
                                                            {"population.potential", {1000, 1e5}},
                                                            {"waiting_list.reserves.share", {0, 0.24}},
                                                            {"enterprises.informal", {0, 0.4}},
                                                            {"enterprises.cooperative", {0, 0.2}},
                                                            {"enterprises.persons", {1, 3}},
                                                            {"enterprises.sales_median", {50, 3000}},
                                                            {"enterprises.sales_limit", {5000, 50000}},
                                                            {"network.regions.*.legal_entity", {0, 0.4}},
                                                            {"network.satellites.*.visiting_days", {0, 3}},
                                                            {"network.satellites.*.advisors", {0, 2}},
                                                            {"attention.budget", {5e7, 2e9}},
                                                            {"attention.staff", {0, 12}},
                                                            {"attention.direct_hours", {0, 1500 * hour}},
                                                            {"attention.room", {0, 200}},
                                                            {"targeting.pass_standard", {0, 70}},
                                                            {"targeting.high_cut", {60, 101}},
                                                            {"waiting_list.room", {0, 200}},
                                                            {"advisory.budget", {5e7, 3e9}},
                                                            {"advisory.advisors", {0, 30}},
                                                            {"advisory.advisors_at_least", {0, 2}},
                                                            {"advisory.caseload", {0, 40}},
                                                            {"advisory.direct_hours", {0, 1500 * hour}},
                                                            {"advisory.travel", {0, 6 * hour}},
                                                            {"advisory.changes.advisors", {-3, 4}},
                                                            {"work_plan.sessions", {1, 12}},
                                                            {"work_plan.sessions.low", {1, 12}},
                                                            {"work_plan.sessions.medium", {1, 12}},
                                                            {"work_plan.sessions.high", {1, 12}},
                                                            {"work_plan.group.sessions", {0, 5}},
                                                            {"graduation.max_plans", {1, 4}},
                                                            {"alliances.budget", {3e7, 1e9}},
                                                            {"alliances.coordinators", {0, 6}},
                                                            {"alliances.linkages", {0, 30}},
                                                            {"administration.budget", {1e8, 1e10}},
                                                            {"experiment.replications", {1, 3}}};
        return table;
    }
    static constexpr double hour = 3'600'000;

    double uniform() { return static_cast<double>(bits_() >> 11) * 0x1p-53; }
    bool chance(double p) { return uniform() < p; }
    int below(int n) { return static_cast<int>(uniform() * n); }
    double normal() { return std::sqrt(-2 * std::log(1 - uniform())) * std::cos(6.283185307179586 * uniform()); }

    static std::string generic(const std::string& path) {  // network.centres.7.weight → network.centres.*.weight
        for (const char* group : {"network.regions.", "network.centres.", "network.satellites."}) {
            if (path.starts_with(group)) {
                const std::size_t begin = std::string(group).size(), end = path.find('.', begin);
                return end == std::string::npos ? path : group + ("*" + path.substr(end));
            }
        }
        return path;
    }

    std::string value(const Type& t, const std::string& path) {
        const std::string where = generic(path);
        if (where == "horizon.first_year") return fmt::format("{}", first_year_);
        if (where == "horizon.last_year") return fmt::format("{}", last_year_);
        if (where == "network.centres.*.region") return fmt::format("r{}", 1 + below(regions_));
        if (where == "network.satellites.*.parent" || where == "advisory.changes.centre") {
            return fmt::format("{}", 1 + below(centres_));
        }
        if (where == "network.satellites.*.complexity") return chance(0.5) ? "none" : "r1";
        if (where == "attention.always_open" && chance(0.8)) return "false";
        if (where == "network.regions.*.urban") return fmt::format("{}", urban_ = below(101) / 100.0);
        if (where == "network.regions.*.mixed") return fmt::format("{:.2f}", 1 - urban_);
        if (where.starts_with("work_plan.sessions") && t.kind == K::number) {  // as many for each band, or not
            return fmt::format("{:.0f}", number(t, where));
        }
        if (where == "work_plan.stay" && t.name.empty() && t.of.size() == 2 && chance(0.85))
            return "none";  // it stands in the place of sessions
        if (where.ends_with(".own_list") && chance(0.8)) return "false";
        if (where == "advisory.staffing" && chance(0.6)) return "fixed";
        if (where == "funding.pool" && chance(0.7)) return "national";
        if (where == "prices" && chance(0.9)) return "sheet";  // others need an index
        if (where.starts_with("levers.") && where.ends_with(".keys")) return "[\"advisory.advisors=${x + 1}\"]";
        if (where == "exceptions") return chance(0.4) ? "{}" : exceptions();
        if (where == "funding.cuts")
            return chance(0.5) ? "{}" : fmt::format("{{una: {{date: 10-01, share: {}}}}}", below(100) / 100.0 + 0.01);
        if (where.starts_with("initial.") && t.kind == K::keyed) return fmt::format("{{1: {}}}", below(60));
        if (where.starts_with("initial.") && t.kind == K::integer) return fmt::format("{}", 1 + below(60));
        if (where == "executed") return chance(0.7) ? "{}" : executed();
        if (where == "experiment.groups") return "[[women, rural]]";
        if (where.ends_with(".within_national") && chance(0.9)) return "false";
        if (where == "administration.of_programme") return "0";  // it stands in the place of the budget
        if (where == "administration.share") return "0.1";
        if (where == "administration.cap") return "0.2";
        if (where.ends_with(".opens") && t.kind == K::date) return date(first_year_ - 1);
        if (where.ends_with(".closes") && t.kind == K::date) return date(first_year_ + below(2));
        switch (t.kind) {
            case K::flag:
                return chance(0.5) ? "true" : "false";
            case K::text:
                if (t.name == "claim") return fmt::format("beneficiaries {} sube", 2000 + below(40));
                return fmt::format("\"texto {}\"", below(1000));
            case K::number:
            case K::integer:
            case K::duration:
            case K::money:
            case K::uf:
                return quantity(t, number(t, where));
            case K::date:
                return date();
            case K::day:
                return fmt::format("{:02}-{:02}", 1 + below(12), 1 + below(28));
            case K::word:
                return t.words[static_cast<std::size_t>(below(static_cast<int>(t.words.size())))];
            case K::list:
                if (where == "funding.release" && chance(0.9)) return "[0.2, 0.25, 0.25, 0.3]";
                return list(t, path);
            case K::group:
                return group(t, path);
            case K::keyed:
                if (where.starts_with("funding.") && chance(0.6)) return "{}";  // most draws of them are refused
                return keyed(t, path);
            case K::by_year:
                return by_year(t, path);
            case K::by_date:
                return fmt::format("{{{}: {}}}", date(), value(t.of[0], path));
            case K::form:
                return fmt::format("{{{}: {}}}", t.keys[0].key, value(t.keys[0].type, path));
            case K::either:
                growing_ = t.name == "growth";
                return either(t, path);
            case K::any:
            case K::unknown:
                break;
        }
        return "";
    }

    // The first months of the horizon, at no cost, so that no budget is too small for them.
    std::string executed() {
        std::string months;
        for (int month = 1, last = 1 + below(3); month <= last; ++month) {
            months += fmt::format(
                "{}{}-{:02}: {{attended: {}, beneficiaries: {}, alliances: {}, spending: {{attention: 0 $, advisory: 0 "
                "$, "
                "alliances: 0 $, administration: 0 $}}}}",
                month == 1 ? "" : ", ", first_year_, month, below(60), below(20), below(3));
        }
        return "{" + months + "}";
    }

    // One or two, of keys that any scenario may have.
    std::string exceptions() {
        struct One {
            const char *of, *value;
        };
        constexpr auto all = std::to_array<One>({{"advisory.caseload", "45"},
                                                 {"attention.duration", "70 min"},
                                                 {"attention.room", "200"},
                                                 {"waiting_list.decline", "0.3"},
                                                 {"waiting_list.room", "80"},
                                                 {"diagnosis.share", "0.5"},
                                                 {"work_plan.spacing", "{exponential: {mean: 20 days}}"},
                                                 {"advisory.plan_cost", "60 M$"},
                                                 {"attention.cost", "3 M$"}});
        const One a = all[static_cast<std::size_t>(below(static_cast<int>(all.size())))],
                  b = all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
        return fmt::format("{{una: {{of: {}, value: {}, from: {}-07-01}}, dos: {{of: {}, value: {}, offices: [1]}}}}",
                           a.of, a.value, first_year_, b.of, b.value);
    }

    std::string either(const Type& t, const std::string& path) {
        const bool growth = growing_;
        int choice = below(static_cast<int>(t.of.size()));
        if (t.name == "distribution" && chance(0.5)) choice = 0;  // a simple one
        const std::string s = value(t.of[static_cast<std::size_t>(choice)], path);
        if (growth) growing_ = false;
        return s;
    }

    double number(const Type& t, const std::string& where) {
        double low = t.low, high = t.high;
        if (growing_) {
            low = 0.8;
            high = 1.25;
        } else if (const auto known = bounds().find(where); known != bounds().end()) {
            low = known->second.low;
            high = known->second.high;
        }
        if (std::isinf(low) && std::isinf(high)) return normal();
        if (std::isinf(low)) return high - 3 * uniform();
        const double edge = uniform();
        if (edge < 0.12 && !t.above_low) return low;
        if (edge > 0.94 && !std::isinf(high) && high <= 200) return high;
        if (high - low <= 200) return low + (high - low) * (0.01 + 0.99 * uniform());
        // Wide domains: all orders of magnitude, up to what keeps the scenario small.
        const double least = std::max(low, t.kind == K::duration ? 60'000.0 : t.kind == K::money ? 1e4 : 1.0);
        const double most = std::min(high, t.kind == K::duration ? 1440 * hour : t.kind == K::money ? 1e7 : 1000.0);
        const bool known = bounds().contains(where);
        return known ? low + (high - low) * uniform()
                     : std::clamp(least * std::pow(std::max(1.0, most / least), uniform()), low, high);
    }

    static std::string quantity(const Type& t, double v) {
        switch (t.kind) {
            case K::integer: {
                const double low = std::isinf(t.low) ? -10 : std::ceil(t.low);
                return fmt::format("{:.0f}", std::max(low, std::floor(v)));
            }
            case K::duration:
                return fmt::format("{:.0f} ms", std::max(t.above_low ? 1.0 : 0.0, std::round(v)));
            case K::money:
                return fmt::format("{:.0f} $", std::round(v));
            case K::uf:
                return fmt::format("{:.2f} UF", std::max(0.01, v));
            default:  // four decimals: with three, 1.234 would be read as thousands
                return fmt::format("{:.4f}", t.above_low ? std::max(v, t.low + 0.0001) : v);
        }
    }

    std::string date(int year) { return fmt::format("{}-{:02}-{:02}", year, 1 + below(12), 1 + below(28)); }
    std::string date() { return date(first_year_ - 1 + below(last_year_ - first_year_ + 3)); }

    // Parts of a mixture, whose weights sum to 1.
    std::string parts(const Type& part, const std::string& path) {
        std::vector<std::string> items;
        int left = 100;
        for (int n = 1 + below(4); n > 0; --n) {
            const int weight = n == 1 ? left : below(left + 1);
            left -= weight;
            items.push_back(
                fmt::format("{{weight: {:.2f}, of: {}}}", weight / 100.0, value(part.keys[1].type, path + ".of")));
        }
        return fmt::format("[{}]", fmt::join(items, ", "));
    }

    std::string list(const Type& t, const std::string& path) {
        if (path.ends_with(".parts")) return parts(t.of[0], path);
        const auto least = static_cast<int>(t.at_least);
        const auto most = static_cast<int>(std::min<std::size_t>(t.at_most, t.at_least + 4));
        const int n = least + below(most - least + 1);
        std::vector<std::string> items;
        std::set<std::string> names;
        for (int i = 0; i < n; ++i) {
            std::string item = value(t.of[0], path);
            const std::string name = item.substr(0, item.find(':'));
            if (names.insert(name).second || t.of[0].is_number() || t.of[0].kind == K::group) items.push_back(item);
        }
        return fmt::format("[{}]", fmt::join(items, ", "));
    }

    // low ≤ mode ≤ high
    std::string ordered(const Type& t, const std::string& path) {
        std::vector<double> values;
        for (const auto& k : t.keys) values.push_back(number(k.type, path));
        std::sort(values.begin(), values.end());
        std::vector<std::string> entries;
        for (std::size_t i = 0; i < values.size(); ++i) {
            entries.push_back(fmt::format("{}: {}", t.keys[i].key, quantity(t.keys[i].type, values[i])));
        }
        return fmt::format("{{{}}}", fmt::join(entries, ", "));
    }

    std::string group(const Type& t, const std::string& path) {
        if (t.keys.size() >= 2 && t.keys.front().key == "low" && t.keys.back().key == "high" &&
            t.keys.front().type.kind == K::duration) {
            return ordered(t, path);
        }
        std::vector<std::string> entries;
        for (const auto& k : t.keys) {
            const std::string here = path + "." + k.key;
            const bool pair = here.ends_with(".urban") || here.ends_with(".mixed");
            const bool named = here == "network.complexities";  // satellites name one of them
            const bool needed = k.required || named || pair || bounds().contains(generic(here)) ||
                                here == "demand.returns_after" || here == "graduation.cap";
            if (!needed && chance(0.25)) continue;
            std::string v = value(k.type, here);
            if (k.has_provenance && !pair && chance(0.1)) v = fmt::format("{{value: {}, note: al azar}}", v);
            entries.push_back(fmt::format("{}: {}", k.key, v));
        }
        return fmt::format("{{{}}}", fmt::join(entries, ", "));
    }

    std::string keyed(const Type& t, const std::string& path) {
        std::vector<std::string> elements;
        const bool satellites = path == "network.satellites";
        const int n = path == "network.regions"   ? regions_
                      : path == "network.centres" ? centres_
                      : path == "demand.offices"  ? 1 + below(centres_)
                      : satellites                ? satellites_
                                                  : 1 + below(3);
        for (int i = 1; i <= n; ++i) {
            const std::string key = t.integer_keys ? fmt::format("{}", satellites ? 100 + i : i)
                                    : path == "targeting.destinations"
                                        ? std::vector{"sector", "sales", "standard"}[static_cast<std::size_t>(i - 1)]
                                        : fmt::format("r{}", i);
            elements.push_back(fmt::format("{}: {}", key, value(t.of[0], path + "." + key)));
        }
        return fmt::format("{{{}}}", fmt::join(elements, ", "));
    }

    std::string by_year(const Type& t, const std::string& path) {
        std::vector<std::string> years;
        for (int y = first_year_; y <= last_year_; ++y) {
            if (y == first_year_ || path == "plan.beneficiaries" || chance(0.5)) {
                years.push_back(fmt::format("{}: {}", y, value(t.of[0], path)));
            }
        }
        return fmt::format("{{{}}}", fmt::join(years, ", "));
    }

    const scenario::Key& language_;
    std::mt19937_64 bits_;
    int first_year_ = 0, last_year_ = 0, regions_ = 0, centres_ = 0, satellites_ = 0;
    double urban_ = 1;
    bool growing_ = false;  // what is drawn is a yearly growth
};

}  // namespace aforo::testing
