// The effect of ignorance about the assumptions, as reports write it: three ranges, each with its name, and their
// origin. Private to the module.
#pragma once

#include "aforo/document/document.hpp"
#include "aforo/results/worlds.hpp"
#include "figures.hpp"
#include "sweep_parts.hpp"
#include "words.hpp"

namespace aforo::told {

// For one figure: the median of the worlds, and its ranges by luck (the run with the central assumptions), by
// ignorance, and by both. Nothing if the worlds do not have the figure.
struct InWorlds {
    document::Sentence median, luck, ignorance, both;
};
[[nodiscard]] std::optional<InWorlds> in_worlds(const results::Worlds& worlds, const Figure& figure);

// «azar: 34.442–34.852 · no saber: 26.200–34.300 · ambos: 25.700–34.700».
[[nodiscard]] document::Sentence three_ranges(const InWorlds& figure, Lang lang);

// A number of the scenario in worlds: one of its values in the unit it is written in, and its name for people.
[[nodiscard]] document::Sentence in_unit(const results::WorldInput& input, double value);
[[nodiscard]] std::string named(const results::WorldInput& input, Lang lang);

// «De 4.100 mundos posibles, 128 son coherentes con las cifras publicadas.»
[[nodiscard]] document::Sentence how_many_agree(const results::Worlds& worlds, Lang lang);
// «De lo que una sola historia se aparta, el azar es 3 % y lo demás es no saber.» For the headline.
[[nodiscard]] document::Sentence share_of_luck(const results::Worlds& worlds, Lang lang);

// «Va sobre todo con «crecimiento de la demanda» (93 %): 23.101 si está entre 1 y 1,05; 34.759 si está entre 1,2 y
// 1,25.» Nothing if no number weighs more than chance.
[[nodiscard]] document::Sentence what_it_hangs_on(const results::Worlds& worlds, const results::Run& run, Lang lang);

// The part on worlds in the report of a run.
[[nodiscard]] document::Section worlds_of_run(const results::Worlds& worlds, const results::Run& run, Lang lang);
// The same for a comparison: in which share of the worlds each alternative holds, and the regrets.
[[nodiscard]] document::Section worlds_of_comparison(const results::Worlds& worlds, const results::Comparison& c,
                                                     Lang lang);
// The same for a sweep, whose points are the alternatives: each figure at each point.
[[nodiscard]] document::Section worlds_of_sweep(const results::Worlds& worlds, const results::Sweep& sweep,
                                                const Levers& levers, Lang lang);
// For an alternative, given by its index: in how many worlds it gives more of the headline, and how much more.
[[nodiscard]] document::Clause worlds_clause(const results::Worlds& worlds, std::size_t alternative,
                                             const results::Run& base, Lang lang);

}  // namespace aforo::told
