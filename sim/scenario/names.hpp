// The words of the scenario language for its enumerations: one table each, used for reading and writing. Words that
// planners choose from have their meaning and an example beside them (catalogue.hpp).
#pragma once

#include <array>
#include <span>

#include "aforo/core/language.hpp"
#include "aforo/scenario/catalogue.hpp"
#include "aforo/scenario/scenario.hpp"

namespace aforo::scenario {

template <class E>
struct Word {
    constexpr Word(const char* w, E v) : word(w), value(v) {}
    constexpr Word(const char* w, E v, core::Text m, std::span<const CatalogueParameter> p, const char* e)
        : word(w), value(v), meaning(m), parameters(p), example(e) {}

    const char* word;
    E value;
    core::Text meaning = {};
    std::span<const CatalogueParameter> parameters = {};
    const char* example = "";
};

template <class E>
struct Names;

template <>
struct Names<Status> {
    static constexpr std::array table = {Word{"draft", Status::draft}, Word{"official", Status::official}};
};
template <>
struct Names<Marginal> {
    static constexpr std::array table = {Word{"triangular", Marginal::triangular}, Word{"uniform", Marginal::uniform},
                                         Word{"pert", Marginal::pert}};
};
template <>
struct Names<InWorlds> {
    static constexpr std::array table = {Word{"stands", InWorlds::stands}, Word{"ratio", InWorlds::ratio}};
};
template <>
struct Names<Overrun> {
    static constexpr std::array table = {Word{"compensate", Overrun::compensate}, Word{"extra", Overrun::extra},
                                         Word{"wait", Overrun::wait}};
};
inline constexpr std::array points_of_attributes = {
    CatalogueParameter{"potential",
                       {"puntos por cada punto del puntaje compuesto", "points per point of the composite"}},
    CatalogueParameter{"female, rural, informal, cooperative, re_entry",
                       {"puntos de quien lo es", "points of who is so"}},
    CatalogueParameter{"sales", {"puntos por cada 1000 UF de ventas", "points per 1000 UF of sales"}},
    CatalogueParameter{"groups",
                       {"puntos de quien está en varios grupos: [{group: [women, rural], points: 20}]",
                        "points of who is in several groups: [{group: [women, rural], points: 20}]"}},
    CatalogueParameter{"wait_day",
                       {"puntos por cada día de espera (envejecimiento)", "points per day waited (ageing)"}}};
inline constexpr std::array groups_of_all = {
    CatalogueParameter{"[…]", {"uno o más grupos: se está en todos", "one group or more: one is in all of them"}}};
template <>
struct Names<PriorityRule> {
    using K = PriorityRule;
    static constexpr std::array table = {
        Word{"arrival",
             K::arrival,
             {"En orden de solicitud del cupo.", "In the order in which slots are asked for."},
             {},
             "waiting_list:\n  priority: arrival\n"},
        Word{"lowest_potential",
             K::lowest_potential,
             {"Primero quien tiene el puntaje compuesto más bajo.", "The lowest composite first."},
             {},
             "waiting_list:\n  priority: lowest_potential\n"},
        Word{"highest_potential",
             K::highest_potential,
             {"Primero quien tiene el puntaje compuesto más alto.", "The highest composite first."},
             {},
             "waiting_list:\n  priority: highest_potential\n"},
        Word{"longest_wait",
             K::longest_wait,
             {"Primero quien llegó antes a la oficina, aunque haya pedido el cupo después (por día).",
              "Who first came to an office earliest, whenever the slot was asked for (by day)."},
             {},
             "waiting_list:\n  priority: longest_wait\n"},
        Word{"lottery", K::lottery, {"Por sorteo.", "By lot."}, {}, "waiting_list:\n  priority: lottery\n"},
        Word{"women_first",
             K::women_first,
             {"Primero las empresas de mujeres.", "Women's enterprises first."},
             {},
             "waiting_list:\n  priority: [women_first, lowest_potential]\n"},
        Word{"rural_first",
             K::rural_first,
             {"Primero las de territorio rural.", "Those of rural territory first."},
             {},
             "waiting_list:\n  priority: [rural_first, arrival]\n"},
        Word{"informal_first",
             K::informal_first,
             {"Primero las informales.", "Informal ones first."},
             {},
             "waiting_list:\n  priority: [informal_first, arrival]\n"},
        Word{"first_plans_first",
             K::first_plans_first,
             {"Primero quien pide su primer plan.", "Who asks for a first plan, first."},
             {},
             "waiting_list:\n  priority: [first_plans_first, arrival]\n"},
        Word{"re_entries_first",
             K::re_entries_first,
             {"Primero las egresadas que piden otro plan.", "Graduates that ask for another plan first."},
             {},
             "waiting_list:\n  priority: [re_entries_first, arrival]\n"},
        Word{"group",
             K::group_first,
             {"Primero quien está en todos los grupos que se nombran, que son los de las reservas.",
              "Those who are in all the groups that are named first; they are those of reserves."},
             groups_of_all,
             "waiting_list:\n  priority:\n    - group: [women, rural]\n    - arrival\n"},
        Word{"weighted",
             K::weighted,
             {"Primero quien suma más puntos por sus atributos y su espera.",
              "Who has most points for attributes and waiting first."},
             points_of_attributes,
             "waiting_list:\n  priority:\n    weighted: {potential: -1, female: 5, rural: 10, wait_day: 0.1}\n"}};
    static_assert(table.size() == static_cast<std::size_t>(K::count_of_rules), "a priority rule has no word");
};
inline constexpr std::array shares = {CatalogueParameter{
    "share", {"parte de las admisiones del centro en el año", "share of the centre's admissions in the year"}}};
template <>
struct Names<ReserveGroup> {
    using K = ReserveGroup;
    static constexpr std::array table = {
        Word{"women",
             K::women,
             {"Parte reservada a empresas de mujeres.", "Share kept for women's enterprises."},
             shares,
             "waiting_list:\n  reserves:\n    - {group: women, share: 0.5}\n"},
        Word{"rural",
             K::rural,
             {"Parte reservada al territorio rural.", "Share kept for rural territory."},
             shares,
             "waiting_list:\n  reserves:\n    - {group: rural, share: 0.3}\n  unused_reserve: hold\n"},
        Word{"informal",
             K::informal,
             {"Parte reservada a informales.", "Share kept for informal ones."},
             shares,
             "waiting_list:\n  reserves:\n    - {group: informal, share: 0.2}\n"},
        Word{"first_plans",
             K::first_plans,
             {"Parte reservada a primeros planes.", "Share kept for first plans."},
             shares,
             "waiting_list:\n  reserves:\n    - {group: first_plans, share: 0.8}\n"},
        Word{"low_band",
             K::low_band,
             {"Parte reservada a la banda baja.", "Share kept for the low band."},
             shares,
             "targeting:\n  criteria: [sector]\nwaiting_list:\n  reserves:\n    - {group: low_band, share: 0.2}\n"},
        Word{"medium_band",
             K::medium_band,
             {"Parte reservada a la banda media.", "Share kept for the medium band."},
             shares,
             "waiting_list:\n  reserves:\n    - {group: medium_band, share: 0.6}\n"},
        Word{"high_band",
             K::high_band,
             {"Parte reservada a la banda alta.", "Share kept for the high band."},
             shares,
             "waiting_list:\n  reserves:\n    - {group: high_band, share: 0.4}\n"}};
};
template <>
struct Names<CutBase> {
    using K = CutBase;
    static constexpr std::array table = {Word{"appropriation", K::appropriation}, Word{"uncommitted", K::uncommitted}};
};
template <>
struct Names<UnusedReserve> {
    using K = UnusedReserve;
    static constexpr std::array table = {Word{"release", K::release}, Word{"hold", K::hold}};
};
template <>
struct Names<Allocation> {
    using K = Allocation;
    static constexpr std::array table = {Word{"demand", K::demand}, Word{"equal", K::equal}};
};
template <>
struct Names<SlotCut> {
    using K = SlotCut;
    static constexpr std::array table = {Word{"finish", K::finish}, Word{"return_to_list", K::return_to_list}};
};
template <>
struct Names<Reach> {
    using K = Reach;
    static constexpr std::array table = {Word{"centre", K::centre}, Word{"region", K::region},
                                         Word{"programme", K::programme}};
};
template <>
struct Names<GraduationRule> {
    using K = GraduationRule;
    static constexpr std::array table = {Word{"complete", K::complete}, Word{"share", K::share},
                                         Word{"hours", K::hours}, Word{"months", K::months}};
};
template <>
struct Names<Band> {
    static constexpr std::array table = {Word{"low", Band::low}, Word{"medium", Band::medium},
                                         Word{"high", Band::high}};
};
inline constexpr std::array ceiling_uf = {
    CatalogueParameter{"at_most", {"ventas anuales máximas, en UF", "highest annual sales, in UF"}}};
inline constexpr std::array eligible_bands = {CatalogueParameter{
    "[…]", {"las bandas que se atienden: low, medium, high", "the bands that are served: low, medium, high"}}};
inline constexpr std::array ceiling_points = {
    CatalogueParameter{"at_most", {"puntaje compuesto máximo, de 0 a 100", "highest composite score, from 0 to 100"}}};
template <>
struct Names<Criterion::Kind> {
    using K = Criterion::Kind;
    static constexpr std::array table = {
        Word{"sector",
             K::sector,
             {"La empresa es de un rubro que el programa atiende (enterprises.attended_sector).",
              "The enterprise is in a line of business that the programme attends (enterprises.attended_sector)."},
             {},
             "targeting:\n  criteria: [sector]\n"},
        Word{"sales",
             K::sales,
             {"Sus ventas anuales no pasan de un monto.", "Its annual sales are within an amount."},
             ceiling_uf,
             "targeting:\n  criteria:\n    - sales: {at_most: 25000 UF}\n"},
        Word{"formality",
             K::formality,
             {"Es formal, o informal con compromiso de formalizarse (enterprises.committed_to_formalise).",
              "It is formal, or informal and committed to formalise (enterprises.committed_to_formalise)."},
             {},
             "targeting:\n  criteria: [formality]\n"},
        Word{"standard",
             K::standard,
             {"Su puntaje compuesto alcanza el estándar (targeting.pass_standard).",
              "Its composite score reaches the standard (targeting.pass_standard)."},
             {},
             "targeting:\n  pass_standard: 52\n  criteria: [standard]\n"},
        Word{"bands",
             K::bands,
             {"Su banda de potencial es una de las que se atienden: low < pass_standard ≤ medium < high_cut ≤ high.",
              "Its band of potential is one of those served: low < pass_standard ≤ medium < high_cut ≤ high."},
             eligible_bands,
             "targeting:\n  pass_standard: 52\n  high_cut: 61\n  criteria:\n    - bands: [low, medium]\n"},
        Word{"need",
             K::need,
             {"Su puntaje compuesto no pasa de un techo: verifica que presenta el problema.",
              "Its composite score is within a ceiling: it verifies that the enterprise has the problem."},
             ceiling_points,
             "targeting:\n  criteria:\n    - need: {at_most: 70}\n"},
        Word{"agri_forestry",
             K::agri_forestry,
             {"No es silvoagropecuaria de territorio rural, que se deriva a instituciones de ese rubro (INDAP).",
              "It is not rural agri-forestry, which is referred to institutions of that sector (INDAP)."},
             {},
             "targeting:\n  criteria: [agri_forestry]\n"}};
    static_assert(table.size() == static_cast<std::size_t>(K::count_of_kinds), "a criterion has no word");
};
template <>
struct Names<Component> {
    using K = Component;
    static constexpr std::array table = {Word{"attention", K::attention}, Word{"advisory", K::advisory},
                                         Word{"alliances", K::alliances}, Word{"administration", K::admin}};
};
template <>
struct Names<Exhaustion> {
    using K = Exhaustion;
    static constexpr std::array table = {Word{"hold", K::hold}, Word{"stop", K::stop}, Word{"overrun", K::overrun}};
};
template <>
struct Names<PlanPayment> {
    using K = PlanPayment;
    static constexpr std::array table = {Word{"at_admission", K::at_admission}, Word{"halves", K::halves}};
};
template <>
struct Names<Pool> {
    using K = Pool;
    static constexpr std::array table = {Word{"national", K::national}, Word{"by_centre", K::by_centre}};
};
template <>
struct Names<Staffing> {
    using K = Staffing;
    static constexpr std::array table = {Word{"fixed", K::fixed}, Word{"funded", K::funded}};
};
inline constexpr std::array mean_only = {
    CatalogueParameter{"mean", {"media, con unidad de tiempo", "mean, with a unit of time"}}};
inline constexpr std::array low_and_high = {CatalogueParameter{"low", {"mínimo", "minimum"}},
                                            CatalogueParameter{"high", {"máximo", "maximum"}}};
inline constexpr std::array low_mode_high = {CatalogueParameter{"low", {"mínimo", "minimum"}},
                                             CatalogueParameter{"mode", {"valor más probable", "most likely value"}},
                                             CatalogueParameter{"high", {"máximo", "maximum"}}};
inline constexpr std::array mean_and_cv = {
    CatalogueParameter{"mean", {"media, con unidad de tiempo", "mean, with a unit of time"}},
    CatalogueParameter{"cv", {"desviación estándar dividida por la media", "standard deviation over the mean"}}};
inline constexpr std::array observed = {
    CatalogueParameter{"values", {"los observados, cada uno con su unidad", "those observed, each with its unit"}}};
inline constexpr std::array weighted_parts = {CatalogueParameter{
    "parts",
    {"de 1 a 20 {weight: peso, of: tiempo o distribución que no sea otra mezcla}; los pesos suman 1",
     "1 to 20 of {weight: weight, of: length of time or distribution, not another mixture}; the weights sum to 1"}}};

template <>
struct Names<Distribution::Kind> {
    using K = Distribution::Kind;
    static constexpr std::array table = {
        Word{"constant",
             K::constant,
             {"Siempre lo mismo. Un tiempo a secas (90 min) es lo mismo.",
              "Always the same. A bare length of time (90 min) means this."},
             mean_only,
             "work_plan:\n  session: {constant: {mean: 90 min}}\n"},
        Word{"uniform",
             K::uniform,
             {"Cualquier valor entre dos, con igual probabilidad.", "Any value between two, equally likely."},
             low_and_high,
             "work_plan:\n  first_session: {uniform: {low: 5 days, high: 15 days}}\n"},
        Word{"triangular",
             K::triangular,
             {"Entre dos valores, con uno más probable: la opinión de un experto.",
              "Between two values, one of them the most likely: an expert's opinion."},
             low_mode_high,
             "work_plan:\n  spacing: {triangular: {low: 14 days, mode: 28 days, high: 60 days}}\n"},
        Word{"exponential",
             K::exponential,
             {"Sin memoria: lo que falta no depende de lo esperado. Usual para la paciencia.",
              "Memoryless: what is left does not depend on what has passed. Usual for patience."},
             mean_only,
             "waiting_list:\n  patience: {exponential: {mean: 365 days}}\n"},
        Word{"gamma",
             K::gamma,
             {"Positiva y asimétrica; con cv 1 es la exponencial. Usual para duraciones de servicio.",
              "Positive and skewed; with cv 1 it is the exponential. Usual for service times."},
             mean_and_cv,
             "attention:\n  duration: {gamma: {mean: 1 h, cv: 0.5}}\n"},
        Word{"lognormal",
             K::lognormal,
             {"Su logaritmo es normal: cola más larga que la gamma.",
              "Its logarithm is normal: a longer tail than the gamma's."},
             mean_and_cv,
             "alliances:\n  duration: {lognormal: {mean: 4 months, cv: 0.6}}\n"},
        Word{"weibull",
             K::weibull,
             {"Con cv menor que 1, lo que más dura está más cerca de terminar; con cv mayor, al revés.",
              "With a cv under 1, what has lasted longer is nearer its end; above 1, the other way round."},
             mean_and_cv,
             "waiting_list:\n  patience: {weibull: {mean: 200 days, cv: 0.8}}\n"},
        Word{"empirical",
             K::empirical,
             {"Valores observados y lo que hay entre ellos: el k-ésimo de n, de menor a mayor, es el cuantil "
              "(k - 1/2)/n (Hazen), en línea recta entre uno y otro. Su media es la de los valores.",
              "Observed values and what lies between: the k-th of n, from the least, is the quantile (k - 1/2)/n "
              "(Hazen), in a straight line from one to the next. Its mean is the values'."},
             observed,
             "work_plan:\n  first_session: {empirical: {values: [5 days, 8 days, 8 days, 13 days]}}\n"},
        Word{"mixture",
             K::mixture,
             {"Una parte de los casos de una manera y el resto de otra. Un tiempo a secas como parte es un valor que "
              "se repite: un 10 % que no espera nada, o frecuencias de valores sueltos.",
              "Some cases one way and the rest another. A bare length of time as a part is a value that comes again "
              "and again: 10 % who do not wait at all, or frequencies of single values."},
             weighted_parts,
             "waiting_list:\n  patience:\n    mixture:\n      parts:\n        - {weight: 0.1, of: 0 days}\n"
             "        - {weight: 0.9, of: {exponential: {mean: 365 days}}}\n"}};
};
inline constexpr std::array weekday_names = {"monday", "tuesday",  "wednesday", "thursday",
                                             "friday", "saturday", "sunday"};

// The numeric parameters of a distribution: key, member, and whether it is a duration.
struct DistributionParameter {
    const char* key;
    core::Text name;
    double Distribution::*member;
    bool is_time;
};
inline constexpr std::size_t most_parts_of_a_mixture = 20;  // each part enlarges the table
[[nodiscard]] inline std::vector<DistributionParameter> parameters_of(Distribution::Kind kind) {
    const DistributionParameter mean{"mean", {"media", "mean"}, &Distribution::mean, true},
        cv{"cv", {"coeficiente de variación", "coefficient of variation"}, &Distribution::cv, false},
        low{"low", {"mínimo", "least"}, &Distribution::low, true},
        mode{"mode", {"moda", "mode"}, &Distribution::mode, true},
        high{"high", {"máximo", "greatest"}, &Distribution::high, true};
    using K = Distribution::Kind;
    switch (kind) {
        case K::uniform:
            return {low, high};
        case K::triangular:
            return {low, mode, high};
        case K::gamma:
        case K::lognormal:
        case K::weibull:
            return {mean, cv};
        case K::empirical:
        case K::mixture:
            return {};
        case K::constant:
        case K::exponential:
            break;
    }
    return {mean};
}

template <class E>
[[nodiscard]] const char* word_for(E value) {
    for (const auto& w : Names<E>::table) {
        if (w.value == value) return w.word;
    }
    return "";
}

}  // namespace aforo::scenario
