#include "aforo/measure/replication.hpp"

#include <tuple>

#include "admissions.hpp"
#include "ledger_months.hpp"
#include "probes.hpp"

namespace aforo::measure {

namespace {

// Counts all facts of enterprises, and passes on to each probe those that it hears.
class Fanout : public model::Observer {
public:
    explicit Fanout(const model::Blueprint& blueprint)
        : counts(blueprint), first_year_(blueprint.scenario.horizon.first_year) {}

    Counts counts;
    std::vector<std::unique_ptr<Probe>> probes;

    void add(std::unique_ptr<Probe> probe) {
        if (auto* hears = dynamic_cast<Hears<model::Fact>*>(probe.get())) {
            for (std::size_t k = 0; k < of_kind_.size(); ++k) {
                if (hears->wants(static_cast<model::FactKind>(k))) of_kind_[k].push_back(hears);
            }
        }
        std::apply([&](auto&... all) { (add_if_it_hears(*probe, all), ...); }, others_);
        probes.push_back(std::move(probe));
    }

    void on(const model::Fact& f) override {
        counts.add(f);
        if (f.year < first_year_) return;
        for (auto* p : of_kind_[static_cast<std::size_t>(f.kind)]) p->on(f);
    }
    void on(const model::OutcomeFact& f) override { tell(f); }
    void on(const model::AllianceFact& f) override { tell(f); }
    void on(const model::RefusalFact& f) override { tell(f); }
    void on(const model::MonthAccountFact& f) override { tell(f); }
    void on(const model::YearAccountFact& f) override { tell(f); }
    void on(const model::CutAccountFact& f) override { tell(f); }
    void on(const model::OfficeYearFact& f) override { tell(f); }
    void on(const model::CentreDayFact& f) override { tell(f); }

    // Set for one replication only; in the others the model tells no postings.
    LedgerMonths* accounts = nullptr;
    [[nodiscard]] bool wants_postings() const override { return accounts != nullptr; }
    void on(const model::PostingFact& f) override { accounts->add(f); }

private:
    template <class F>
    using Hearers = std::vector<Hears<F>*>;

    template <class F>
    static void add_if_it_hears(Probe& probe, Hearers<F>& all) {
        if (auto* hears = dynamic_cast<Hears<F>*>(&probe)) all.push_back(hears);
    }
    template <class F>
    void tell(const F& fact) {
        for (auto* p : std::get<Hearers<F>>(others_)) p->on(fact);
    }

    int first_year_;
    std::array<Hearers<model::Fact>, static_cast<std::size_t>(model::FactKind::count_of_kinds)> of_kind_;
    std::tuple<Hearers<model::OutcomeFact>, Hearers<model::AllianceFact>, Hearers<model::RefusalFact>,
               Hearers<model::MonthAccountFact>, Hearers<model::YearAccountFact>, Hearers<model::CutAccountFact>,
               Hearers<model::OfficeYearFact>, Hearers<model::CentreDayFact>>
        others_;
};

}  // namespace

struct Replication::Impl {
    Impl(const model::Blueprint& blueprint, Keep keep)
        : frame(blueprint), fanout(blueprint), accounts(frame), programme(blueprint, fanout) {
        for (const auto& entry : probe_table) fanout.add(entry.make(frame));
        if (keep == Keep::admissions) {
            auto probe = std::make_unique<AdmissionProbe>();
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

const std::vector<double>& Replication::run(std::uint64_t seed, std::uint32_t index, const model::Stop& stop) {
    impl_->fanout.counts.restart();
    for (const auto& p : impl_->fanout.probes) p->restart();
    impl_->fanout.accounts = index == 0 ? &impl_->accounts : nullptr;
    if (index == 0) impl_->accounts.restart();
    impl_->programme.run(seed, index, stop);
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
