#include "aforo/scenario/catalogue.hpp"

#include "names.hpp"

namespace aforo::scenario {

namespace {

template <class E>
std::vector<CatalogueEntry> entries_of() {
    std::vector<CatalogueEntry> entries;
    for (const auto& w : Names<E>::table) entries.push_back({w.word, w.meaning, w.parameters, w.example});
    return entries;
}

}  // namespace

std::vector<Catalogue> catalogues() {
    return {
        {"priorities",
         {"Reglas de prioridad (waiting_list.priority; varias en lista: la segunda decide entre iguales de la primera)",
          "Priority rules (waiting_list.priority; several in a list: the second decides among equals of the first)"},
         entries_of<PriorityRule>()},
        {"reserves",
         {"Reservas de cupos (waiting_list.reserves)", "Reserved shares (waiting_list.reserves)"},
         entries_of<ReserveGroup>()},
        {"criteria",
         {"Criterios de focalización (targeting.criteria, en el orden en que se aplican)",
          "Eligibility criteria (targeting.criteria, in the order in which they apply)"},
         entries_of<Criterion::Kind>()},
        {"distributions",
         {"Distribuciones (de todo lo que dura o espera)", "Distributions (of whatever takes or waits time)"},
         entries_of<Distribution::Kind>()}};
}

}  // namespace aforo::scenario
