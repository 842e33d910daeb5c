#include "aforo/measure/replication.hpp"

#include "probes.hpp"

namespace aforo::measure {

namespace {

// Hands every fact to every probe that listens.
class Fanout : public model::Observer {
public:
    std::vector<std::unique_ptr<Probe>> probes;

    void add(std::unique_ptr<Probe> probe) {
        for (std::size_t k = 0; k < listeners_.size(); ++k) {
            if (probe->listens_to(static_cast<model::FactKind>(k))) listeners_[k].push_back(probe.get());
        }
        probes.push_back(std::move(probe));
    }

    void on(const model::Fact& f) override {
        for (Probe* p : listeners_[static_cast<std::size_t>(f.kind)]) p->on(f);
    }
    void on(const model::OutcomeFact& f) override { tell(f); }
    void on(const model::AllianceFact& f) override { tell(f); }
    void on(const model::RefusalFact& f) override { tell(f); }
    void on(const model::MonthAccountFact& f) override { tell(f); }
    void on(const model::YearAccountFact& f) override { tell(f); }
    void on(const model::OfficeYearFact& f) override { tell(f); }
    void on(const model::CentreDayFact& f) override { tell(f); }

private:
    template <class F>
    void tell(const F& fact) {
        for (const auto& p : probes) p->on(fact);
    }

    std::array<std::vector<Probe*>, static_cast<std::size_t>(model::FactKind::count_of_kinds)> listeners_;
};

}  // namespace

struct Replication::Impl {
    explicit Impl(const model::Blueprint& blueprint) : frame(blueprint), programme(blueprint, fanout) {
        for (const auto& entry : probe_table) fanout.add(entry.make(frame));
    }
    Frame frame;
    Fanout fanout;
    model::Programme programme;
    Sink sink;
};

Replication::Replication(const model::Blueprint& blueprint) : impl_(std::make_unique<Impl>(blueprint)) {}

Replication::~Replication() = default;

const std::vector<double>& Replication::run(std::uint64_t seed, std::uint32_t index) {
    for (const auto& p : impl_->fanout.probes) p->restart();
    impl_->programme.run(seed, index);
    impl_->sink.restart();
    for (const auto& p : impl_->fanout.probes) p->report(impl_->sink);
    return impl_->sink.values();
}

const std::vector<Key>& Replication::keys() const { return impl_->sink.keys(); }

std::uint64_t Replication::events() const { return impl_->programme.events(); }

}  // namespace aforo::measure
