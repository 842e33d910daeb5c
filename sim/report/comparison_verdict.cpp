// The verdict on an alternative: clauses made from intervals, each only where it says something.
#include <algorithm>
#include <array>
#include <cmath>

#include "aforo/report/comparison.hpp"
#include "aforo/report/texts.hpp"
#include "aforo/report/utf8.hpp"
#include "aforo/report/verdict.hpp"

namespace aforo::report {

namespace {

using results::Alternative;
using results::Comparison;
using results::Difference;
using results::Fate;
using results::Level;

constexpr std::array bands = {std::pair{"band=low", T::band_low}, std::pair{"band=medium", T::band_medium},
                              std::pair{"band=high", T::band_high}};

class Verdict {
public:
    Verdict(const Comparison& c, const Alternative& a, Lang lang)
        : c_(c),
          a_(a),
          index_(a.differences),
          lang_(lang),
          format_(lang, c.base.replications),
          last_(c.base.years.back()) {}

    [[nodiscard]] std::string text() {
        const bool is_same = std::all_of(a_.differences.begin(), a_.differences.end(),
                                         [](const Difference& d) { return d.value.n == 0 || is_nothing(d); });
        if (is_same) {
            say(phrase(T::verdict_same, lang_, printable(c_.base.scenario)));
        } else if (c_.base.replications == 1) {
            say(phrase(T::verdict_one_replication, lang_));
            fates();
        } else {
            beneficiaries();
            coverage();
            graduates();
            attention();
            waits();
            served();
            spending();
            fates();
        }
        std::string all;
        for (const auto& clause : clauses_) all += (all.empty() ? "" : "; ") + clause;
        const auto limits_of = [&](T way, const results::Run& run) {
            return "\n" + phrase(way, lang_, printable(run.scenario), lower(limit_sentence(run, lang_)));
        };
        std::string verdict =
            phrase(T::verdict_of, lang_, printable(a_.run.scenario), all) + limits_of(T::verdict_limit_base, c_.base);
        if (!is_same && limit_sentence(a_.run, lang_) != limit_sentence(c_.base, lang_))
            verdict += limits_of(T::verdict_limit_alternative, a_.run);
        return verdict;
    }

private:
    void say(std::string clause) { clauses_.push_back(std::move(clause)); }

    static std::string lower(std::string sentence) {
        if (!sentence.empty() && sentence[0] >= 'A' && sentence[0] <= 'Z')
            sentence[0] = static_cast<char>(sentence[0] - 'A' + 'a');
        return sentence;
    }
    // 620 ± 90, without its sign.
    [[nodiscard]] std::string amount(const Difference& d, Shape shape) const {
        results::Estimate e = d.value;
        e.mean = std::abs(e.mean);
        return format_.mean_and_half_width(&e, shape);
    }
    [[nodiscard]] std::string direction(const Difference& d, T less) const {
        return phrase(d.value.mean > 0 ? T::more : less, lang_);
    }

    void beneficiaries() {
        const Difference* d = index_.difference({"beneficiaries", last_});
        if (d == nullptr) return;
        const std::string base = printable(c_.base.scenario), reached = format_.mean(&d->alternative, {});
        if (is_nothing(*d)) {
            say(phrase(T::verdict_beneficiaries_same, lang_, reached, last_, base));
        } else if (!is_told(*d)) {
            say(phrase(T::verdict_beneficiaries_untold, lang_, reached, last_, base,
                       format_.mean_and_half_width(&d->value, {})));
        } else {
            const std::string share = d->base.mean > 0 ? Format(lang_).signed_percent(d->value.mean / d->base.mean)
                                                       : std::string(undefined_mark);
            say(phrase(T::verdict_beneficiaries, lang_, reached, last_, planned(d->alternative.mean), amount(*d, {}),
                       direction(*d, T::fewer), base, share));
        }
    }
    // What the sheet plans for the year, where it is not what is reached.
    [[nodiscard]] std::string planned(double reached) const {
        const auto& sheet = c_.base.planned;
        const auto place = std::find(sheet.years.begin(), sheet.years.end(), last_);
        if (place == sheet.years.end()) return "";
        const double plan = sheet.beneficiaries[static_cast<std::size_t>(place - sheet.years.begin())];
        constexpr double as_planned = 0.02;
        if (!(plan > 0) || std::abs(reached / plan - 1) <= as_planned) return "";
        return phrase(T::verdict_planned, lang_, format_.value(plan, {}));
    }
    void coverage() {
        const Difference* d = index_.difference({"coverage_target", last_});
        if (d == nullptr || !is_told(*d)) return;
        const Shape percent = shape_of(c_.base, "coverage_target");
        say(phrase(T::verdict_coverage, lang_, format_.mean(&d->base, percent), format_.mean(&d->alternative, percent),
                   last_));
    }
    void graduates() {
        const Difference* d = index_.difference({"graduates", last_});
        if (d == nullptr || !is_told(*d)) return;
        say(phrase(T::verdict_graduates, lang_, amount(*d, {}), direction(*d, T::fewer), last_));
    }

