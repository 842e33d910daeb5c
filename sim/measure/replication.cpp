#include "aforo/measure/replication.hpp"

#include <algorithm>

#include "ledger_months.hpp"
#include "probes.hpp"

namespace aforo::measure {

namespace {

// Counts every fact, and hands it to every probe that listens.
class Fanout : public model::Observer {
public:
    explicit Fanout(const model::Blueprint& plan) : counts(plan) {}

    Counts counts;
    std::vector<std::unique_ptr<Probe>> probes;

    void add(std::unique_ptr<Probe> probe) {
        for (std::size_t k = 0; k < listeners_.size(); ++k) {
            if (probe->listens_to(static_cast<model::FactKind>(k))) listeners_[k].push_back(probe.get());
        }
        probes.push_back(std::move(probe));
    }

    void on(const model::Fact& f) override {
        counts.add(f);
        for (Probe* p : listeners_[static_cast<std::size_t>(f.kind)]) p->on(f);
    }
    void on(const model::OutcomeFact& f) override { tell(f); }
    void on(const model::AllianceFact& f) override { tell(f); }
    void on(const model::RefusalFact& f) override { tell(f); }
    void on(const model::MonthAccountFact& f) override { tell(f); }
    void on(const model::YearAccountFact& f) override { tell(f); }
    void on(const model::OfficeYearFact& f) override { tell(f); }
    void on(const model::CentreDayFact& f) override { tell(f); }

    // Of one replication only: the others do not even say what they post.
    LedgerMonths* accounts = nullptr;
    [[nodiscard]] bool wants_postings() const override { return accounts != nullptr; }
    void on(const model::PostingFact& f) override { accounts->add(f); }

private:
    template <class F>
    void tell(const F& fact) {
        for (const auto& p : probes) p->on(fact);
    }

    std::array<std::vector<Probe*>, static_cast<std::size_t>(model::FactKind::count_of_kinds)> listeners_;
};

// Reports nothing: what it keeps is for who compares one world with another, enterprise by enterprise.
class AdmissionProbe : public Probe {
public:
    explicit AdmissionProbe(const Frame& frame) : first_year_(frame.first_year) {}

    [[nodiscard]] bool listens_to(model::FactKind k) const override { return k == model::FactKind::admitted; }
    void restart() override { admissions_.clear(); }
    void on(const model::Fact& f) override {
        if (f.year < first_year_) return;
        admissions_.push_back({f.who->key, core::day_of(f.at), static_cast<std::uint8_t>(type_of(f.who->profile))});
    }
    void report(const Counts&, Sink&) override {
        std::sort(admissions_.begin(), admissions_.end(),
                  [](const auto& a, const auto& b) { return a.key != b.key ? a.key < b.key : a.day < b.day; });
        const auto again = std::unique(admissions_.begin(), admissions_.end(),
                                       [](const auto& a, const auto& b) { return a.key == b.key; });
        admissions_.erase(again, admissions_.end());
    }

    [[nodiscard]] const std::vector<Admission>& admissions() const { return admissions_; }

private:
    int first_year_;
    std::vector<Admission> admissions_;
};

}  // namespace

struct Replication::Impl {
    Impl(const model::Blueprint& blueprint, Keep keep)
        : frame(blueprint), fanout(blueprint), accounts(frame), programme(blueprint, fanout) {
        for (const auto& entry : probe_table) fanout.add(entry.make(frame));
        if (keep == Keep::admissions) {
            auto probe = std::make_unique<AdmissionProbe>(frame);
            admissions = &probe->admissions();
            fanout.add(std::move(probe));
        }
    }
    Frame frame;
    Fanout fanout;
    LedgerMonths accounts;
    const std::vector<Admission> none;
    const std::vector<Admission>* admissions = &none;
    model::Programme programme;
    Sink sink;
};

Replication::Replication(const model::Blueprint& blueprint, Keep keep)
    : impl_(std::make_unique<Impl>(blueprint, keep)) {}

Replication::~Replication() = default;

const std::vector<double>& Replication::run(std::uint64_t seed, std::uint32_t index) {
    impl_->fanout.counts.restart();
    for (const auto& p : impl_->fanout.probes) p->restart();
    impl_->fanout.accounts = index == 0 ? &impl_->accounts : nullptr;
    if (index == 0) impl_->accounts.restart();
    impl_->programme.run(seed, index);
    impl_->sink.restart();
    impl_->fanout.counts.close();
    for (const auto& p : impl_->fanout.probes) p->report(impl_->fanout.counts, impl_->sink);
    return impl_->sink.values();
}

const std::vector<Key>& Replication::keys() const { return impl_->sink.keys(); }

const std::vector<Admission>& Replication::admissions() const { return *impl_->admissions; }

std::vector<results::LedgerMonth> Replication::ledger() const { return impl_->accounts.months(); }

std::uint64_t Replication::events() const { return impl_->programme.events(); }

}  // namespace aforo::measure
