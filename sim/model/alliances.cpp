#include "alliances.hpp"

#include <algorithm>
#include <cmath>

#include "arrivals.hpp"
#include "funding.hpp"

namespace aforo::model {

void Alliances::restart() {
    linkages_.clear();
    unpaid_.clear();
    turn_ = 0;
    realised_.resize(w_.blueprint.centres);
    for (auto& times : realised_) times.clear();
    coordinator_free_.assign(w_.blueprint.centres, w_.now());
}

void Alliances::begin_day(Date day) {
    const auto& a = w_.blueprint.scenario.alliances;
    const Year& year = w_.blueprint.year(w_.blueprint.on(day).year);
    if (year.working_days == 0) return;
    const double mean = a.linkages * w_.blueprint.coordinators[w_.spell] / year.working_days;
    const auto length = static_cast<double>(w_.blueprint.scenario.calendar.day.count());
    for (std::size_t c = 0; c < w_.blueprint.centres; ++c) {
        if (!w_.blueprint.office_spell(c, w_.spell).works) continue;
        const auto starts = [&](std::uint64_t key, const Draw& draw) {
            linkages_.push_back({key, OfficeId(static_cast<std::uint32_t>(c))});
            const Time at =
                w_.blueprint.opening(day) + Duration(static_cast<std::int64_t>(draw[purpose::linkage_time] * length));
            w_.schedule(at, Phase::arrival, EventType::linkage_begins,
                        static_cast<std::uint32_t>(linkages_.size() - 1));
        };
        poisson_points(w_, w_.blueprint.offices[c].permanent_id, day.time_since_epoch().count(), mean,
                       purpose::linkage_time.block, starts);
    }
}

// A coordinator works on linkages one after another, with yearly hours spread over the year; each then matures.
void Alliances::on_begin(std::uint32_t linkage) {
    const auto& a = w_.blueprint.scenario.alliances;
    const Linkage& l = linkages_[linkage];
    const double hours_a_year =
        w_.blueprint.coordinators[w_.spell] * core::in_hours(a.direct_hours) * w_.blueprint.on(w_.today).legal_hours;
    if (hours_a_year <= 0 && a.hours > Duration{}) return;  // nobody will ever have time for it
    const double years = a.hours > Duration{} ? core::in_hours(a.hours) / hours_a_year : 0;
    Time& free = coordinator_free_[l.centre.value];
    // Capped at the end, where it makes no difference, because sums of thousands of years would overflow a time.
    free = std::min(std::max(free, w_.now()) + core::from_days(std::min(years, 1000.0) * 365.25),
                    Time(w_.blueprint.end_day));
    w_.observer.on(AllianceFact{AllianceFactKind::started, w_.now(), l.centre});
    const Draw draw = w_.draw(l.key, purpose::linkage_length.block);
    const Duration matures = core::from_milliseconds(w_.blueprint.linkage(draw[purpose::linkage_length]));
    w_.schedule(free + matures, Phase::completion, EventType::linkage_ends, linkage);
}

void Alliances::on_end(std::uint32_t linkage) {
    if (w_.is_executed) return;  // how many come of them is known
    const Linkage& l = linkages_[linkage];
    if (w_.draw(l.key, purpose::linkage_success.block)[purpose::linkage_success] >=
        w_.blueprint.scenario.alliances.success) {
        w_.observer.on(AllianceFact{AllianceFactKind::failed, w_.now(), l.centre});
    } else if (unpaid_.empty() && funding_.spend_on_alliance(l.centre)) {
        realise(l);
    } else {
        unpaid_.push_back(linkage);
    }
}

void Alliances::execute(int count) {
    for (int i = 0; i < count; ++i) {
        if (!unpaid_.empty()) {
            realise(linkages_[unpaid_.front()]);
            unpaid_.erase(unpaid_.begin());
            continue;
        }
        for (std::size_t tries = 0; tries < w_.blueprint.centres; ++tries) {
            turn_ = (turn_ + 1) % w_.blueprint.centres;
            if (w_.is_working(OfficeId(static_cast<std::uint32_t>(turn_)))) break;
        }
        realise({0, OfficeId(static_cast<std::uint32_t>(turn_))});
    }
}

void Alliances::pay_waiting() {
    if (w_.is_executed) return;
    std::size_t paid = 0;
    while (paid < unpaid_.size() && funding_.spend_on_alliance(linkages_[unpaid_[paid]].centre)) {
        realise(linkages_[unpaid_[paid++]]);
    }
    unpaid_.erase(unpaid_.begin(), unpaid_.begin() + static_cast<std::ptrdiff_t>(paid));
}

int Alliances::recent(OfficeId centre) {
    auto& times = realised_[centre.value];
    const auto first = std::find_if(times.begin(), times.end(), [&](Time t) { return t + core::days(365) > w_.now(); });
    times.erase(times.begin(), first);
    return static_cast<int>(times.size());
}

void Alliances::realise(const Linkage& l) {
    realised_[l.centre.value].push_back(w_.now());
    w_.observer.on(AllianceFact{AllianceFactKind::realised, w_.now(), l.centre});
}

}  // namespace aforo::model
