#include "warning_search.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "aforo/scenario/edit.hpp"
#include "aforo/scenario/staffing.hpp"

namespace aforo::scenario {

namespace {

bool is_inside(const std::string& path, const std::string& group) {
    return path.size() > group.size() && path.starts_with(group) &&
           (path[group.size()] == '.' || path[group.size()] == '[');
}

std::string joined(const std::vector<std::string>& paths, const char* last) {
    std::string all;
    for (std::size_t i = 0; i < paths.size(); ++i)
        all += (i == 0 ? "" : i + 1 == paths.size() ? last : ", ") + paths[i];
    return all;
}

}  // namespace

// The index of the file that wrote the path or a group around it; −1 for a default.
int WarningSearch::file_of(const std::string& path) const {
    const auto found = places_.of.find(path);
    if (found == places_.of.end()) return -1;
    const auto& files = places_.files;
    return static_cast<int>(std::find(files.begin(), files.end(), found->second.file) - files.begin());
}

bool WarningSearch::is_neutral(const std::string& path) {
    if (!set_) {
        set_.emplace();
        for (const Change& c : changes(Scenario{}, s)) set_->push_back(c.path);
    }
    return std::none_of(set_->begin(), set_->end(), [&](const std::string& set) {
        return set == path || is_inside(set, path) || is_inside(path, set);
    });
}

void WarningSearch::tell(const std::string& path, const Message& what, const Message& hint,
                         const std::vector<std::string>& by) {
    if (!is_written(path) || told_.contains(path)) return;
    const int file = file_of(path);
    if (std::any_of(by.begin(), by.end(), [&](const std::string& key) { return file_of(key) > file; })) return;
    told_.insert(path);
    found_.push_back({kind_, places_.of.at(path), path, what, hint});
}

// A key that takes the effect away does have an effect.
void WarningSearch::idle_part(const std::string& path, const Off& off) {
    if (std::find(off.by.begin(), off.by.end(), path) != off.by.end()) return;
    Message hint{"quítela", "remove it"};
    if (!off.by.empty()) {
        hint.es += ", o revise " + joined(off.by, " y ");
        hint.en += ", or look at " + joined(off.by, " and ");
    }
    tell(path, {"no tiene efecto: " + off.why.es, "has no effect: " + off.why.en}, hint, off.by);
}

void WarningSearch::idle(const std::string& path, const Off& off) {
    if (is_written(path) && !is_neutral(path)) idle_part(path, off);
}

void WarningSearch::idle_in(const std::string& group, const Off& off, const std::set<std::string>& but) {
    std::string last;  // the last value told, whose parameters are then left out
    for (auto it = s.provenance.lower_bound(group + "."); it != s.provenance.end() && is_inside(it->first, group);
         ++it) {
        const std::string& path = it->first;
        if (!last.empty() && is_inside(path, last)) continue;
        last = path;
        if (!but.contains(path)) idle(path, off);
    }
}

std::string WarningSearch::part(const std::string& list, std::size_t i) const {
    const std::string member = fmt::format("{}[{}]", list, i);
    return is_written(member) ? member : list;
}

std::optional<Off> WarningSearch::nobody_attended() const {
    if (s.attention.staff > 0 && (s.attention.always_open || s.attention.direct_hours > Duration{})) return {};
    return Off{{"nadie atiende", "nobody attends"},
               {"attention.staff", "attention.direct_hours", "attention.always_open"}};
}

std::optional<Off> WarningSearch::nobody_diagnosed() const {
    if (auto off = nobody_attended()) return off;
    if (s.diagnosis.share > 0) return {};
    return Off{{"nadie hace el diagnóstico", "nobody is diagnosed"}, {"diagnosis.share"}};
}

bool WarningSearch::has_advisors() const {
    for (int year = s.horizon.start_year(); year <= s.horizon.last_year; ++year) {
        if (national_advisors(s, year) > 0) return true;
    }
    const auto& satellites = s.network.satellites;
    return std::any_of(s.advisory.changes.begin(), s.advisory.changes.end(),
                       [&](const StaffChange& c) { return c.advisors > 0 && c.on < end_day(); }) ||
           std::any_of(satellites.begin(), satellites.end(), [](const auto& sat) { return sat.second.advisors > 0; });
}

std::optional<Off> WarningSearch::nobody_admitted() const {
    if (auto off = nobody_diagnosed()) return off;
    if (s.advisory.caseload == 0 || !has_advisors()) {
        return Off{{"no hay cupos de asesoría", "there are no slots of advisory"},
                   {"advisory.advisors", "advisory.caseload", "advisory.changes", "advisory.staffing"}};
    }
    if (s.waiting_list.decline < 1) return {};
    return Off{{"todas rechazan el cupo", "all decline the slot"}, {"waiting_list.decline"}};
}

std::optional<Off> WarningSearch::nobody_repeats() const {
    if (auto off = nobody_admitted()) return off;
    const auto& g = s.graduation;
    if (g.max_plans == 1) {
        return Off{{"ninguna empresa puede tener otro plan", "no enterprise may have another plan"},
                   {"graduation.max_plans"}};
    }
    if (g.repeat > 0) return {};
    return Off{{"ninguna egresada pide otro plan", "no graduate asks for another plan"}, {"graduation.repeat"}};
}

std::optional<Off> WarningSearch::no_linkages() const {
    const auto& a = s.alliances;
    if (a.coordinators <= 0)
        return Off{{"no hay coordinadores", "there are no coordinators"}, {"alliances.coordinators"}};
    if (a.linkages <= 0) return Off{{"no se inician vinculaciones", "no linkage is started"}, {"alliances.linkages"}};
    if (a.hours <= Duration{} || a.direct_hours > Duration{}) return {};
    return Off{{"ningún coordinador tiene horas para vinculaciones", "no coordinator has hours for linkages"},
               {"alliances.direct_hours", "alliances.hours"}};
}

bool WarningSearch::advisors_move(bool up) const {
    std::vector<double> before;
    for (const core::Date day : staff_days(s, core::new_year(s.horizon.start_year()), end_day())) {
        auto now = centre_advisors(s, day);
        for (const auto& [id, satellite] : s.network.satellites)
            now.push_back(works_on(s.network, satellite, day) ? satellite.advisors : 0);
        for (std::size_t i = 0; i < before.size(); ++i) {
            if (up ? now[i] > before[i] : now[i] < before[i]) return true;
        }
        before = std::move(now);
    }
    return false;
}

// Sorts by place; merges warnings of one kind that say the same into the first of their places.
std::vector<Warning> WarningSearch::take() {
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Warning& a, const Warning& b) { return a.place < b.place; });
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> at;
    std::vector<Warning> folded;
    for (Warning& w : found_) {
        const auto [same, is_new] = at.emplace(std::tuple(w.kind, w.what.es, w.hint.es), folded.size());
        if (is_new) {
            folded.push_back(std::move(w));
        } else {
            ++folded[same->second].places;
        }
    }
    return folded;
}

}  // namespace aforo::scenario
