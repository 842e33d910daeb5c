// Records who is admitted when, so that scenarios can be compared enterprise by enterprise.
#pragma once

#include "aforo/measure/replication.hpp"

namespace aforo::measure {

// It reports no measures; admissions() is read instead.
class AdmissionProbe : public Probe, public Hears<model::Fact> {
public:
    [[nodiscard]] bool wants(model::FactKind k) const override { return k == model::FactKind::admitted; }
    void restart() override { admissions_.clear(); }
    void on(const model::Fact& f) override;
    void report(const Counts&, Sink&) override;

    // The admissions of the measured years, by key and then by plan; valid after report().
    [[nodiscard]] const std::vector<Admission>& admissions() const { return admissions_; }

private:
    std::vector<Admission> admissions_;
};

}  // namespace aforo::measure
