// The kinds of warning. A kind is a function, its declaration and a line of the table. Only the first kind that applies
// to a key is told.
#pragma once

#include <array>

#include "warning_search.hpp"

namespace aforo::scenario {

// warnings_dates.cpp: what is rounded, and what lies outside the horizon.
void whole_people(WarningSearch& w);
void whole_months(WarningSearch& w);
void outside_horizon(WarningSearch& w);
void growth_outside(WarningSearch& w);
void growth_of_nothing(WarningSearch& w);
void with_its_centre(WarningSearch& w);

// warnings_demand.cpp: who comes, and how offices serve them up to the diagnosis.
void demand_options(WarningSearch& w);
void closed_hours(WarningSearch& w);
void months_like_counts(WarningSearch& w);
void desk_without_limit(WarningSearch& w);
void nobody_at_the_desk(WarningSearch& w);
void not_diagnosed(WarningSearch& w);
void nobody_waits(WarningSearch& w);
void room_never_full(WarningSearch& w);
void kinds_of_enterprise(WarningSearch& w);
void unused_criterion(WarningSearch& w);
void criterion_never_fails(WarningSearch& w);
void unused_destination(WarningSearch& w);

// warnings_plans.cpp: slots, priority, work plans, graduation.
void no_plans(WarningSearch& w);
void plan_without_sessions(WarningSearch& w);
void hours_without_limit(WarningSearch& w);
void no_groups(WarningSearch& w);
void few_sessions(WarningSearch& w);
void groups_beyond_plan(WarningSearch& w);
void graduation_rule(WarningSearch& w);
void no_repeats(WarningSearch& w);
void group_of_nobody(WarningSearch& w);
void never_decides(WarningSearch& w);
void empty_reserve(WarningSearch& w);
void impossible_outcome(WarningSearch& w);

// warnings_money.cpp: staff, network, alliances, money.
void who_says_the_staff(WarningSearch& w);
void staff_never_changes(WarningSearch& w);
void floor_never_reached(WarningSearch& w);
void one_centre(WarningSearch& w);
void no_satellites(WarningSearch& w);
void unused_complexity(WarningSearch& w);
void reused_number(WarningSearch& w);
void no_linkages(WarningSearch& w);
void cap_never_reached(WarningSearch& w);
void no_variable_money(WarningSearch& w);
void transfer_of_nothing(WarningSearch& w);
void transfer_of_less(WarningSearch& w);
void nobody_at_the_cut(WarningSearch& w);

// warnings_bases.cpp: what it is compared with.
void base_missing(WarningSearch& w);

struct KindOfWarning {
    const char* id;
    const char *es, *en;  // what is told about a key
    void (*find)(WarningSearch&);
};

inline constexpr auto kinds_of_warning = std::to_array<KindOfWarning>({
    {"whole_people", "se escribió con fracción, y son personas enteras",
     "was written with a fraction, and persons are whole", whole_people},
    {"whole_months", "se escribió con fracción, y son meses enteros",
     "was written with a fraction, and months are whole", whole_months},
    {"outside_horizon", "es de una fecha fuera del horizonte", "is of a date outside of the horizon", outside_horizon},
    {"growth_outside", "es el crecimiento de un año fuera del horizonte",
     "is the growth of a year outside of the horizon", growth_outside},
    {"growth_of_nothing", "es el crecimiento de algo que es 0", "is the growth of something that is 0",
     growth_of_nothing},
    {"with_its_centre", "un satélite abriría antes, o cerraría después, que el centro del que depende",
     "a satellite would open before, or close after, the centre that it depends on", with_its_centre},
    {"demand_options", "es de una opción de la demanda que está apagada", "is of an option of demand that is off",
     demand_options},
    {"closed_hours", "da demanda a horas o días en que no se atiende",
     "gives demand to hours or days in which nobody attends", closed_hours},
    {"months_like_counts", "son factores de los meses que parecen conteos",
     "are factors of the months that look like counts", months_like_counts},
    {"desk_without_limit", "es el horario de un mesón que no cierra", "is the hours of a desk that never closes",
     desk_without_limit},
    {"nobody_at_the_desk", "es de un mesón sin personal o sin horas", "is of a desk without staff or hours",
     nobody_at_the_desk},
    {"not_diagnosed", "solo cuenta en el diagnóstico o después, y nadie lo hace",
     "only counts at the diagnosis or later, and nobody is diagnosed", not_diagnosed},
    {"nobody_waits", "es de quienes esperan, y no cabe nadie que espere",
     "is of who waits, and there is room for nobody", nobody_waits},
    {"room_never_full", "es un lugar de espera en que caben todas", "is room for more than can come", room_never_full},
    {"kinds_of_enterprise", "es de empresas que no llegan", "is of enterprises that do not come", kinds_of_enterprise},
    {"unused_criterion", "solo cuenta para un criterio que no se aplica",
     "only counts for a criterion that is not used", unused_criterion},
    {"criterion_never_fails", "es un criterio que todas cumplen", "is a criterion that all meet",
     criterion_never_fails},
    {"unused_destination", "es el destino de un criterio que nadie incumple",
     "is the destination of a criterion that nobody fails", unused_destination},
    {"no_plans", "es de planes de trabajo, y no hay", "is of work plans, and there are none", no_plans},
    {"plan_without_sessions", "es de sesiones, y los planes no las tienen", "is of sessions, and plans have none",
     plan_without_sessions},
    {"hours_without_limit", "son horas que no limitan", "is of hours that do not limit", hours_without_limit},
    {"no_groups", "es de capacitaciones grupales, y no hay", "is of group trainings, and there are none", no_groups},
    {"few_sessions", "es de sesiones que un plan no llega a tener", "is of sessions that no plan comes to",
     few_sessions},
    {"groups_beyond_plan", "son más sesiones en grupo que las de un plan", "are more group sessions than a plan has",
     groups_beyond_plan},
    {"graduation_rule", "no es de la regla de egreso que se usa", "is not of the rule of graduation in use",
     graduation_rule},
    {"no_repeats", "es de quienes piden otro plan, y nadie lo pide", "is of who asks for another plan, and nobody does",
     no_repeats},
    {"group_of_nobody", "distingue a un grupo en que no hay nadie, o están todas",
     "tells apart a group of nobody, or of all", group_of_nobody},
    {"never_decides", "es una regla de prioridad que nunca decide", "is a rule of priority that never decides",
     never_decides},
    {"empty_reserve", "no reserva ningún cupo", "keeps no slot", empty_reserve},
    {"impossible_outcome", "es de un resultado que nunca ocurre", "is of an outcome that never happens",
     impossible_outcome},
    {"who_says_the_staff", "dice el personal que advisory.staffing toma de otra parte",
     "says the staff that advisory.staffing takes from elsewhere", who_says_the_staff},
    {"staff_never_changes", "es de cambios de personal, y no los hay", "is of changes of staff, and there are none",
     staff_never_changes},
    {"floor_never_reached", "es un mínimo que el reparto siempre cumple", "is a least that the sharing always meets",
     floor_never_reached},
    {"one_centre", "reparte entre centros, y hay uno solo", "shares among centres, and there is only one", one_centre},
    {"no_satellites", "es de satélites, y no hay", "is of satellites, and there are none", no_satellites},
    {"unused_complexity", "es un tipo de complejidad que nada cambia", "is a kind of complexity that changes nothing",
     unused_complexity},
    {"reused_number", "da a una oficina nueva el número de otra", "gives a new office the number of another",
     reused_number},
    {"no_linkages", "es de alianzas que no se inician o no se realizan",
     "is of alliances that are not started or not realised", no_linkages},
    {"cap_never_reached", "es un tope que no se puede pasar", "is a cap that cannot be passed", cap_never_reached},
    {"no_variable_money", "ordena un gasto variable que no existe", "rules variable spending that there is none of",
     no_variable_money},
    {"transfer_of_nothing", "traspasa nada", "transfers nothing", transfer_of_nothing},
    {"transfer_of_less", "traspasa menos que lo que pide", "transfers less than it asks for", transfer_of_less},
    {"nobody_at_the_cut", "no dice que al corte no hay nadie", "does not say that nobody is there at the cut",
     nobody_at_the_cut},
    {"base_missing", "compara con un archivo que no existe", "is compared with a file that is not there", base_missing},
});

[[nodiscard]] std::vector<Warning> find_warnings(const Scenario& scenario, const Places& places);

}  // namespace aforo::scenario
