#include "aforo/scenario/exceptions.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "aforo/core/contracts.hpp"
#include "exceptions_read.hpp"
#include "units.hpp"

namespace aforo::scenario {

namespace {

// A key is in this table when the model reads it by office and day. To add one: a line here, the place where the model
// reads it, and a line in the table of tests/model/exceptions_property.cpp.
constexpr auto keys = std::to_array<ExceptionalKey>({
    {"attention.staff", true, true},
    {"attention.annual_cost", false},
    {"attention.direct_hours"},
    {"attention.cost"},
    {"attention.duration"},
    {"attention.patience"},
    {"attention.room"},
    {"diagnosis.share"},
    {"diagnosis.duration"},
    {"waiting_list.patience"},
    {"waiting_list.decline"},
    {"waiting_list.room"},
    {"advisory.advisors", true, true},
    {"advisory.annual_cost", false},
    {"advisory.direct_hours"},
    {"advisory.caseload"},
    {"advisory.plan_cost"},
    {"advisory.travel"},
    {"work_plan.sessions"},
    {"work_plan.session"},
    {"work_plan.first_session"},
    {"work_plan.spacing"},
    {"work_plan.no_show"},
    {"work_plan.dropout"},
    {"work_plan.dropout_wait_month"},
});

// How closely an exception names an office: 0 not at all, 1 the whole programme, then its region, its centre, itself.
int closeness(const Scenario& s, const Exception& e, bool is_amount, int office) {
    if (!has_place(e)) return 1;
    if (office == 0) return 0;
    const auto names = [&](int id) { return std::binary_search(e.offices.ids.begin(), e.offices.ids.end(), id); };
    if (names(office)) return 4;
    if (is_amount) return 0;
    const auto satellite = s.network.satellites.find(office);
    const int centre = satellite == s.network.satellites.end() ? office : satellite->second.parent;
    if (names(centre)) return 3;
    const auto found = s.network.centres.find(centre);
    const bool in_region = found != s.network.centres.end() &&
                           std::find(e.regions.begin(), e.regions.end(), found->second.region) != e.regions.end();
    return in_region ? 2 : 0;
}

bool rules_on(const Exception& e, core::Date day) {
    return (!e.from || *e.from <= day) && (!e.until || day < *e.until);
}

}  // namespace

std::span<const ExceptionalKey> exceptional_keys() { return keys; }

bool has_place(const Exception& e) { return !e.regions.empty() || !e.offices.ids.empty(); }

const Exception* ruling(const Scenario& s, std::string_view path, int office, core::Date day) {
    const Exception* best = nullptr;
    if (s.exceptions.empty()) return best;
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const auto& k) { return k.path == path; });
    const bool is_amount = key != keys.end() && key->is_amount;
    std::tuple<int, core::Date> most{0, core::Date::min()};
    for (const auto& [name, e] : s.exceptions) {
        if (e.of != path || !rules_on(e, day)) continue;
        const std::tuple<int, core::Date> here{closeness(s, e, is_amount, office), e.from.value_or(core::Date::min())};
        if (std::get<0>(here) == 0 || (best && here < most)) continue;
        best = &e;
        most = here;
    }
    return best;
}

double number_of(const Exception& e) {
    double number = 0;
    core::ensure(!parse_quantity(e.value.text, number), "the value of an exception is no number");
    return number;
}

Money money_of(const Exception& e) {
    Money money;
    core::ensure(!parse_quantity(e.value.text, money), "the value of an exception is no money");
    return money;
}

bool has_exceptions(const Scenario& s, std::string_view path) {
    return std::any_of(s.exceptions.begin(), s.exceptions.end(), [&](const auto& e) { return e.second.of == path; });
}

std::vector<core::Date> exception_days(const Scenario& s, core::Date from, core::Date until) {
    std::vector<core::Date> days;
    for (const auto& [name, e] : s.exceptions) {
        for (const auto& day : {e.from, e.until}) {
            if (day && *day >= from && *day < until) days.push_back(*day);
        }
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

std::vector<Scenario> each_everywhere(const Scenario& s) {
    std::vector<Scenario> all;
    for (const auto& [name, e] : s.exceptions) {
        const auto key = std::find_if(keys.begin(), keys.end(), [&of = e.of](const auto& k) { return k.path == of; });
        if (key == keys.end() || (key->is_amount && has_place(e))) continue;
        all.push_back(s);
        all.back().exceptions.clear();
        Report report(core::Lang::en);
        apply(e, {}, all.back(), report);
        core::ensure(report.count() == 0, "an exception that was not checked");
    }
    return all;
}

TermsInTime::TermsInTime(const Scenario& s) : s_(s) {
    lean_.attention = s.attention;
    lean_.diagnosis = s.diagnosis;
    lean_.waiting_list = s.waiting_list;
    lean_.advisory = s.advisory;
    lean_.work_plan = s.work_plan;
    all_.push_back({s.attention, s.diagnosis, s.waiting_list, s.advisory, s.work_plan});
    ruling_.emplace_back();
}

std::size_t TermsInTime::at(int office, core::Date day) {
    std::vector<const Exception*> here;
    for (const auto& key : keys) {
        if (const Exception* e = ruling(s_, key.path, office, day)) here.push_back(e);
    }
    const auto known = std::find(ruling_.begin(), ruling_.end(), here);
    if (known != ruling_.end()) return static_cast<std::size_t>(known - ruling_.begin());
    Scenario then = lean_;
    Report report(core::Lang::en);
    for (const Exception* e : here) apply(*e, {}, then, report);
    core::ensure(report.count() == 0, "an exception that was not checked");
    all_.push_back({std::move(then.attention), std::move(then.diagnosis), std::move(then.waiting_list),
                    std::move(then.advisory), std::move(then.work_plan)});
    ruling_.push_back(std::move(here));
    return all_.size() - 1;
}

}  // namespace aforo::scenario
