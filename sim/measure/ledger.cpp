#include "aforo/measure/ledger.hpp"

#include "aforo/measure/probe.hpp"

namespace aforo::measure {

namespace {

template <std::size_t N, class E>
const char* word(const std::array<const char*, N>& names, E value) {
    return names.at(static_cast<std::size_t>(value));
}

class Recorder : public model::Observer {
public:
    std::vector<results::LedgerLine> lines;

    using Observer::on;
    [[nodiscard]] bool wants_postings() const override { return true; }
    void on(const model::PostingFact& f) override {
        const model::Posting& p = f.posting;
        lines.push_back({f.at, p.year, id_of(p.component), word(account_names, p.from), word(account_names, p.to),
                         p.amount, word(entry_names, p.entry), f.centre, f.enterprise});
    }
};

}  // namespace

std::vector<results::LedgerLine> ledger_of(const model::Blueprint& blueprint, std::uint64_t seed, std::uint32_t index,
                                           const model::Stop& stop) {
    Recorder recorder;
    model::Programme(blueprint, recorder).run(seed, index, stop);
    return std::move(recorder.lines);
}

}  // namespace aforo::measure
