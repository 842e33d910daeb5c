// Who is admitted when, for who compares one world with another, enterprise by enterprise.
#pragma once

#include "aforo/measure/replication.hpp"

namespace aforo::measure {

// Reports nothing: it is asked.
class AdmissionProbe : public Probe, public Hears<model::Fact> {
public:
    [[nodiscard]] bool wants(model::FactKind k) const override { return k == model::FactKind::admitted; }
    void restart() override { admissions_.clear(); }
    void on(const model::Fact& f) override;
    void report(const Counts&, Sink&) override;

    // Those of the measured years by key, and of one enterprise by plan; once reported.
    [[nodiscard]] const std::vector<Admission>& admissions() const { return admissions_; }

private:
    std::vector<Admission> admissions_;
};

}  // namespace aforo::measure
