// The names and values of a sweep's keys in words, and the sheets of its workbook. Private to the module.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aforo/results/results.hpp"
#include "experiment.hpp"
#include "quantities.hpp"

namespace aforo::told {

// The axes of a sweep. Keys that move in step form one axis: its values show those of all keys side by side, and it is
// drawn along the first key.
class Levers {
public:
    Levers(const results::Sweep& sweep, Lang lang);

    [[nodiscard]] std::size_t count() const { return sweep_.axes.size(); }
    [[nodiscard]] document::Sentence name(std::size_t axis) const;
    [[nodiscard]] document::Sentence names() const;  // of all axes
    // A value with its unit; cell() gives the number alone, for columns whose title has the unit.
    [[nodiscard]] document::Sentence value(std::size_t axis, std::size_t at) const;
    [[nodiscard]] document::Sentence cell(std::size_t axis, std::size_t at) const;
    [[nodiscard]] std::string title(std::size_t axis) const;
    // The numeric scale of its values; nothing if they are not numbers.
    [[nodiscard]] const std::optional<Scale>& scale(std::size_t axis) const { return keys_[axis].front().scale; }
    // The scenario's own value on that scale.
    [[nodiscard]] std::optional<double> base(std::size_t axis) const;

private:
    struct Key {
        const results::Axis* axis = nullptr;
        std::optional<Scale> scale;
    };
    [[nodiscard]] document::Sentence name(const results::Axis& key) const;
    [[nodiscard]] document::Sentence said(const Key& key, std::size_t at, bool has_unit) const;

    const results::Sweep& sweep_;
    const Lang lang_;
    std::vector<std::vector<Key>> keys_;  // by axis
};

[[nodiscard]] document::Sentence estimate_of(const results::Sweep& sweep, const results::SweepPoint& point,
                                             std::string_view measure, int year, Show show = Show::mean_and_error);

// The results of each point by measure, in the last year.
[[nodiscard]] document::Table points_table(const results::Sweep& sweep, const Levers& levers, Lang lang);
[[nodiscard]] document::Section response_sheet(const results::Sweep& sweep, const Levers& levers, Lang lang);
[[nodiscard]] document::Section point_sheet(const results::Sweep& sweep, const Levers& levers, Lang lang);
[[nodiscard]] document::Section step_sheet(const results::Sweep& sweep, const Levers& levers, Lang lang);

namespace words {
inline constexpr Text steps_title{"Lo que vale cada paso, {0}–{1}", "What each step is worth, {0}–{1}"};
inline constexpr Text response_title{"Cómo responde, {0}", "How it responds, {0}"};
inline constexpr Text more_beneficiaries{"Beneficiarios", "Beneficiaries"};
inline constexpr Text more_spending{"Gasto (M$)", "Spending (M$)"};
inline constexpr Text sweep_note{
    "± es el semiancho del intervalo de 95 %; el de cada paso es de las mismas réplicas en sus dos extremos. El costo "
    "es gasto adicional sobre beneficiarios adicionales, de todos los años; el de un punto de cobertura, de la "
    "población objetivo en el último. M$ son miles de pesos; MM$, millones.",
    "± is the half-width of the 95% interval; that of each step is of the same replications at both ends. The cost is "
    "additional spending over additional beneficiaries, of all years; that of a point of coverage, of the target "
    "population in the last one. M$ are thousands of pesos; MM$, millions."};
}  // namespace words

}  // namespace aforo::told
