#include "reading.hpp"

#include <algorithm>

namespace aforo::told {

using document::Sentence;

namespace {

constexpr Text one_replication{
    "Una sola réplica: lo simulado no tiene intervalo ni rango, y no sirve para decidir.",
    "A single replication: what is simulated has neither interval nor range, and is no basis for a decision."};
constexpr Text mean_and_range{
    "Lo simulado es el promedio de las réplicas ± el semiancho de su intervalo de confianza de 95 %, sin ± si no varía "
    "entre réplicas. En el rango p10–p90 caen 8 de cada 10 repeticiones: es solo azar, con los supuestos tal como "
    "están.",
    "What is simulated is the mean of the replications ± the half-width of its 95% confidence interval, without ± "
    "where it does not vary between them. In the p10–p90 range fall 8 out of 10 repetitions: it is luck alone, the "
    "assumptions being as they are."};
constexpr Text few_replications{" Con {0} réplicas ese rango es solo referencial: use 20 o más.",
                                " With {0} replications that range is indicative only: use 20 or more."};
constexpr Text unexplored_ranges{
    "Ese rango no contiene lo que no se sabe: {0} supuestos tienen un rango propio que aquí no se recorre; "
    "aforo run ARCHIVO --worlds 128 lo recorre.",
    "That range does not hold what is not known: {0} assumptions have a range of their own that is not gone over "
    "here; aforo run FILE --worlds 128 goes over it."};
constexpr Text money{"El dinero de todos los años está en M$: miles de pesos de {0}.",
                     "Money of all years is in M$: thousand pesos of {0}."};
constexpr Text money_of_another_year{
    "El dinero de todos los años está en M$: miles de pesos de {0}, que son los de {1} del escenario por {2}, su índice de precios{3}. Los "
    "montos de los supuestos y el libro mayor siguen en pesos de {1}.",
    "Money of all years is in M$: thousand pesos of {0}, which are those of {1} of the scenario times {2}, its price index{3}. Amounts "
    "of assumptions and the ledger stay in pesos of {1}."};
constexpr Text nominal_money{
    "El dinero está en M$ nominales: miles de pesos de cada año, que son los de {0} del escenario por su índice de "
    "precios ({1}){2}. Sumas de varios años suman pesos distintos. Los montos de los supuestos y el libro mayor siguen "
    "en pesos de {0}.",
    "Money is in nominal M$: thousand pesos of each year, which are those of {0} of the scenario times its price index "
    "({1}){2}. Sums over years add different pesos. Amounts of assumptions and the ledger stay in pesos of {0}."};

}  // namespace

Sentence how_to_read(int replications, Lang lang) {
    constexpr int enough = 20;
    if (replications == 1) return say(one_replication, lang);
    Sentence all = say(mean_and_range, lang);
    if (replications < enough) all += say(few_replications, lang, replications);
    return all;
}

Sentence how_to_read_worlds(Lang lang) {
    constexpr Text three{
        "Rangos p10–p90, donde caen 8 de cada 10: azar, repeticiones con los supuestos centrales; no saber, mundos por "
        "su "
        "promedio; ambos, futuros de todos los mundos. En los mundos la demanda también varía de un año y de un día a "
        "otro: su azar es mayor que el de los supuestos centrales, y es de él la parte del azar.",
        "p10–p90 ranges, where 8 out of 10 fall: luck, repetitions with the central assumptions; not knowing, worlds "
        "by "
        "their mean; both, futures of all worlds. In worlds demand varies from year to year and from day to day too: "
        "their luck is greater than that of the central assumptions, and it is theirs that the share of luck is of."};
    return say(three, lang);
}

Sentence what_is_not_explored(const results::Run& run, Lang lang) {
    const auto ranged = std::count_if(run.assumptions.begin(), run.assumptions.end(),
                                      [](const results::Assumption& a) { return !a.range.empty(); });
    if (ranged == 0 || run.replications == 1) return {};
    return say(unexplored_ranges, lang, static_cast<int>(ranged));
}

Sentence money_unit(const results::Run& run, Lang lang) {
    constexpr Text of_year{"M$ de {0}", "M$ of {0}"}, nominal{"M$ nominales", "nominal M$"};
    return run.prices.are_nominal() ? say(nominal, lang) : say(of_year, lang, run.prices.year_of(0));
}

Sentence how_to_read_money(const results::Run& run, Lang lang) {
    constexpr Text source{"; fuente: {0}", "; source: {0}"}, in_year{"{0}: {1}", "{0}: {1}"};
    const results::Prices& prices = run.prices;
    if (!prices.are_converted()) return say(money, lang, prices.year_of(0));
    const auto factor = [&](int year) {
        return document::Cell(document::Value{prices.factor(year), {results::Kind::number, 4}, document::Value::Style::sheet});
    };
    const Sentence whose = prices.source.empty() ? Sentence() : say(source, lang, prices.source);
    if (!prices.are_nominal())
        return say(money_of_another_year, lang, prices.told.year, prices.index.of, factor(prices.told.year), whose);
    std::vector<Sentence> by_year;
    for (const int year : run.years) by_year.push_back(say(in_year, lang, year, factor(year)));
    return say(nominal_money, lang, prices.index.of, document::joined(by_year, "; "), whose);
}

Sentence replications_of(const results::Run& run, Lang lang) {
    return say(run.replications == 1 ? words::replication_count_one : words::replication_count, lang,
               document::Cell(document::count(run.replications)));
}

}  // namespace aforo::told
