// The table of the scenario language: every key with its meaning, its domain and the member that it fills. Readers,
// writers and documents all walk this one table with a visitor `v`:
//   v.field(Field, member)    a value: number, quantity, text, list, distribution
//   v.section(Field, member)  a group of keys, described by an overload below
//   v.keyed(Field, map)       a group for each key of a map: regions, centres
// Adding a key is adding a line here and a member in scenario.hpp.
#pragma once

#include <limits>

#include "aforo/scenario/scenario.hpp"

namespace aforo::scenario {

// The values that a number may take, in the unit of its member (durations in ms, money in pesos).
struct Domain {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool above_low = false;  // low itself is excluded
    bool in_hours = false;   // a time told in hours, however many: 1200 h of work are not 50 days
    // What is meant by 5 %, which a number may not carry: 0.05; 5 points; growth by a factor of 1.05.
    enum class Percent { part, points, growth } percent = Percent::part;
    bool is_whole = false;  // of what could hold a fraction
    bool is_norm = false;   // a rule of the programme, such as a caseload, and no amount of anything
};
inline constexpr Domain anything{};
inline constexpr Domain share{0, 1};
inline constexpr Domain not_negative{0};
inline constexpr Domain positive{.low = 0, .above_low = true};
inline constexpr Domain relative{0, 1e6};  // only proportions count
inline constexpr Domain a_year{1990, 2100};
inline constexpr Domain hours_of_work{.low = 0, .in_hours = true};
inline constexpr Domain hours_of_a_year{.low = 0, .high = 8784 * 3'600'000.0, .in_hours = true};
inline constexpr Domain effect_size{-1e6, 1e6};  // of a logit or a growth; beyond, nothing is less certain
inline constexpr Domain sales_a_year{.low = 0, .high = 1e12, .above_low = true};
inline constexpr Domain points{.low = 0, .high = 100, .percent = Domain::Percent::points};
inline constexpr Domain threshold{.low = 0, .high = 101, .percent = Domain::Percent::points};  // 101: nobody reaches it
// From a tenth to ten times in a year: what lies beyond was meant as a percentage.
inline constexpr Domain growth_factor{.low = 0.1, .high = 10, .percent = Domain::Percent::growth};

struct Field {
    const char* key;
    const char* meaning;  // in Spanish, for planners
    Domain domain = anything;
    bool required = false;
};
inline constexpr bool required = true;

template <class V>
void describe(V& v, Source& s) {
    v.field(Field{"title", "Título de la fuente", anything, required}, s.title);
    v.field(Field{"url", "Dirección de la fuente"}, s.url);
}

template <class V>
void describe(V& v, Horizon& s) {
    v.field(Field{"first_year", "Primer año que se mide; año base de todo crecimiento", a_year, required},
            s.first_year);
    v.field(Field{"last_year", "Último año que se mide", a_year, required}, s.last_year);
    v.field(Field{"run_in_years", "Años que se simulan antes, desde vacío, sin medir", {0, 30}}, s.run_in_years);
}

template <class V>
void describe(V& v, Experiment& s) {
    v.field(Field{"seed", "Semilla de los números aleatorios", not_negative}, s.seed);
    v.field(Field{"replications", "Réplicas", {1, 1e6}}, s.replications);
}

template <class V>
void describe(V& v, Calendar& s) {
    v.field(Field{"weekdays", "Días de la semana en que se atiende"}, s.weekdays);
    v.field(Field{"opens", "Hora de apertura, desde medianoche", {0, 86'399'999}}, s.opens);
    v.field(Field{"day", "Duración del día en que llegan empresas", {60'000, 86'400'000}}, s.day);
    v.field(Field{"holidays",
                  "Feriados: none, chile (los nacionales, por ley), o una lista de chile y de días propios, cada año "
                  "(12-31) o una vez (2026-06-05): [chile, 12-31]"},
            s.holidays);
    v.field(
        Field{
            "weekly_hours",
            "Jornada semanal legal desde cada fecha, la primera de ellas desde el comienzo; las horas directas de todo "
            "el personal son las de la primera, y cambian en proporción",
            positive},
        s.weekly_hours);
}

template <class V>
void describe(V& v, Population& s) {
    v.field(Field{"potential", "Población potencial, empresas", {0, 1e9}}, s.potential);
    v.field(Field{"target", "Población objetivo, empresas", {0, 1e9}}, s.target);
}

template <class V>
void describe(V& v, PlannedComponent& s) {
    v.field(Field{"name", "Nombre del componente en la ficha"}, s.name);
    v.field(Field{"unit", "Unidad de medida de producción"}, s.unit);
    v.field(Field{"spending", "Gasto estimado del primer año", not_negative}, s.spending);
    v.field(Field{"production", "Producción estimada del primer año", {0, 1e12}}, s.production);
}

template <class V>
void describe(V& v, Plan& s) {
    v.field(Field{"price_year", "Año de los pesos de la ficha; 0: el primero que se mide", {0, 2100}}, s.price_year);
    v.section(Field{"attention", "Componente 1"}, s.attention);
    v.section(Field{"advisory", "Componente 2"}, s.advisory);
    v.section(Field{"alliances", "Componente 3"}, s.alliances);
    v.field(Field{"administration", "Gasto administrativo estimado del primer año", not_negative}, s.administration);
    v.field(Field{"beneficiaries", "Población beneficiaria por año", {0, 1e9}}, s.beneficiaries);
    v.field(Field{"survival_t2", "Indicador de propósito del primer año: parte que sobrevive en t+2", share},
            s.survival_t2);
    v.field(Field{"sales_up_t1", "Indicador complementario del primer año: parte que aumenta sus ventas en t+1", share},
            s.sales_up_t1);
}

template <class V>
void describe(V& v, Demand& s) {
    v.field(
        Field{"arrivals", "Empresas que se espera que lleguen en el primer año, en todo el país", {0, 1e8}, required},
        s.arrivals);
    v.field(Field{"growth", "Crecimiento cada 1 de enero; 1.05: 5 % más", growth_factor}, s.growth);
    v.field(Field{"month_factors", "Doce factores por día hábil, de enero a diciembre; solo cuenta su proporción",
                  relative},
            s.month_factors);
    v.field(Field{"weekday_factors", "Siete factores, de lunes a domingo; solo cuenta su proporción", relative},
            s.weekday_factors);
    v.field(Field{"hour_factors",
                  "Veinticuatro factores, uno por hora desde medianoche; solo cuentan las horas del día de atención",
                  relative},
            s.hour_factors);
    v.field(Field{"day_cv", "Coeficiente de variación de un factor Gamma por oficina y día", {0, 3}}, s.day_cv);
    v.field(
        Field{"year_cv", "Coeficiente de variación de un factor Gamma por año, igual para todas las oficinas", {0, 1}},
        s.year_cv);
    v.field(Field{"finite_population",
                  "La demanda baja a medida que ha llegado la población potencial de la región; nunca llegan más de "
                  "las que hay"},
            s.finite_population);
    v.field(Field{"renewal", "Parte de las que ya llegaron que empresas nuevas reemplazan cada 1 de enero", share},
            s.renewal);
    v.field(Field{"returning",
                  "Probabilidad de que quien se fue sin plan vuelva a la atención, cada vez que se va",
                  {0, 0.95}},
            s.returning);
    v.field(Field{"max_returns", "Veces que una empresa vuelve como máximo; none: sin límite", {0, 10'000}},
            s.max_returns);
    v.field(Field{"returns_after", "Desde que se fue hasta que vuelve"}, s.returns_after);
}

template <class V>
void describe(V& v, Enterprises& s) {
    v.field(Field{"informal", "Parte informal de quienes llegan", share}, s.informal);
    v.field(Field{"cooperative", "Parte de cooperativas", share}, s.cooperative);
    v.field(Field{"persons", "Personas que acuden por empresa, en promedio", {1, 50}}, s.persons);
    v.field(Field{"committed_to_formalise", "Parte de las informales con compromiso de formalizarse", share},
            s.committed_to_formalise);
    v.field(Field{"agri_rural", "Parte silvoagropecuaria en territorio rural", share}, s.agri_rural);
    v.field(Field{"agri_elsewhere", "Parte silvoagropecuaria en otro territorio", share}, s.agri_elsewhere);
    v.field(Field{"attended_sector", "Parte en rubros que el programa atiende", share}, s.attended_sector);
    v.field(Field{"sales_median", "Mediana de las ventas anuales (lognormales)", sales_a_year}, s.sales_median);
    v.field(Field{"sales_limit", "Monto al que se refiere sales_above", sales_a_year}, s.sales_limit);
    v.field(Field{"sales_above", "Parte con ventas sobre sales_limit; con 0 todas venden sales_median", {0, 0.49}},
            s.sales_above);
    v.field(Field{"sustainability_mean", "Media de la sostenibilidad latente, puntos", points}, s.sustainability_mean);
    v.field(Field{"sustainability_sd", "Desviación estándar de la sostenibilidad latente", {0.001, 1000}},
            s.sustainability_sd);
}

template <class V>
void describe(V& v, Region& s) {
    v.field(Field{"name", "Nombre", anything, required}, s.name);
    v.field(Field{"order", "Orden de norte a sur", {0, 1000}}, s.order);
    v.field(Field{"population", "Habitantes", {0, 1e9}}, s.population);
    v.field(Field{"female", "Parte de empresas de mujeres", share}, s.female);
    v.field(Field{"legal_entity", "Parte de personas jurídicas", share}, s.legal_entity);
    v.field(Field{"urban", "Parte urbana de lo no rural", share}, s.urban);
    v.field(Field{"mixed", "Parte mixta de lo no rural", share}, s.mixed);
}

template <class V>
void describe(V& v, Centre& s) {
    v.field(Field{"name", "Nombre", anything, required}, s.name);
    v.field(Field{"region", "Clave de su región", anything, required}, s.region);
    v.field(Field{"weight", "Peso de su demanda (con sus satélites)", {0, 1e9}, required}, s.weight);
    v.field(Field{"opens", "Primer día que trabaja; none: desde siempre"}, s.opens);
    v.field(Field{"closes",
                  "Primer día que ya no trabaja: quien espera en él se va y los planes en curso con sus "
                  "asesores se abandonan; none: nunca"},
            s.closes);
}

template <class V>
void describe(V& v, Satellite& s) {
    v.field(Field{"name", "Nombre", anything, required}, s.name);
    v.field(Field{"parent", "Identificador del centro principal del que depende", {1, 65534}, required}, s.parent);
    v.field(Field{"visiting_days", "Días por semana que abre, en el primer año", {1, 7}, required}, s.visiting_days);
    v.field(Field{"advisors", "Asesores propios; 0: viajan los del centro", {0, 1000}}, s.advisors);
    v.field(Field{"own_list", "Lista de espera propia, con su parte de los cupos del centro"}, s.own_list);
    v.field(Field{"complexity", "Clave de su tipo de complejidad en network.complexities; none: ninguna"},
            s.complexity);
    v.field(Field{"opens", "Primer día que trabaja; none: desde siempre"}, s.opens);
    v.field(Field{"closes",
                  "Primer día que ya no trabaja: quien espera en él se va y los planes en curso con sus "
                  "asesores se abandonan; none: nunca"},
            s.closes);
}

template <class V>
void describe(V& v, Complexity& s) {
    v.field(Field{"travel", "Veces las horas de viaje de los demás satélites", {0, 100}}, s.travel);
    v.field(Field{"cost", "Veces el costo anual de los demás satélites", {0, 100}}, s.cost);
    v.field(Field{"no_show", "Veces la inasistencia de las demás empresas; a lo más se llega a 0,95", {0, 100}},
            s.no_show);
    v.field(Field{"hybrid", "Sus empresas pueden estar en grupos de otros centros (work_plan.group.reach)"}, s.hybrid);
}

template <class V>
void describe(V& v, Network& s) {
    v.field(Field{"rural_share", "Parte rural de la demanda de un centro; la atienden sus satélites", share},
            s.rural_share);
    v.keyed(Field{"regions", "Regiones, por clave", anything, required}, s.regions);
    v.keyed(Field{"centres", "Centros principales, por identificador permanente", anything, required}, s.centres);
    v.keyed(Field{"complexities", "Tipos de complejidad de los satélites: distancia, conectividad"}, s.complexities);
    v.keyed(Field{"satellites", "Satélites, por identificador permanente"}, s.satellites);
}

template <class V>
void describe(V& v, Attention& s) {
    v.field(Field{"budget", "Presupuesto del componente 1 en el primer año", not_negative}, s.budget);
    v.field(Field{"budget_growth", "Crecimiento del presupuesto cada 1 de enero; 1.05: 5 % más", growth_factor},
            s.budget_growth);
    v.field(Field{"staff", "Personal de orientación en el primer año, jornadas completas", {0, 60'000}}, s.staff);
    v.field(Field{"staff_growth", "Crecimiento del personal cada 1 de enero; 1.05: 5 % más", growth_factor},
            s.staff_growth);
    v.field(Field{"annual_cost", "Costo anual de una jornada", not_negative}, s.annual_cost);
    v.field(Field{"other_costs", "Otros costos fijos del primer año; crecen con el presupuesto", not_negative},
            s.other_costs);
    v.field(Field{"direct_hours", "Horas de atención directa al año de una jornada", hours_of_a_year}, s.direct_hours);
    v.field(Field{"starts",
                  "Desde la apertura hasta que entra cada persona al mesón, por turno: [0 h, 3 h] alterna dos turnos",
                  {0, 86'399'999}},
            s.starts);
    v.field(Field{"always_open", "El mesón no cierra: staff personas, enteras, día y noche"}, s.always_open);
    v.field(Field{"overrun",
                  "Atención que pasaría del cierre: compensate (termina y se descuenta después), extra (termina y se "
                  "suma) o wait (espera a la apertura)"},
            s.overrun);
    v.field(Field{"cost", "Costo variable de una atención, al comenzar", not_negative}, s.cost);
    v.field(Field{"duration", "Duración de una atención", anything, required}, s.duration);
    v.field(Field{"patience", "Paciencia antes de la atención; none: esperan siempre"}, s.patience);
    v.field(
        Field{"room", "Quien llega a una oficina donde esperan tantas se va; por omisión, sin límite", {0, 1'000'000}},
        s.room);
}

template <class V>
void describe(V& v, Diagnosis& s) {
    v.field(Field{"share", "Parte de las atendidas que realiza diagnóstico", share}, s.share);
    v.field(Field{"duration", "Duración del diagnóstico, a continuación de la atención"}, s.duration);
    v.field(Field{"correlation", "Correlación entre los valores verdaderos de dos puntajes", {0, 0.999}},
            s.correlation);
    v.field(Field{"measurement_error", "Error de medición de cada puntaje (desviación estándar)", points},
            s.measurement_error);
}

template <class V>
void describe(V& v, Destination& s) {
    v.field(Field{"institution", "Institución a la que se deriva", anything, required}, s.institution);
}

template <class V>
void describe(V& v, Targeting& s) {
    v.field(Field{"pass_standard", "Estándar: puntaje compuesto mínimo", threshold}, s.pass_standard);
    v.field(Field{"high_cut", "Puntaje compuesto desde el cual el potencial es alto", threshold}, s.high_cut);
    v.field(Field{"problem_threshold", "Sostenibilidad latente bajo la cual la empresa presenta el problema", points},
            s.problem_threshold);
    v.field(Field{"criteria", "Criterios de focalización, en el orden en que se aplican"}, s.criteria);
    v.keyed(Field{"destinations",
                  "A dónde va quien no cumple un criterio, por criterio; sin decirlo, a «otra»; lo silvoagropecuario "
                  "rural, siempre a «INDAP»"},
            s.destinations);
}

template <class V>
void describe(V& v, WaitingList& s) {
    v.field(Field{"priority", "Regla de prioridad, cadena de reglas, o puntaje ponderado (aforo rules las explica)"},
            s.priority);
    v.field(Field{"reserves",
                  "Partes de las admisiones de un centro reservadas a grupos; quien es de varios cuenta en el primero",
                  share},
            s.reserves);
    v.field(
        Field{
            "unused_reserve",
            "Si nadie del grupo espera: release (el cupo es de cualquiera) o hold (quedan libres tantos cupos como le "
            "faltan a la reserva)"},
        s.unused_reserve);
    v.field(Field{"patience", "Paciencia en la lista; none: esperan siempre"}, s.patience);
    v.field(Field{"decline", "Probabilidad de rechazar un cupo ofrecido", share}, s.decline);
    v.field(
        Field{
            "room", "Quien califica en un centro donde esperan tantas se va; por omisión, sin límite", {0, 1'000'000}},
        s.room);
}

template <class V>
void describe(V& v, Advisory& s) {
    v.field(Field{"budget", "Presupuesto del componente 2 en el primer año", not_negative}, s.budget);
    v.field(Field{"budget_growth", "Crecimiento del presupuesto cada 1 de enero; 1.05: 5 % más", growth_factor},
            s.budget_growth);
    v.field(Field{"advisors", "Asesores en el primer año; cada año, personas enteras: 0.5 es una más", {0, 1e6}},
            s.advisors);
    v.field(Field{"advisors_growth", "Crecimiento de los asesores cada 1 de enero; 1.05: 5 % más", growth_factor},
            s.advisors_growth);
    v.field(Field{"advisors_at_least", "Asesores que tiene cada centro como mínimo", {0, 1e4}}, s.advisors_at_least);
    v.field(Field{"allocation", "Reparto de asesores entre centros: demand (según demanda) o equal (por igual)"},
            s.allocation);
    v.field(Field{"changes", "Contrataciones y salidas a mitad de año, por centro"}, s.changes);
    v.field(Field{"ramp_up",
                  "Desde la contratación hasta la cartera completa, en meses enteros; se van primero los últimos",
                  {0, 86'400'000.0 * 3660}},
            s.ramp_up);
    v.field(
        Field{
            "slot_cut",
            "Planes que sobran si salen asesores: finish (terminan, con los que quedan; sin ninguno quedan truncos) o "
            "return_to_list (vuelven a la lista)"},
        s.slot_cut);
    v.field(Field{"staffing",
                  "Asesores: fixed (los que se indican) o funded (los que paga el presupuesto cada 1 de enero, tras "
                  "satélites, otros costos y los planes de planned_admissions)"},
            s.staffing);
    v.field(
        Field{"planned_admissions", "Con staffing: funded, admisiones que se planifican en el primer año", {0, 1e8}},
        s.planned_admissions);
    v.field(Field{"planned_admissions_growth", "Crecimiento de planned_admissions cada 1 de enero; 1.05: 5 % más",
                  growth_factor},
            s.planned_admissions_growth);
    v.field(Field{"annual_cost", "Costo anual de un asesor", not_negative}, s.annual_cost);
    v.field(Field{"other_costs", "Otros costos fijos del primer año; crecen con el presupuesto", not_negative},
            s.other_costs);
    v.field(Field{"direct_hours", "Horas de asesoría directa al año de un asesor", hours_of_a_year}, s.direct_hours);
    v.field(Field{"unlimited_hours", "Las horas de agenda no limitan"}, s.unlimited_hours);
    v.field(Field{"caseload", "Cupos por asesor", {.low = 0, .high = 1e4, .is_norm = true}}, s.caseload);
    v.field(Field{"plan_cost", "Costo variable de un plan de trabajo, al admitir", not_negative}, s.plan_cost);
    v.field(Field{"satellite_cost", "Costo anual de un satélite con los días de visita del primer año", not_negative},
            s.satellite_cost);
    v.field(Field{"travel", "Horas de viaje de un asesor por satélite y día de visita", hours_of_a_year}, s.travel);
    v.field(
        Field{"satellite_growth",
              "Crecimiento de los días de visita, y de lo que cuestan, cada 1 de enero; 1.05: 5 % más", growth_factor},
        s.satellite_growth);
}

template <class V>
void describe(V& v, GroupTraining& s) {
    v.field(Field{"sessions", "Sesiones del plan que se dan en grupo, las primeras", {0, 200}}, s.sessions);
    v.field(Field{"size", "Empresas que hacen un grupo", {1, 1000}}, s.size);
    v.field(Field{"length", "Duración de una capacitación, de un asesor para todas", not_negative}, s.length);
    v.field(Field{"gather", "El grupo se reúne a más tardar así de tiempo después de que su primera empresa lo pidió",
                  not_negative},
            s.gather);
    v.field(Field{"reach", "De dónde se junta un grupo: centre, region o programme (híbrida)"}, s.reach);
}

template <class V>
void describe(V& v, WorkPlan& s) {
    v.field(Field{"sessions", "Sesiones de un plan de trabajo; o por banda: {low: …, medium: …, high: …}",
                  {.low = 1, .high = 200, .is_whole = true, .is_norm = true}},
            s.sessions);
    v.field(Field{"session", "Duración de una sesión"}, s.session);
    v.field(Field{"first_session", "Desde la admisión hasta la primera sesión"}, s.first_session);
    v.field(Field{"spacing", "Desde una sesión hasta la siguiente"}, s.spacing);
    v.field(Field{"no_show", "Probabilidad de inasistencia a una sesión", {0, 0.95}}, s.no_show);
    v.field(Field{"dropout",
                  "Probabilidad de abandonar un plan que hace todas sus sesiones, repartida entre ellas salvo la "
                  "última; o por "
                  "banda",
                  {0, 0.999}},
            s.dropout);
    v.field(
        Field{"dropout_wait_month", "Cuánto más se abandona por cada mes esperado por el cupo (proporción)", {0, 10}},
        s.dropout_wait_month);
    v.section(
        Field{"group",
              "Capacitaciones grupales, que reemplazan las primeras sesiones; un grupo se busca cuando toca la sesión"},
        s.group);
    v.field(Field{"stay", "En vez de sesiones: duración del plan completo; none: por sesiones"}, s.stay);
}

template <class V>
void describe(V& v, Graduation& s) {
    v.field(Field{"rule", "Cuándo egresa: complete (todas las sesiones), share (una parte), hours u months (un tope)"},
            s.rule);
    v.field(Field{"share",
                  "Parte de las sesiones con que egresa, hacia arriba a sesiones enteras (rule: share)",
                  {.low = 0, .high = 1, .above_low = true}},
            s.share);
    v.field(
        Field{"cap",
              "Horas asistidas, o tiempo desde la admisión, que bastan: egresa en la sesión en que se cumplen (rule: "
              "hours, months)",
              not_negative},
        s.cap);
    v.field(Field{"repeat", "Probabilidad de que una egresada pida otro plan", share}, s.repeat);
    v.field(Field{"cooldown", "Tiempo desde el egreso hasta pedir otro plan"}, s.cooldown);
    v.field(Field{"max_plans", "Planes de trabajo por empresa como máximo", {1, 100}}, s.max_plans);
}

template <class V>
void describe(V& v, SalesOutcome& s) {
    v.field(Field{"intercept", "Crecimiento medio de las ventas en t+1, sin programa", effect_size}, s.intercept);
    v.field(Field{"slope", "Más crecimiento por desviación estándar de sostenibilidad", effect_size}, s.slope);
    v.field(Field{"effect", "Más crecimiento por un plan con todas sus sesiones", effect_size}, s.effect);
    v.field(Field{"sd", "Desviación estándar del crecimiento", {.low = 0, .high = 1e6, .above_low = true}}, s.sd);
    v.field(Field{"threshold", "Crecimiento desde el cual las ventas aumentan", effect_size}, s.threshold);
}

template <class V>
void describe(V& v, SurvivalOutcome& s) {
    v.field(Field{"intercept", "Logit de que ocurra, sin programa", effect_size}, s.intercept);
    v.field(Field{"slope", "Más logit por desviación estándar de sostenibilidad", effect_size}, s.slope);
    v.field(Field{"effect", "Más logit por un plan con todas sus sesiones", effect_size}, s.effect);
}

template <class V>
void describe(V& v, Outcomes& s) {
    v.section(Field{"sales", "Ventas en el año siguiente al egreso"}, s.sales);
    v.section(Field{"survival", "Sobrevivencia al segundo año tras el egreso"}, s.survival);
    const auto epg = [&](EpgOutcome o) -> SurvivalOutcome& { return s.epg[static_cast<std::size_t>(o)]; };
    v.section(Field{"profits", "Aumentan sus utilidades en t+1 (logit; por omisión, nunca)"}, epg(EpgOutcome::profits));
    v.section(Field{"first_invoice", "Emiten su primera factura en t+1; solo las informales"},
              epg(EpgOutcome::first_invoice));
    v.section(Field{"formalisation", "Se formalizan en t+1; solo las informales"}, epg(EpgOutcome::formalisation));
    v.section(Field{"jobs", "Generan empleo en t+1"}, epg(EpgOutcome::jobs));
    v.section(Field{"financing", "Obtienen financiamiento en t+1"}, epg(EpgOutcome::financing));
    v.section(Field{"admin_problems", "Resuelven problemas administrativos o contables en t+1"},
              epg(EpgOutcome::admin_problems));
    v.section(Field{"new_markets", "Entran a nuevos mercados en t+1"}, epg(EpgOutcome::new_markets));
    v.section(Field{"new_products", "Ofrecen nuevos productos en t+1"}, epg(EpgOutcome::new_products));
}

template <class V>
void describe(V& v, Alliances& s) {
    v.field(Field{"budget", "Presupuesto del componente 3 en el primer año", not_negative}, s.budget);
    v.field(Field{"budget_growth", "Crecimiento del presupuesto cada 1 de enero; 1.05: 5 % más", growth_factor},
            s.budget_growth);
    v.field(Field{"coordinators", "Coordinadores en el primer año, en partes iguales por centro", {0, 1e6}},
            s.coordinators);
    v.field(
        Field{"coordinators_growth", "Crecimiento de los coordinadores cada 1 de enero; 1.05: 5 % más", growth_factor},
        s.coordinators_growth);
    v.field(Field{"annual_cost", "Costo anual de un coordinador", not_negative}, s.annual_cost);
    v.field(Field{"other_costs", "Otros costos fijos del primer año; crecen con el presupuesto", not_negative},
            s.other_costs);
    v.field(Field{"direct_hours", "Horas al año de un coordinador para vinculaciones", hours_of_a_year},
            s.direct_hours);
    v.field(Field{"linkages", "Vinculaciones que inicia un coordinador al año", {0, 1e4}}, s.linkages);
    v.field(Field{"hours", "Horas de coordinador por vinculación", hours_of_work}, s.hours);
    v.field(Field{"duration", "Desde que la vinculación se trabaja hasta su resultado"}, s.duration);
    v.field(Field{"demand_effect",
                  "Cuánto crece la demanda de su centro por un año con cada alianza realizada (proporción)",
                  {0, 1}},
            s.demand_effect);
    v.field(Field{"training_effect",
                  "Cuántas empresas más admite un grupo de su centro por un año con cada alianza realizada",
                  {0, 100}},
            s.training_effect);
    v.field(Field{"success", "Probabilidad de que la alianza se realice", share}, s.success);
    v.field(Field{"cost", "Costo de una alianza realizada", not_negative}, s.cost);
}

template <class V>
void describe(V& v, Administration& s) {
    v.field(Field{"budget", "Presupuesto de administración en el primer año", not_negative}, s.budget);
    v.field(Field{"budget_growth", "Crecimiento del presupuesto cada 1 de enero; 1.05: 5 % más", growth_factor},
            s.budget_growth);
    v.field(Field{"share", "Gasto administrativo como parte del gasto total", {0, 0.99}}, s.share);
    v.field(Field{"other_costs", "Gasto administrativo fijo del primer año, además de share; crece con el presupuesto",
                  not_negative},
            s.other_costs);
    v.field(Field{"cap", "Tope del gasto administrativo como parte del total: se vigila, no se impone", share}, s.cap);
}

template <class V>
void describe(V& v, Freeze& s) {
    v.field(Field{"component", "Componente: attention, advisory o alliances", anything, required}, s.component);
    v.field(Field{"from", "Primer día sin compromisos nuevos: 10-01 (cada año) o 2026-10-01", anything, required},
            s.from);
    v.field(Field{"until", "Último día sin compromisos nuevos; none: hasta fin de año"}, s.until);
}

template <class V>
void describe(V& v, Transfer& s) {
    v.field(Field{"from", "Componente que da: attention, advisory, alliances o administration", anything, required},
            s.from);
    v.field(Field{"to", "Componente que recibe", anything, required}, s.to);
    v.field(Field{"at_most", "A lo más esta parte del presupuesto de quien da", share}, s.at_most);
    v.field(Field{"on", "Día: 10-01 (cada año) o 2026-10-01", anything, required}, s.on);
}

template <class V>
void describe(V& v, Funding& s) {
    v.field(Field{"release",
                  "Partes del dinero variable que se liberan cada trimestre, [0.20, 0.25, 0.25, 0.30]; none: todo el 1 "
                  "de enero",
                  share},
            s.release);
    v.keyed(Field{"freezes",
                  "Congelamientos, por nombre: sin compromisos variables nuevos, tampoco los que no cuestan nada"},
            s.freezes);
    v.keyed(Field{"transfers",
                  "Traspasos de lo disponible entre componentes, por nombre; los de un mismo día, en orden alfabético"},
            s.transfers);
    v.field(Field{"at_exhaustion",
                  "Cuando se acaba el dinero: hold (se espera), stop (nada más hasta el año siguiente) u overrun (se "
                  "gasta de más y se registra); lo congelado y lo que aún no se libera se espera siempre"},
            s.at_exhaustion);
    v.field(Field{"plan_payment",
                  "Pago de un plan: at_admission, o halves (todo se compromete al admitir; mitad se paga entonces y "
                  "mitad al terminar)"},
            s.plan_payment);
    v.field(
        Field{"dropout_return", "Quien abandona, o cuyo plan se corta, devuelve la parte de las sesiones que no usó"},
        s.dropout_return);
    v.field(Field{"pool", "Dinero variable del componente 2: national, o by_centre (partes según demanda)"}, s.pool);
    v.field(
        Field{"index", "Índice de precios, factor cada 1 de enero: da pesos nominales; 1.03: 3 % más", growth_factor},
        s.index);
}

template <class V>
void describe(V& v, Target& s) {
    v.field(Field{"measure", "Medida que debe dar la cifra (aforo run --definitions las explica)", anything, required},
            s.measure);
    v.field(Field{"id", "De qué: un componente, una región, una oficina, un grupo; sin decirlo, del programa"}, s.id);
    v.field(Field{"among", "La medida como parte de su suma en estos: [band=medium, band=high]"}, s.among);
    v.field(Field{"year", "Año; 0: el primero que se mide, y no puede ser otro", {0, 2100}}, s.year);
    v.field(Field{"figure", "La cifra: la clave que la dice (plan.attention.production), o el número con su unidad",
                  anything, required},
            s.figure);
    v.field(
        Field{"tolerance",
              "A qué distancia basta, en la unidad de la medida; nunca menos de media unidad de la última cifra que "
              "se imprime",
              {0, 1e12}},
        s.tolerance);
    v.field(Field{"below",
                  "Tantas desviaciones estándar entre réplicas bajo la cifra se apunta, y no se la pasa: un gasto bajo "
                  "su presupuesto",
                  {0, 10}},
            s.below);
    v.field(Field{"definition", "Lo que define, si no es una cifra publicada: la mitad de quienes califican"},
            s.definition);
    v.field(Field{"tied", "Meta de la que sale por aritmética: se muestra, y no se cuenta de nuevo"}, s.tied);
}

template <class V>
void describe(V& v, Calibration& s) {
    v.field(Field{"free", "Claves que se ajustan, cada una entre los extremos de su range"}, s.free);
    v.keyed(Field{"targets", "Cifras del primer año que deben dar, por nombre"}, s.targets);
}

template <class V>
void describe(V& v, About& s) {
    v.field(Field{"author", "Quién responde por el escenario"}, s.author);
    v.field(Field{"date", "Fecha de esta versión: 2026-04-26; none: no se dice"}, s.date);
    v.field(Field{"status", "Estado: draft (borrador) u official (oficial); none: no se dice"}, s.status);
    v.field(Field{"reason", "Por qué se hizo"}, s.reason);
}

template <class V>
void describe(V& v, Scenario& s) {
    v.field(Field{"name", "Nombre del escenario", anything, required}, s.name);
    v.field(Field{"description", "Qué pregunta responde"}, s.description);
    v.section(Field{"about", "Autor, fecha, estado y motivo; no se heredan, y no cambian ningún resultado"}, s.about);
    v.field(Field{"compare_with",
                  "Con qué se compara y qué se afirma que resulta; no se hereda, y no cambia ningún resultado"},
            s.compare_with);
    v.keyed(Field{"sources", "Fuentes de los números"}, s.sources);
    v.section(Field{"horizon", "Años que se simulan", anything, required}, s.horizon);
    v.section(Field{"experiment", "Réplicas y semilla"}, s.experiment);
    v.section(Field{"calendar", "Calendario hábil"}, s.calendar);
    v.section(Field{"population", "Poblaciones de la ficha"}, s.population);
    v.section(Field{"plan", "Lo que la ficha publica; se imprime al lado, no entra en la simulación"}, s.plan);
    v.section(Field{"demand", "Demanda", anything, required}, s.demand);
    v.section(Field{"enterprises", "Cómo son las empresas que llegan"}, s.enterprises);
    v.section(Field{"network", "Regiones, centros y satélites", anything, required}, s.network);
    v.section(Field{"attention", "Componente 1: atención, información y derivación", anything, required}, s.attention);
    v.section(Field{"diagnosis", "Diagnóstico"}, s.diagnosis);
    v.section(Field{"targeting", "Focalización"}, s.targeting);
    v.section(Field{"waiting_list", "Lista de espera por un cupo de asesoría"}, s.waiting_list);
    v.section(Field{"advisory", "Componente 2: asesoría"}, s.advisory);
    v.section(Field{"work_plan", "Plan de trabajo"}, s.work_plan);
    v.section(Field{"graduation", "Egreso y reingreso"}, s.graduation);
    v.section(Field{"outcomes", "Resultados tras el egreso"}, s.outcomes);
    v.section(Field{"alliances", "Componente 3: alianzas"}, s.alliances);
    v.section(Field{"administration", "Administración"}, s.administration);
    v.section(Field{"funding", "Cómo llega y se gasta el dinero del año"}, s.funding);
    v.section(Field{"calibration", "Qué ajusta aforo calibrate, y a qué; no cambia ningún resultado"}, s.calibration);
}

}  // namespace aforo::scenario
