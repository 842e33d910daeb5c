#include "admissions.hpp"

#include <algorithm>

namespace aforo::measure {

void AdmissionProbe::on(const model::Fact& f) {
    admissions_.push_back(
        {f.who->key, core::day_of(f.at), f.who->plans, static_cast<std::uint8_t>(type_of(f.who->profile))});
}

void AdmissionProbe::report(const Counts&, Sink&) {
    std::sort(admissions_.begin(), admissions_.end(),
              [](const auto& a, const auto& b) { return a.key != b.key ? a.key < b.key : a.plan < b.plan; });
}

}  // namespace aforo::measure