    // Who is attended waits, and who is not leaves.
    void attention() {
        constexpr double worth_a_word = 0.01;  // of the arrivals
        const Difference *left = index_.difference({"left_attention", last_}),
                         *arrivals = index_.difference({"arrivals", last_});
        if (left != nullptr && arrivals != nullptr && is_told(*left) &&
            std::abs(left->value.mean) > worth_a_word * arrivals->base.mean)
            say(phrase(T::verdict_left, lang_, amount(*left, {}), direction(*left, T::fewer), last_));
        wait(index_.difference({"attention_wait_days_mean", last_}), phrase(T::verdict_wait_attention, lang_));
    }

    // Of all, and of the band whose wait changes most.
    void waits() {
        const Difference* all = index_.difference({"wait_days_mean", last_});
        wait(all, phrase(T::verdict_wait_all, lang_));
        const Difference* most = nullptr;
        T name = T::count_;
        for (const auto& [band, label] : bands) {
            const Difference* d = index_.difference({"wait_days_mean", last_, Level::group, band});
            if (d == nullptr || !is_told(*d)) continue;
            if (most == nullptr || std::abs(d->value.mean) > std::abs(most->value.mean)) {
                most = d;
                name = label;
            }
        }
        const bool is_another =
            most != nullptr && (all == nullptr || std::abs(most->value.mean - all->value.mean) >
                                                      most->value.half_width + all->value.half_width);
        if (is_another) wait(most, phrase(T::verdict_wait_band, lang_, phrase(name, lang_)));
    }
    void wait(const Difference* d, const std::string& whose) {
        constexpr double worth_a_word = 1;  // day
        if (d == nullptr || !is_told(*d) || std::abs(d->value.mean) < worth_a_word) return;
        say(phrase(T::verdict_wait, lang_, whose, amount(*d, shape_of(c_.base, d->measure)), direction(*d, T::less),
                   last_));
    }

    // The mean wait of those admitted flatters a rule that leaves the others waiting: of each band, how many are
    // served.
    void served() {
        constexpr double worth_a_word = 0.01;
        for (const auto& [band, label] : bands) {
            const Difference* d = index_.difference({"served_share_of_qualified", last_, Level::group, band});
            if (d == nullptr || !is_told(*d) || std::abs(d->value.mean) < worth_a_word) continue;
            say(phrase(T::verdict_served, lang_, phrase(label, lang_), Format(lang_).percent(d->alternative.mean, 0),
                       Format(lang_).percent(d->base.mean, 0), last_));
        }
    }

    void spending() {
        const Difference* d = index_.difference({"spending", 0});
        if (d == nullptr || is_nothing(*d)) return;
        if (!is_told(*d)) {
            say(phrase(T::verdict_spending_untold, lang_));
            return;
        }
        say(phrase(T::verdict_spending, lang_, amount(*d, shapes::money), direction(*d, T::less), c_.base.years.front(),
                   last_));
        const Difference* each = index_.difference({results::marginal_cost, 0});
        const Difference* served = index_.difference({"beneficiaries", 0});
        if (each == nullptr || served == nullptr || each->value.mean <= 0 || served->base.mean <= 0) return;
        say(phrase(served->value.mean > 0 ? T::verdict_marginal : T::verdict_saving, lang_,
                   format_.mean_and_half_width(&each->value, {}), format_.value(d->base.mean / served->base.mean, {})));
    }

    void fates() {
        const auto& all = a_.fates.front();
        if (all.of(Fate::winners).mean + all.of(Fate::losers).mean == 0) {
            say(phrase(T::verdict_fates_none, lang_));
            return;
        }
        say(phrase(T::verdict_fates, lang_, format_.mean_and_half_width(&all.of(Fate::winners), {}),
                   format_.mean_and_half_width(&all.of(Fate::losers), {})));
    }

    const Comparison& c_;
    const Alternative& a_;
    const results::Index index_;
    const Lang lang_;
    const EstimateFormat format_;
    const int last_;
    std::vector<std::string> clauses_;
};

}  // namespace

std::string comparison_verdict(const Comparison& c, const Alternative& a, Lang lang) {
    return Verdict(c, a, lang).text();
}

}  // namespace aforo::report
