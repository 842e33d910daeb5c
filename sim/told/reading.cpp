#include "reading.hpp"

namespace aforo::told {

using document::Sentence;

namespace {

constexpr Text one_replication{
    "Una sola réplica: lo simulado no tiene intervalo ni rango, y no sirve para decidir.",
    "A single replication: what is simulated has neither interval nor range, and is no basis for a decision."};
constexpr Text mean_and_range{
    "Lo simulado es el promedio de las réplicas ± el semiancho de su intervalo de confianza de 95 %, sin ± si no varía "
    "entre réplicas. En el rango p10–p90 caen 8 de cada 10 futuros.",
    "What is simulated is the mean of the replications ± the half-width of its 95% confidence interval, without ± "
    "where it does not vary between them. In the p10–p90 range fall 8 out of 10 futures."};
constexpr Text few_replications{" Con {0} réplicas ese rango apenas orienta: pida 20 o más.",
                                " With {0} replications that range is hardly a hint: ask for 20 or more."};
constexpr Text money{"El dinero está en M$: miles de pesos de {0}.", "Money is in M$: thousand pesos of {0}."};

}  // namespace

Sentence how_to_read(int replications, Lang lang) {
    constexpr int enough = 20;
    if (replications == 1) return say(one_replication, lang);
    Sentence all = say(mean_and_range, lang);
    if (replications < enough) all += say(few_replications, lang, replications);
    return all;
}

Sentence how_to_read_money(int price_year, Lang lang) { return say(money, lang, price_year); }

Sentence replications_of(const results::Run& run, Lang lang) {
    return say(run.replications == 1 ? words::replication_count_one : words::replication_count, lang,
               document::Cell(document::count(run.replications)));
}

}  // namespace aforo::told
