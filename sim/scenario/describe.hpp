// The table of the scenario language: every key with its meaning, its domain and the member that it fills. Readers,
// writers and documents all walk this table with a visitor `v`:
//   v.field(Field, member)    a value: number, quantity, text, list, distribution
//   v.section(Field, member)  a group of keys, described by an overload below
//   v.keyed(Field, map)       a group for each key of a map: regions, centres
// To add a key, add a line here and a member in scenario.hpp.
#pragma once

#include <limits>

#include "aforo/core/language.hpp"
#include "aforo/scenario/scenario.hpp"

namespace aforo::scenario {

// The values that a number may take, in the unit of its member (ms for durations, pesos for money).
struct Domain {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool above_low = false;  // low itself is excluded
    bool in_hours = false;   // a duration written in hours, however many: 1200 h of work are not 50 days
    // What the user meant by writing 5 %, which is not accepted: 0.05, 5 points, or growth by a factor of 1.05.
    enum class Percent { part, points, growth } percent = Percent::part;
    bool is_whole = false;  // for a member that could hold a fraction
    bool is_norm = false;   // a rule of the programme, such as a caseload, rather than an amount
};
inline constexpr Domain anything{};
inline constexpr Domain share{0, 1};
inline constexpr Domain not_negative{0};
inline constexpr Domain positive{.low = 0, .above_low = true};
inline constexpr Domain relative{0, 1e6};  // only proportions count
inline constexpr Domain a_year{1990, 2100};
inline constexpr Domain hours_of_work{.low = 0, .in_hours = true};
inline constexpr Domain hours_of_a_year{.low = 0, .high = 8784 * 3'600'000.0, .in_hours = true};
inline constexpr Domain effect_size{-1e6, 1e6};  // on a logit or a growth; larger values change nothing more
inline constexpr Domain a_threshold{.low = 0, .high = 3650 * 86'400'000.0};  // ten years
inline constexpr Domain sales_a_year{.low = 0, .high = 1e12, .above_low = true};
inline constexpr Domain points{.low = 0, .high = 100, .percent = Domain::Percent::points};
inline constexpr Domain threshold{.low = 0, .high = 101, .percent = Domain::Percent::points};  // 101: nobody reaches it
inline constexpr Domain correlation{-1, 1};
// A yearly factor outside 0.1 to 10 was surely meant as a percentage.
inline constexpr Domain growth_factor{.low = 0.1, .high = 10, .percent = Domain::Percent::growth};
inline constexpr Domain growth_factor_or_none{.low = 0, .high = 10, .percent = Domain::Percent::growth};

struct Field {
    const char* key;
    core::Text name = {};     // for people; {} stands for the name of the enclosing group
    core::Text meaning = {};  // for planners
    Domain domain = anything;
    bool required = false;
    core::Text one = {};             // of keyed: the name of one element; {} stands for that element's own name
    const char* formerly = nullptr;  // an older word for the key, which still reads
};
inline constexpr bool required = true;

template <class V>
void describe(V& v, Source& s) {
    v.field(Field{"title",
                  {"título de la fuente {}", "title of the source {}"},
                  {"Título de la fuente", "Title of the source"},
                  anything,
                  required},
            s.title);
    v.field(Field{"url",
                  {"dirección de la fuente {}", "address of the source {}"},
                  {"Dirección de la fuente", "Address of the source"}},
            s.url);
}

template <class V>
void describe(V& v, Horizon& s) {
    v.field(Field{"first_year",
                  {"primer año", "first year"},
                  {"Primer año que se mide; año base de todo crecimiento",
                   "First year that is measured; base year of all growth"},
                  a_year,
                  required},
            s.first_year);
    v.field(Field{"last_year",
                  {"último año", "last year"},
                  {"Último año que se mide", "Last year that is measured"},
                  a_year,
                  required},
            s.last_year);
    v.field(Field{"run_in_years",
                  {"años de arranque", "run-in years"},
                  {"Años que se simulan antes, desde vacío, sin medir",
                   "Years simulated before, from empty, without measuring"},
                  {0, 30}},
            s.run_in_years);
    v.field(
        Field{"run_in_growth",
              {"crecimiento antes del primer año", "growth before the first year"},
              {"Factor anual con que llegaron al primer año la demanda, el personal y el presupuesto, sea cual sea "
               "su crecimiento después; 0: cada uno con el suyo",
               "Yearly factor by which demand, staff and budget came to the first year, whatever they grow by after "
               "it; 0: each by its own"},
              growth_factor_or_none},
        s.run_in_growth);
}

template <class V>
void describe(V& v, Experiment& s) {
    v.field(Field{"seed",
                  {"semilla", "seed"},
                  {"Semilla de los números aleatorios", "Seed of the random numbers"},
                  not_negative},
            s.seed);
    v.field(Field{"replications", {"réplicas", "replications"}, {"Réplicas", "Replications"}, {1, 1e6}},
            s.replications);
    v.field(
        Field{
            "groups",
            {"grupos en los resultados", "groups in results"},
            {"Grupos que los flujos cuentan además, de quienes están en todos: [[informal, women]]; cada sexo en cada "
             "territorio está siempre",
             "Groups that flows count besides, of those who are in all: [[informal, women]]; each sex in each "
             "territory is always there"}},
        s.groups);
}

template <class V>
void describe(V& v, Calendar& s) {
    v.field(Field{"weekdays",
                  {"días de atención", "days of attention"},
                  {"Días de la semana en que se atiende", "Days of the week on which enterprises are served"}},
            s.weekdays);
    v.field(Field{"opens",
                  {"hora de apertura", "opening hour"},
                  {"Hora de apertura, desde medianoche", "Opening hour, from midnight"},
                  {0, 86'399'999}},
            s.opens);
    v.field(Field{"day",
                  {"duración del día de llegadas", "length of the day of arrivals"},
                  {"Duración del día en que llegan empresas", "Length of the day in which enterprises come"},
                  {60'000, 86'400'000}},
            s.day);
    v.field(Field{"holidays",
                  {"feriados", "holidays"},
                  {"Feriados: none, chile (los nacionales, por ley), o una lista de chile y de días propios, cada año "
                   "(12-31) o una vez (2026-06-05): [chile, 12-31]",
                   "Holidays: none, chile (the national ones, by law), or a list of chile and of days of its own, "
                   "every year (12-31) or once (2026-06-05): [chile, 12-31]"}},
            s.holidays);
    v.field(Field{"weekly_hours",
                  {"jornada semanal legal", "legal working week"},
                  {"Jornada semanal legal desde cada fecha, la primera de ellas desde el comienzo; las horas directas "
                   "de todo el personal son las de la primera, y cambian en proporción",
                   "Legal working week from each date on, the first of them from the beginning; the direct hours of "
                   "all staff are those of the first, and change in proportion"},
                  positive},
            s.weekly_hours);
}

template <class V>
void describe(V& v, Population& s) {
    v.field(Field{"potential",
                  {"población potencial", "potential population"},
                  {"Población potencial, empresas", "Potential population, enterprises"},
                  {0, 1e9}},
            s.potential);
    v.field(Field{"target",
                  {"población objetivo", "target population"},
                  {"Población objetivo, empresas", "Target population, enterprises"},
                  {0, 1e9}},
            s.target);
}

template <class V>
void describe(V& v, PlannedComponent& s) {
    v.field(Field{"name",
                  {"nombre de {} en la ficha", "name of {} in the sheet"},
                  {"Nombre del componente en la ficha", "Name of the component in the sheet"}},
            s.name);
    v.field(Field{"unit",
                  {"unidad de {} en la ficha", "unit of {} in the sheet"},
                  {"Unidad de medida de producción", "Unit of measure of its production"}},
            s.unit);
    v.field(Field{"spending",
                  {"gasto planificado de {}", "planned spending of {}"},
                  {"Gasto estimado del primer año", "Estimated spending of the first year"},
                  not_negative},
            s.spending);
    v.field(Field{"production",
                  {"producción planificada de {}", "planned production of {}"},
                  {"Producción estimada del primer año", "Estimated production of the first year"},
                  {0, 1e12}},
            s.production);
}

template <class V>
void describe(V& v, Plan& s) {
    v.field(Field{"price_year",
                  {"año de los pesos", "year of the pesos"},
                  {"Año de los pesos de la ficha; 0: el primero que se mide",
                   "Year of the pesos of the sheet; 0: the first that is measured"},
                  {0, 2100}},
            s.price_year);
    v.section(Field{"attention", {"atención", "attention"}, {"Componente 1", "Component 1"}}, s.attention);
    v.section(Field{"advisory", {"asesoría", "advisory"}, {"Componente 2", "Component 2"}}, s.advisory);
    v.section(Field{"alliances", {"alianzas", "alliances"}, {"Componente 3", "Component 3"}}, s.alliances);
    v.field(
        Field{"administration",
              {"gasto administrativo planificado", "planned administrative spending"},
              {"Gasto administrativo estimado del primer año", "Estimated administrative spending of the first year"},
              not_negative},
        s.administration);
    v.field(Field{"beneficiaries",
                  {"beneficiarios planificados", "planned beneficiaries"},
                  {"Población beneficiaria por año", "Beneficiary population by year"},
                  {0, 1e9}},
            s.beneficiaries);
    v.field(Field{"survival_t2",
                  {"sobrevivencia planificada en t+2", "planned survival at t+2"},
                  {"Indicador de propósito del primer año: parte que sobrevive en t+2",
                   "Indicator of purpose of the first year: part that survives at t+2"},
                  share},
            s.survival_t2);
    v.field(Field{"sales_up_t1",
                  {"aumento de ventas planificado en t+1", "planned rise of sales at t+1"},
                  {"Indicador complementario del primer año: parte que aumenta sus ventas en t+1",
                   "Complementary indicator of the first year: part whose sales rise at t+1"},
                  share},
            s.sales_up_t1);
}

template <class V>
void describe(V& v, OfficeDemand& s) {
    v.field(
        Field{"month_factors",
              {"factores de cada mes de {}", "factors of each month of {}"},
              {"Doce factores de su parte de la demanda, de enero a diciembre; solo cuenta su proporción con los de "
               "las demás oficinas ese mes",
               "Twelve factors of its share of demand, January to December; only their proportion to those of the "
               "other offices in that month counts"},
              relative,
              required},
        s.month_factors);
}

template <class V>
void describe(V& v, Data& s) {
    v.field(Field{"arrivals",
                  {"archivo de llegadas", "file of arrivals"},
                  {"Llegadas observadas, por mes o por día y por oficina o en total: de ahí salen demand.arrivals, "
                   "month_factors, weekday_factors y offices",
                   "Observed arrivals, by month or by day and by office or in all: demand.arrivals, month_factors, "
                   "weekday_factors and offices come from it"}},
            s.arrivals);
    v.field(Field{"centres",
                  {"archivo de centros", "file of centres"},
                  {"Pesos y asesores de los centros: network.centres.*.weight y advisory.advisors",
                   "Weights and advisors of the centres: network.centres.*.weight and advisory.advisors"}},
            s.centres);
    v.field(Field{"durations",
                  {"archivo de duraciones", "file of durations"},
                  {"Duraciones observadas de cualquier clave que toma una distribución: empirical",
                   "Observed durations of any key that takes a distribution: empirical"}},
            s.durations);
    v.field(Field{"budget",
                  {"archivo de presupuesto", "file of budgets"},
                  {"Presupuesto de cada componente y año: budget y budget_growth",
                   "Budget of each component and year: budget and budget_growth"}},
            s.budget);
    v.field(
        Field{"published",
              {"archivo de cifras publicadas", "file of published figures"},
              {"Cifras publicadas que se imprimen al lado: plan", "Published figures that are printed beside: plan"}},
        s.published);
    v.field(Field{"executed",
                  {"archivo de meses ejecutados", "file of executed months"},
                  {"Lo que se hizo y se gastó en los meses que ya pasaron: executed, y asesores y orientadores como "
                   "exceptions",
                   "What was done and spent in the months that are over: executed, and advisors and orientation staff "
                   "as exceptions"}},
            s.executed);
}

template <class V>
void describe(V& v, Demand& s) {
    v.field(Field{"arrivals",
                  {"empresas que llegan", "enterprises that come"},
                  {"Empresas que se espera que lleguen en el primer año, en todo el país",
                   "Enterprises expected to come in the first year, in the whole country"},
                  {0, 1e8},
                  required},
            s.arrivals);
    v.field(Field{"growth",
                  {"crecimiento de la demanda", "growth of demand"},
                  {"Crecimiento cada 1 de enero; 1.05: 5 % más", "Growth each 1 January; 1.05: 5 % more"},
                  growth_factor},
            s.growth);
    v.field(Field{"month_factors",
                  {"factores de cada mes", "factors of each month"},
                  {"Doce factores por día hábil, de enero a diciembre; solo cuenta su proporción",
                   "Twelve factors by working day, January to December; only their proportion counts"},
                  relative},
            s.month_factors);
    v.field(Field{"weekday_factors",
                  {"factores de cada día de la semana", "factors of each day of the week"},
                  {"Siete factores, de lunes a domingo; solo cuenta su proporción",
                   "Seven factors, Monday to Sunday; only their proportion counts"},
                  relative},
            s.weekday_factors);
    v.field(Field{"hour_factors",
                  {"factores de cada hora", "factors of each hour"},
                  {"Veinticuatro factores, uno por hora desde medianoche; solo cuentan las horas del día de atención",
                   "Twenty-four factors, one an hour from midnight; only those of the hours of service count"},
                  relative},
            s.hour_factors);
    v.keyed(Field{"offices",
                  {"demanda de cada oficina", "demand of each office"},
                  {"Oficinas cuya parte de la demanda no es la misma todos los meses, por identificador; las demás, 1",
                   "Offices whose share of demand is not the same in all months, by identifier; the others, 1"},
                  anything,
                  !required,
                  {"la demanda de {}", "the demand of {}"}},
            s.offices);
    v.field(Field{"day_cv",
                  {"variación diaria de la demanda", "daily variation of demand"},
                  {"Coeficiente de variación de un factor Gamma por oficina y día",
                   "Coefficient of variation of a Gamma factor by office and day"},
                  {0, 3}},
            s.day_cv);
    v.field(Field{"year_cv",
                  {"variación anual de la demanda", "yearly variation of demand"},
                  {"Coeficiente de variación de un factor Gamma por año, igual para todas las oficinas",
                   "Coefficient of variation of a Gamma factor by year, the same for all offices"},
                  {0, 1}},
            s.year_cv);
    v.field(
        Field{"finite_population",
              {"población que se agota", "population that runs out"},
              {"La demanda baja a medida que ha llegado la población potencial de la región; nunca llegan más de las "
               "que hay",
               "Demand falls as the potential population of the region has come; never do more come than there are"}},
        s.finite_population);
    v.field(Field{"renewal",
                  {"renovación de la población", "renewal of the population"},
                  {"Parte de las que ya llegaron que empresas nuevas reemplazan cada 1 de enero",
                   "Part of those that have come which new enterprises replace each 1 January"},
                  share},
            s.renewal);
    v.field(Field{"returning",
                  {"probabilidad de volver sin plan", "probability of coming back without a plan"},
                  {"Probabilidad de que quien se fue sin plan vuelva a la atención, cada vez que se va",
                   "Probability that who left without a plan comes to attention again, each time that it leaves"},
                  {0, 0.95}},
            s.returning);
    v.field(Field{"max_returns",
                  {"veces que vuelve una empresa", "times that an enterprise comes back"},
                  {"Veces que una empresa vuelve como máximo; none: sin límite",
                   "Times that an enterprise comes again at most; none: no limit"},
                  {0, 10'000}},
            s.max_returns);
    v.field(Field{"returns_after",
                  {"tiempo hasta volver", "time until coming back"},
                  {"Desde que se fue hasta que vuelve", "From leaving until coming again"}},
            s.returns_after);
}

template <class V>
void describe(V& v, Enterprises& s) {
    v.field(Field{"informal",
                  {"parte informal", "informal part"},
                  {"Parte informal de quienes llegan", "Informal part of those who come"},
                  share},
            s.informal);
    v.field(Field{"cooperative",
                  {"parte de cooperativas", "part of cooperatives"},
                  {"Parte de cooperativas", "Part of cooperatives"},
                  share},
            s.cooperative);
    v.field(Field{"persons",
                  {"personas por empresa", "persons by enterprise"},
                  {"Personas que acuden por empresa, en promedio", "Persons who come for each enterprise, on average"},
                  {1, 50}},
            s.persons);
    v.field(Field{"committed_to_formalise",
                  {"informales con compromiso de formalizarse", "informal ones committed to formalise"},
                  {"Parte de las informales con compromiso de formalizarse",
                   "Part of the informal ones that commit themselves to formalise"},
                  share},
            s.committed_to_formalise);
    v.field(Field{"agri_rural",
                  {"parte silvoagropecuaria rural", "rural agri-forestry part"},
                  {"Parte silvoagropecuaria en territorio rural", "Agricultural part in rural territory"},
                  share},
            s.agri_rural);
    v.field(Field{"agri_elsewhere",
                  {"parte silvoagropecuaria no rural", "agri-forestry part elsewhere"},
                  {"Parte silvoagropecuaria en otro territorio", "Agricultural part in other territory"},
                  share},
            s.agri_elsewhere);
    v.field(Field{"attended_sector",
                  {"parte en rubros que se atienden", "part in sectors attended"},
                  {"Parte en rubros que el programa atiende", "Part in lines of business that the programme serves"},
                  share},
            s.attended_sector);
    v.field(Field{"sales_median",
                  {"mediana de las ventas", "median of sales"},
                  {"Mediana de las ventas anuales (lognormales)", "Median of yearly sales (lognormal)"},
                  sales_a_year},
            s.sales_median);
    v.field(Field{"sales_limit",
                  {"monto de ventas de referencia", "reference amount of sales"},
                  {"Monto al que se refiere sales_above", "Amount that sales_above refers to"},
                  sales_a_year},
            s.sales_limit);
    v.field(Field{"sales_above",
                  {"parte con ventas sobre el monto de referencia", "part with sales above the reference amount"},
                  {"Parte con ventas sobre sales_limit; con 0 todas venden sales_median",
                   "Part with sales above sales_limit; with 0 all sell sales_median"},
                  {0, 0.49}},
            s.sales_above);
    v.field(Field{"sustainability_mean",
                  {"sostenibilidad media", "mean sustainability"},
                  {"Media de la sostenibilidad latente, puntos", "Mean of latent sustainability, points"},
                  points},
            s.sustainability_mean);
    v.field(Field{"sustainability_sd",
                  {"dispersión de la sostenibilidad", "spread of sustainability"},
                  {"Desviación estándar de la sostenibilidad latente", "Standard deviation of latent sustainability"},
                  {0.001, 1000}},
            s.sustainability_sd);
}

template <class V>
void describe(V& v, Region& s) {
    v.field(Field{"name", {"nombre de {}", "name of {}"}, {"Nombre", "Name"}, anything, required}, s.name);
    v.field(
        Field{
            "order", {"orden de {}", "order of {}"}, {"Orden de norte a sur", "Order from north to south"}, {0, 1000}},
        s.order);
    v.field(Field{"population", {"habitantes de {}", "inhabitants of {}"}, {"Habitantes", "Inhabitants"}, {0, 1e9}},
            s.population);
    v.field(Field{"female",
                  {"empresas de mujeres en {}", "enterprises of women in {}"},
                  {"Parte de empresas de mujeres", "Part of enterprises of women"},
                  share},
            s.female);
    v.field(Field{"legal_entity",
                  {"personas jurídicas en {}", "legal entities in {}"},
                  {"Parte de personas jurídicas", "Part of legal entities"},
                  share},
            s.legal_entity);
    v.field(Field{"urban",
                  {"parte urbana de {}", "urban part of {}"},
                  {"Parte urbana de lo no rural", "Urban part of what is not rural"},
                  share},
            s.urban);
    v.field(Field{"mixed",
                  {"parte mixta de {}", "mixed part of {}"},
                  {"Parte mixta de lo no rural", "Mixed part of what is not rural"},
                  share},
            s.mixed);
}

template <class V>
void describe(V& v, Centre& s) {
    v.field(Field{"name", {"nombre de {}", "name of {}"}, {"Nombre", "Name"}, anything, required}, s.name);
    v.field(Field{"region",
                  {"región de {}", "region of {}"},
                  {"Clave de su región", "Key of its region"},
                  anything,
                  required},
            s.region);
    v.field(Field{"weight",
                  {"peso de la demanda de {}", "weight of the demand of {}"},
                  {"Peso de su demanda (con sus satélites)", "Weight of its demand (with its satellites)"},
                  {0, 1e9},
                  required},
            s.weight);
    v.field(Field{"opens",
                  {"apertura de {}", "opening of {}"},
                  {"Primer día que trabaja; none: desde siempre", "First day that it works; none: from the beginning"}},
            s.opens);
    v.field(Field{"closes",
                  {"cierre de {}", "closing of {}"},
                  {"Primer día que ya no trabaja: quien espera en él se va y los planes en curso con sus asesores se "
                   "abandonan; none: nunca",
                   "First day that it no longer works: who waits there leaves, and plans under way with its advisors "
                   "are abandoned; none: never"}},
            s.closes);
}

template <class V>
void describe(V& v, Satellite& s) {
    v.field(Field{"name", {"nombre de {}", "name of {}"}, {"Nombre", "Name"}, anything, required}, s.name);
    v.field(Field{"parent",
                  {"centro de {}", "centre of {}"},
                  {"Identificador del centro principal del que depende",
                   "Identifier of the main centre that it depends on"},
                  {1, 65534},
                  required},
            s.parent);
    v.field(Field{"visiting_days",
                  {"días de visita de {}", "visiting days of {}"},
                  {"Días por semana que abre, en el primer año", "Days a week that it opens, in the first year"},
                  {1, 7},
                  required},
            s.visiting_days);
    v.field(
        Field{"advisors",
              {"asesores de {}", "advisors of {}"},
              {"Asesores propios, personas enteras; 0: viajan los del centro. Media jornada: 1, y una excepción que "
               "diga 0.5 en esta oficina",
               "Advisors of its own, whole persons; 0: those of the centre travel. Half-time: 1, and an exception "
               "that says 0.5 at this office"},
              {0, 1000}},
        s.advisors);
    v.field(Field{"within_national",
                  {"asesores de {} dentro del total", "advisors of {} within the total"},
                  {"Sus asesores son parte de advisory.advisors; si no, son además de ellos",
                   "Its advisors are some of advisory.advisors; otherwise they are on top of them"}},
            s.within_national);
    v.field(Field{"days_stay",
                  {"días de visita fijos de {}", "fixed visiting days of {}"},
                  {"Sus días de visita no crecen aunque crezcan los de los demás (advisory.satellite_growth)",
                   "Its visiting days do not grow though those of the others do (advisory.satellite_growth)"}},
            s.days_stay);
    v.field(Field{"own_list",
                  {"lista de espera propia de {}", "waiting list of its own of {}"},
                  {"Lista de espera propia, con su parte de los cupos del centro",
                   "A waiting list of its own, with its part of the centre's slots"}},
            s.own_list);
    v.field(Field{"complexity",
                  {"complejidad de {}", "complexity of {}"},
                  {"Clave de su tipo de complejidad en network.complexities; none: ninguna",
                   "Key of its kind of complexity in network.complexities; none: of no kind"}},
            s.complexity);
    v.field(Field{"opens",
                  {"apertura de {}", "opening of {}"},
                  {"Primer día que trabaja; none: desde siempre", "First day that it works; none: from the beginning"}},
            s.opens);
    v.field(Field{"closes",
                  {"cierre de {}", "closing of {}"},
                  {"Primer día que ya no trabaja: quien espera en él se va y los planes en curso con sus asesores se "
                   "abandonan; none: nunca",
                   "First day that it no longer works: who waits there leaves, and plans under way with its advisors "
                   "are abandoned; none: never"}},
            s.closes);
}

template <class V>
void describe(V& v, Complexity& s) {
    v.field(Field{"travel",
                  {"viaje por complejidad {}", "travel by complexity {}"},
                  {"Veces las horas de viaje de los demás satélites", "Times the travel hours of the other satellites"},
                  {0, 100}},
            s.travel);
    v.field(Field{"cost",
                  {"costo por complejidad {}", "cost by complexity {}"},
                  {"Veces el costo anual de los demás satélites", "Times the yearly cost of the other satellites"},
                  {0, 100}},
            s.cost);
    v.field(Field{"no_show",
                  {"inasistencia por complejidad {}", "no-show by complexity {}"},
                  {"Veces la inasistencia de las demás empresas; a lo más se llega a 0,95",
                   "Times the missed sessions of the other enterprises; at most 0.95 is reached"},
                  {0, 100}},
            s.no_show);
    v.field(Field{"hybrid",
                  {"grupos híbridos por complejidad {}", "hybrid groups by complexity {}"},
                  {"Sus empresas pueden estar en grupos de otros centros (work_plan.group.reach)",
                   "Its enterprises may be in groups of other centres (work_plan.group.reach)"}},
            s.hybrid);
}

template <class V>
void describe(V& v, Network& s) {
    v.field(Field{"rural_share",
                  {"parte rural de la demanda", "rural part of demand"},
                  {"Parte rural de la demanda de un centro; la atienden sus satélites",
                   "Rural part of a centre's demand; its satellites serve it"},
                  share},
            s.rural_share);
    v.keyed(Field{"regions",
                  {"regiones", "regions"},
                  {"Regiones, por clave", "Regions, by key"},
                  anything,
                  required,
                  {"{} (región)", "{} (region)"}},
            s.regions);
    v.keyed(Field{"centres",
                  {"centros", "centres"},
                  {"Centros principales, por identificador permanente", "Main centres, by permanent identifier"},
                  anything,
                  required,
                  {"{} (centro)", "{} (centre)"}},
            s.centres);
    v.keyed(Field{"complexities",
                  {"complejidades", "complexities"},
                  {"Tipos de complejidad de los satélites: distancia, conectividad",
                   "Kinds of complexity of the satellites: distance, connectivity"},
                  anything,
                  !required,
                  {"{} (complejidad)", "{} (complexity)"}},
            s.complexities);
    v.keyed(Field{"satellites",
                  {"satélites", "satellites"},
                  {"Satélites, por identificador permanente. No traen demanda: se reparten por igual la parte rural de "
                   "la de su centro (rural_share) desde que abren; antes, nada cambia",
                   "Satellites, by permanent identifier. They bring no demand: they share the rural part of their "
                   "centre's (rural_share) equally from the day they open; before it nothing changes"},
                  anything,
                  !required,
                  {"{} (satélite)", "{} (satellite)"}},
            s.satellites);
}

template <class V>
void describe(V& v, Attention& s) {
    v.field(Field{"budget",
                  {"presupuesto de atención", "budget of attention"},
                  {"Presupuesto del componente 1 en el primer año", "Budget of component 1 in the first year"},
                  not_negative},
            s.budget);
    v.field(Field{"budget_growth",
                  {"crecimiento del presupuesto de atención", "growth of the budget of attention"},
                  {"Crecimiento del presupuesto cada 1 de enero; 1.05: 5 % más",
                   "Growth of the budget each 1 January; 1.05: 5 % more"},
                  growth_factor},
            s.budget_growth);
    v.field(Field{"staff",
                  {"personal de orientación", "orientation staff"},
                  {"Personal de orientación en el primer año, jornadas completas",
                   "Orientation staff in the first year, full-time posts"},
                  {0, 60'000}},
            s.staff);
    v.field(Field{"staff_growth",
                  {"crecimiento del personal de orientación", "growth of the orientation staff"},
                  {"Crecimiento del personal cada 1 de enero; 1.05: 5 % más",
                   "Growth of the staff each 1 January; 1.05: 5 % more"},
                  growth_factor},
            s.staff_growth);
    v.field(Field{"annual_cost",
                  {"costo anual de una jornada de orientación", "annual cost of a full-time orientation post"},
                  {"Costo anual de una jornada", "Yearly cost of a post"},
                  not_negative},
            s.annual_cost);
    v.field(Field{"other_costs",
                  {"otros costos de atención", "other costs of attention"},
                  {"Otros costos fijos del primer año; crecen con el presupuesto",
                   "Other fixed costs of the first year; they grow with the budget"},
                  not_negative},
            s.other_costs);
    v.field(Field{"direct_hours",
                  {"horas de atención de una jornada", "hours of attention of a full-time post"},
                  {"Horas de atención directa al año de una jornada", "Hours of direct attention a year of a post"},
                  hours_of_a_year},
            s.direct_hours);
    v.field(Field{"starts",
                  {"turnos del mesón", "shifts of the desk"},
                  {"Desde la apertura hasta que entra cada persona al mesón, por turno: [0 h, 3 h] alterna dos turnos",
                   "From opening until each person comes to the desk, by shift: [0 h, 3 h] alternates two shifts"},
                  {0, 86'399'999}},
            s.starts);
    v.field(Field{"always_open",
                  {"mesón siempre abierto", "desk always open"},
                  {"El mesón no cierra: staff personas, enteras, día y noche",
                   "The desk never closes: staff persons, whole ones, day and night"}},
            s.always_open);
    v.field(Field{"overrun",
                  {"atención que pasa del cierre", "service past closing"},
                  {"Atención que pasaría del cierre: compensate (termina y se descuenta después), extra (termina y se "
                   "suma) o wait (espera a la apertura)",
                   "Attention that would go past closing: compensate (it ends and is deducted later), extra (it ends "
                   "and is added) or wait (it waits for the opening)"}},
            s.overrun);
    v.field(Field{"cost",
                  {"costo de una atención", "cost of a service"},
                  {"Costo variable de una atención, al comenzar", "Variable cost of an attention, when it begins"},
                  not_negative},
            s.cost);
    v.field(Field{"duration",
                  {"duración de una atención", "duration of a service"},
                  {"Duración de una atención", "Length of an attention"},
                  anything,
                  required},
            s.duration);
    v.field(Field{"patience",
                  {"paciencia antes de la atención", "patience before attention"},
                  {"Paciencia antes de la atención; none: esperan siempre",
                   "Patience before the attention; none: they wait for ever"}},
            s.patience);
    v.field(Field{"room",
                  {"lugares para esperar la atención", "places to wait for attention"},
                  {"Quien llega a una oficina donde esperan tantas se va; por omisión, sin límite",
                   "Who comes to an office where so many wait goes away; by default, without limit"},
                  {0, 1'000'000}},
            s.room);
    v.field(Field{"long_wait",
                  {"espera larga por atención", "long wait for attention"},
                  {"Espera desde la que faltan horas de orientación: si alguien lleva más, ese día-centro tiene ese "
                   "límite; solo cambia qué se informa que limita",
                   "Wait from which orientation hours are lacking: where somebody has waited longer, that centre-day "
                   "has that limit; it only changes what is told to limit"},
                  a_threshold},
            s.long_wait);
}

template <class V>
void describe(V& v, Diagnosis& s) {
    v.field(Field{"share",
                  {"parte con diagnóstico", "part with diagnosis"},
                  {"Parte de las atendidas que realiza diagnóstico", "Part of those attended that have a diagnosis"},
                  share},
            s.share);
    v.field(Field{"duration",
                  {"duración del diagnóstico", "duration of the diagnosis"},
                  {"Duración del diagnóstico, a continuación de la atención",
                   "Length of the diagnosis, right after the attention"}},
            s.duration);
    v.field(Field{"correlation",
                  {"correlación entre puntajes", "correlation between scores"},
                  {"Correlación entre los valores verdaderos de dos puntajes",
                   "Correlation between the true values of two scores"},
                  {0, 0.999}},
            s.correlation);
    v.field(Field{"measurement_error",
                  {"error de medición de un puntaje", "measurement error of a score"},
                  {"Error de medición de cada puntaje (desviación estándar)",
                   "Error of measurement of each score (standard deviation)"},
                  points},
            s.measurement_error);
}

template <class V>
void describe(V& v, Destination& s) {
    v.field(Field{"institution",
                  {"destino de quien no cumple {}", "destination of who fails {}"},
                  {"Institución a la que se deriva", "Institution to which it is referred"},
                  anything,
                  required},
            s.institution);
    v.field(
        Field{"groups",
              {"destinos por grupo de quien no cumple {}", "destinations by group of who fails {}"},
              {"Otras instituciones para grupos: [{group: [women, rural], institution: PRODEMU}]; cuenta el primero",
               "Other institutions for groups: [{group: [women, rural], institution: PRODEMU}]; the first counts"}},
        s.groups);
}

template <class V>
void describe(V& v, Targeting& s) {
    v.field(Field{"pass_standard",
                  {"estándar", "standard"},
                  {"Estándar: puntaje compuesto mínimo", "Standard: least composite score"},
                  threshold},
            s.pass_standard);
    v.field(Field{"high_cut",
                  {"corte del potencial alto", "cut of high potential"},
                  {"Puntaje compuesto desde el cual el potencial es alto",
                   "Composite score from which the potential is high"},
                  threshold},
            s.high_cut);
    v.field(Field{"problem_threshold",
                  {"umbral del problema", "threshold of the problem"},
                  {"Sostenibilidad latente bajo la cual la empresa presenta el problema",
                   "Latent sustainability below which the enterprise has the problem"},
                  points},
            s.problem_threshold);
    v.field(Field{"criteria",
                  {"criterios de focalización", "targeting criteria"},
                  {"Criterios de focalización, en el orden en que se aplican",
                   "Criteria of targeting, in the order in which they are applied"}},
            s.criteria);
    v.keyed(Field{"destinations",
                  {"destinos", "destinations"},
                  {"A dónde va quien no cumple un criterio, por criterio; sin decirlo, a «otra»; lo silvoagropecuario "
                   "rural, siempre a «INDAP»",
                   "Where who fails a criterion goes, by criterion; unless said, to «otra»; the rural agricultural "
                   "ones, always to «INDAP»"},
                  anything,
                  !required,
                  {"{} (destino)", "{} (destination)"}},
            s.destinations);
}

template <class V>
void describe(V& v, WaitingList& s) {
    v.field(Field{"priority",
                  {"regla de prioridad", "priority rule"},
                  {"Regla de prioridad, cadena de reglas, o puntaje ponderado (aforo rules las explica)",
                   "Priority rule, chain of rules, or weighted score (aforo rules explains them)"}},
            s.priority);
    v.field(Field{"reserves",
                  {"admisiones reservadas", "reserved admissions"},
                  {"Partes de las admisiones de un centro reservadas a grupos; quien es de varios cuenta en el primero",
                   "Parts of a centre's admissions reserved for groups; who is of several counts in the first"},
                  share},
            s.reserves);
    v.field(Field{"unused_reserve",
                  {"reserva que nadie usa", "reserve that nobody uses"},
                  {"Si nadie del grupo espera: release (el cupo es de cualquiera) o hold (quedan libres tantos cupos "
                   "como le faltan a la reserva)",
                   "If nobody of the group waits: release (the slot is anybody's) or hold (as many slots stay free as "
                   "the reserve lacks)"}},
            s.unused_reserve);
    v.field(Field{"patience",
                  {"paciencia en la lista", "patience on the list"},
                  {"Paciencia en la lista; none: esperan siempre", "Patience on the list; none: they wait for ever"}},
            s.patience);
    v.field(Field{"decline",
                  {"probabilidad de rechazar un cupo", "probability of declining a slot"},
                  {"Probabilidad de rechazar un cupo ofrecido", "Probability of declining a slot that is offered"},
                  share},
            s.decline);
    v.field(Field{"room",
                  {"lugares en la lista", "places on the list"},
                  {"Quien califica en un centro donde esperan tantas se va; por omisión, sin límite",
                   "Who qualifies in a centre where so many wait goes away; by default, without limit"},
                  {0, 1'000'000}},
            s.room);
}

template <class V>
void describe(V& v, Advisory& s) {
    v.field(Field{"budget",
                  {"presupuesto de asesoría", "budget of advisory"},
                  {"Presupuesto del componente 2 en el primer año", "Budget of component 2 in the first year"},
                  not_negative},
            s.budget);
    v.field(Field{"budget_growth",
                  {"crecimiento del presupuesto de asesoría", "growth of the budget of advisory"},
                  {"Crecimiento del presupuesto cada 1 de enero; 1.05: 5 % más",
                   "Growth of the budget each 1 January; 1.05: 5 % more"},
                  growth_factor},
            s.budget_growth);
    v.field(Field{"advisors",
                  {"asesores", "advisors"},
                  {"Asesores en el primer año; cada año, personas enteras: 0.5 es una más",
                   "Advisors in the first year; in each year, whole persons: 0.5 is one more"},
                  {0, 1e6}},
            s.advisors);
    v.field(Field{"advisors_growth",
                  {"crecimiento de los asesores", "growth of advisors"},
                  {"Crecimiento de los asesores cada 1 de enero; 1.05: 5 % más",
                   "Growth of the advisors each 1 January; 1.05: 5 % more"},
                  growth_factor},
            s.advisors_growth);
    v.field(Field{"advisors_at_least",
                  {"mínimo de asesores por centro", "least advisors by centre"},
                  {"Asesores que tiene cada centro como mínimo", "Advisors that each centre has at least"},
                  {0, 1e4}},
            s.advisors_at_least);
    v.field(Field{"allocation",
                  {"reparto de asesores entre centros", "allocation of advisors to centres"},
                  {"Reparto de asesores entre centros: demand (según demanda) o equal (por igual)",
                   "How advisors are shared among centres: demand (by demand) or equal (equally)"}},
            s.allocation);
    v.field(Field{"changes",
                  {"contrataciones y salidas", "hirings and departures"},
                  {"Contrataciones y salidas a mitad de año, por centro",
                   "Hirings and departures within the year, by centre"}},
            s.changes);
    v.field(Field{"ramp_up",
                  {"tiempo hasta la cartera completa", "time until the full caseload"},
                  {"Desde la contratación hasta la cartera completa, en meses enteros; se van primero los últimos",
                   "From hiring to a full caseload, in whole months; the last come are the first to go"},
                  {0, 86'400'000.0 * 3660}},
            s.ramp_up);
    v.field(Field{"slot_cut",
                  {"planes que sobran si salen asesores", "plans in excess when advisors leave"},
                  {"Planes que sobran si salen asesores: finish (terminan, con los que quedan; sin ninguno quedan "
                   "truncos) o return_to_list (vuelven a la lista)",
                   "Plans that are too many if advisors leave: finish (they end, with those who stay; with none they "
                   "are cut short) or return_to_list (they go back to the list)"}},
            s.slot_cut);
    v.field(Field{"staffing",
                  {"forma de fijar los asesores", "way of setting advisors"},
                  {"Asesores: fixed (los que se indican) o funded (los que paga el presupuesto cada 1 de enero, tras "
                   "satélites, otros costos y los planes de planned_admissions)",
                   "Advisors: fixed (those that are given) or funded (those that the budget pays each 1 January, after "
                   "satellites, other costs and the plans of planned_admissions)"}},
            s.staffing);
    v.field(Field{"planned_admissions",
                  {"admisiones que se planifican", "planned admissions"},
                  {"Con staffing: funded, admisiones que se planifican en el primer año",
                   "With staffing: funded, admissions planned in the first year"},
                  {0, 1e8}},
            s.planned_admissions);
    v.field(Field{"planned_admissions_growth",
                  {"crecimiento de las admisiones que se planifican", "growth of planned admissions"},
                  {"Crecimiento de planned_admissions cada 1 de enero; 1.05: 5 % más",
                   "Growth of planned_admissions each 1 January; 1.05: 5 % more"},
                  growth_factor},
            s.planned_admissions_growth);
    v.field(Field{"annual_cost",
                  {"costo anual de un asesor", "annual cost of an advisor"},
                  {"Costo anual de un asesor", "Yearly cost of an advisor"},
                  not_negative},
            s.annual_cost);
    v.field(Field{"other_costs",
                  {"otros costos de asesoría", "other costs of advisory"},
                  {"Otros costos fijos del primer año; crecen con el presupuesto",
                   "Other fixed costs of the first year; they grow with the budget"},
                  not_negative},
            s.other_costs);
    v.field(Field{"direct_hours",
                  {"horas de asesoría de un asesor", "hours of advice of an advisor"},
                  {"Horas de asesoría directa al año de un asesor", "Hours of direct advice a year of an advisor"},
                  hours_of_a_year},
            s.direct_hours);
    v.field(Field{"unlimited_hours",
                  {"horas de agenda sin límite", "unlimited hours of agenda"},
                  {"Las horas de agenda no limitan", "The hours of the agenda limit nothing"}},
            s.unlimited_hours);
    v.field(Field{"caseload",
                  {"cupos por asesor", "slots by advisor"},
                  {"Cupos por asesor", "Slots by advisor"},
                  {.low = 0, .high = 1e4, .is_norm = true}},
            s.caseload);
    v.field(Field{"plan_cost",
                  {"costo de un plan", "cost of a plan"},
                  {"Costo variable de un plan de trabajo, al admitir", "Variable cost of a work plan, on admission"},
                  not_negative},
            s.plan_cost);
    v.field(Field{"satellite_cost",
                  {"costo anual de un satélite", "annual cost of a satellite"},
                  {"Costo anual de un satélite con los días de visita del primer año",
                   "Yearly cost of a satellite with the visiting days of the first year"},
                  not_negative},
            s.satellite_cost);
    v.field(Field{"travel",
                  {"horas de viaje a un satélite", "hours of travel to a satellite"},
                  {"Horas de viaje de un asesor por satélite y día de visita",
                   "Hours that an advisor travels by satellite and visiting day"},
                  hours_of_a_year},
            s.travel);
    v.field(Field{"satellite_growth",
                  {"crecimiento de los días de visita", "growth of visiting days"},
                  {"Crecimiento de los días de visita, y de lo que cuestan, cada 1 de enero; 1.05: 5 % más",
                   "Growth of visiting days, and of what they cost, each 1 January; 1.05: 5 % more"},
                  growth_factor},
            s.satellite_growth);
    v.field(Field{"long_delay",
                  {"atraso largo de una sesión", "long delay of a session"},
                  {"Atraso desde el que faltan horas de asesores: si la última sesión reservada quedó más lejos de su "
                   "fecha, ese día-centro tiene ese límite; solo cambia qué se informa que limita",
                   "Delay from which advisor hours are lacking: where the latest session booked was put off longer, "
                   "that centre-day has that limit; it only changes what is told to limit"},
                  a_threshold},
            s.long_delay);
}

template <class V>
void describe(V& v, GroupTraining& s) {
    v.field(Field{"sessions",
                  {"sesiones en grupo", "sessions in a group"},
                  {"Sesiones del plan que se dan en grupo, las primeras",
                   "Sessions of the plan that are given in a group, the first ones"},
                  {0, 200}},
            s.sessions);
    v.field(Field{"size",
                  {"tamaño de un grupo", "size of a group"},
                  {"Empresas que hacen un grupo", "Enterprises that make a group"},
                  {1, 1000}},
            s.size);
    v.field(
        Field{"length",
              {"duración de una capacitación", "length of a training"},
              {"Duración de una capacitación, de un asesor para todas", "Length of a training, by one advisor for all"},
              not_negative},
        s.length);
    v.field(Field{"gather",
                  {"plazo para reunir un grupo", "time to gather a group"},
                  {"El grupo se reúne a más tardar así de tiempo después de que su primera empresa lo pidió",
                   "The group meets at the latest so long after its first enterprise asked for it"},
                  not_negative},
            s.gather);
    v.field(Field{"reach",
                  {"alcance de un grupo", "reach of a group"},
                  {"De dónde se junta un grupo: centre, region o programme (híbrida)",
                   "Where a group is gathered from: centre, region or programme (hybrid)"}},
            s.reach);
}

template <class V>
void describe(V& v, WorkPlan& s) {
    v.field(Field{"sessions",
                  {"sesiones de un plan", "sessions of a plan"},
                  {"Sesiones de un plan de trabajo; o por banda: {low: …, medium: …, high: …}",
                   "Sessions of a work plan; or by band: {low: …, medium: …, high: …}"},
                  {.low = 1, .high = 200, .is_whole = true, .is_norm = true}},
            s.sessions);
    v.field(Field{"session",
                  {"duración de una sesión", "duration of a session"},
                  {"Duración de una sesión", "Length of a session"}},
            s.session);
    v.field(Field{"first_session",
                  {"tiempo hasta la primera sesión", "time until the first session"},
                  {"Desde la admisión hasta la primera sesión", "From admission to the first session"}},
            s.first_session);
    v.field(Field{"spacing",
                  {"tiempo entre sesiones", "time between sessions"},
                  {"Desde una sesión hasta la siguiente", "From one session to the next"}},
            s.spacing);
    v.field(Field{"no_show",
                  {"inasistencia", "no-show"},
                  {"Probabilidad de inasistencia a una sesión", "Probability of missing a session"},
                  {0, 0.95}},
            s.no_show);
    v.field(Field{"dropout",
                  {"abandono", "dropout"},
                  {"Probabilidad de abandonar un plan que hace todas sus sesiones, repartida entre ellas salvo la "
                   "última; o por banda",
                   "Probability of dropping out of a plan that holds all its sessions, shared among them except the "
                   "last; or by band"},
                  {0, 0.999}},
            s.dropout);
    v.field(Field{"dropout_wait_month",
                  {"abandono por mes de espera", "dropout by month waited"},
                  {"Cuánto más se abandona por cada mes esperado por el cupo (proporción)",
                   "How much more they drop out for each month that they waited for the slot (proportion)"},
                  {0, 10}},
            s.dropout_wait_month);
    v.section(
        Field{"group",
              {"capacitaciones grupales", "group trainings"},
              {"Capacitaciones grupales, que reemplazan las primeras sesiones; un grupo se busca cuando toca la sesión",
               "Group trainings, which replace the first sessions; a group is sought when the session is due"}},
        s.group);
    v.field(Field{"stay",
                  {"duración de un plan", "duration of a plan"},
                  {"En vez de sesiones: duración del plan completo; none: por sesiones",
                   "Instead of sessions: length of the whole plan; none: by sessions"}},
            s.stay);
}

template <class V>
void describe(V& v, Graduation& s) {
    v.field(Field{"rule",
                  {"regla de egreso", "graduation rule"},
                  {"Cuándo egresa: complete (todas las sesiones), share (una parte), hours u months (un tope)",
                   "When it graduates: complete (all sessions), share (a part), hours or months (a cap)"}},
            s.rule);
    v.field(Field{"share",
                  {"parte de las sesiones para egresar", "part of the sessions to graduate"},
                  {"Parte de las sesiones con que egresa, hacia arriba a sesiones enteras (rule: share)",
                   "Part of the sessions that makes a graduate, up to whole sessions (rule: share)"},
                  {.low = 0, .high = 1, .above_low = true}},
            s.share);
    v.field(Field{"cap",
                  {"tope para egresar", "cap to graduate"},
                  {"Horas asistidas, o tiempo desde la admisión, que bastan: egresa en la sesión en que se cumplen "
                   "(rule: hours, months)",
                   "Hours attended, or time from admission, that are enough: it graduates at the session that meets "
                   "them (rule: hours, months)"},
                  not_negative},
            s.cap);
    v.field(
        Field{"repeat",
              {"probabilidad de pedir otro plan", "probability of asking for another plan"},
              {"Probabilidad de que una egresada pida otro plan", "Probability that a graduate asks for another plan"},
              share},
        s.repeat);
    v.field(
        Field{"cooldown",
              {"tiempo hasta pedir otro plan", "time until asking for another plan"},
              {"Tiempo desde el egreso hasta pedir otro plan", "Time from graduation until it asks for another plan"}},
        s.cooldown);
    v.field(Field{"max_plans",
                  {"máximo de planes por empresa", "most plans by enterprise"},
                  {"Planes de trabajo por empresa como máximo", "Work plans by enterprise at most"},
                  {1, 100}},
            s.max_plans);
}

template <class V>
void describe(V& v, SalesOutcome& s) {
    v.field(Field{"intercept",
                  {"crecimiento de las ventas sin programa", "growth of sales without programme"},
                  {"Crecimiento medio de las ventas en t+1, sin programa",
                   "Mean growth of sales at t+1, without the programme"},
                  effect_size},
            s.intercept);
    v.field(Field{"slope",
                  {"crecimiento de las ventas por sostenibilidad", "growth of sales by sustainability"},
                  {"Más crecimiento por desviación estándar de sostenibilidad",
                   "More growth by standard deviation of sustainability"},
                  effect_size},
            s.slope);
    v.field(
        Field{"effect",
              {"efecto de un plan en ventas", "effect of a plan on sales"},
              {"Más crecimiento por un plan con todas sus sesiones", "More growth for a plan with all its sessions"},
              effect_size},
        s.effect);
    v.field(Field{"sd",
                  {"dispersión del crecimiento de las ventas", "spread of the growth of sales"},
                  {"Desviación estándar del crecimiento", "Standard deviation of the growth"},
                  {.low = 0, .high = 1e6, .above_low = true}},
            s.sd);
    v.field(Field{"threshold",
                  {"crecimiento desde el que aumentan las ventas", "growth from which sales rise"},
                  {"Crecimiento desde el cual las ventas aumentan", "Growth from which sales have risen"},
                  effect_size},
            s.threshold);
}

template <class V>
void describe(V& v, SurvivalOutcome& s) {
    v.field(Field{"intercept",
                  {"{} sin programa", "{} without programme"},
                  {"Logit de que ocurra, sin programa", "Logit that it happens, without the programme"},
                  effect_size},
            s.intercept);
    v.field(Field{"slope",
                  {"{} por sostenibilidad", "{} by sustainability"},
                  {"Más logit por desviación estándar de sostenibilidad",
                   "More logit by standard deviation of sustainability"},
                  effect_size},
            s.slope);
    v.field(Field{"effect",
                  {"efecto de un plan en {}", "effect of a plan on {}"},
                  {"Más logit por un plan con todas sus sesiones", "More logit for a plan with all its sessions"},
                  effect_size},
            s.effect);
}

template <class V>
void describe(V& v, Outcomes& s) {
    v.section(Field{"sales",
                    {"ventas", "sales"},
                    {"Ventas en el año siguiente al egreso", "Sales in the year after graduation"}},
              s.sales);
    v.section(Field{"survival",
                    {"sobrevivencia", "survival"},
                    {"Sobrevivencia al segundo año tras el egreso", "Survival to the second year after graduation"}},
              s.survival);
    const auto epg = [&](EpgOutcome o) -> SurvivalOutcome& { return s.epg[static_cast<std::size_t>(o)]; };
    v.section(Field{"profits",
                    {"aumento de utilidades", "rise of profits"},
                    {"Aumentan sus utilidades en t+1 (logit; por omisión, nunca)",
                     "Their profits rise at t+1 (logit; by default, never)"}},
              epg(EpgOutcome::profits));
    v.section(Field{"first_invoice",
                    {"primera factura", "first invoice"},
                    {"Emiten su primera factura en t+1; solo las informales",
                     "They issue their first invoice at t+1; the informal ones only"}},
              epg(EpgOutcome::first_invoice));
    v.section(Field{"formalisation",
                    {"formalización", "formalisation"},
                    {"Se formalizan en t+1; solo las informales", "They formalise at t+1; the informal ones only"}},
              epg(EpgOutcome::formalisation));
    v.section(
        Field{"jobs", {"generación de empleo", "job creation"}, {"Generan empleo en t+1", "They create jobs at t+1"}},
        epg(EpgOutcome::jobs));
    v.section(Field{"financing",
                    {"obtención de financiamiento", "access to financing"},
                    {"Obtienen financiamiento en t+1", "They obtain financing at t+1"}},
              epg(EpgOutcome::financing));
    v.section(Field{"admin_problems",
                    {"solución de problemas administrativos", "solution of administrative problems"},
                    {"Resuelven problemas administrativos o contables en t+1",
                     "They solve administrative or accounting problems at t+1"}},
              epg(EpgOutcome::admin_problems));
    v.section(Field{"new_markets",
                    {"entrada a nuevos mercados", "entry to new markets"},
                    {"Entran a nuevos mercados en t+1", "They enter new markets at t+1"}},
              epg(EpgOutcome::new_markets));
    v.section(Field{"new_products",
                    {"oferta de nuevos productos", "offer of new products"},
                    {"Ofrecen nuevos productos en t+1", "They offer new products at t+1"}},
              epg(EpgOutcome::new_products));
}

template <class V>
void describe(V& v, Alliances& s) {
    v.field(Field{"budget",
                  {"presupuesto de alianzas", "budget of alliances"},
                  {"Presupuesto del componente 3 en el primer año", "Budget of component 3 in the first year"},
                  not_negative},
            s.budget);
    v.field(Field{"budget_growth",
                  {"crecimiento del presupuesto de alianzas", "growth of the budget of alliances"},
                  {"Crecimiento del presupuesto cada 1 de enero; 1.05: 5 % más",
                   "Growth of the budget each 1 January; 1.05: 5 % more"},
                  growth_factor},
            s.budget_growth);
    v.field(Field{"coordinators",
                  {"coordinadores", "coordinators"},
                  {"Coordinadores en el primer año, en partes iguales por centro",
                   "Coordinators in the first year, in equal parts by centre"},
                  {0, 1e6}},
            s.coordinators);
    v.field(Field{"coordinators_growth",
                  {"crecimiento de los coordinadores", "growth of coordinators"},
                  {"Crecimiento de los coordinadores cada 1 de enero; 1.05: 5 % más",
                   "Growth of the coordinators each 1 January; 1.05: 5 % more"},
                  growth_factor},
            s.coordinators_growth);
    v.field(Field{"annual_cost",
                  {"costo anual de un coordinador", "annual cost of a coordinator"},
                  {"Costo anual de un coordinador", "Yearly cost of a coordinator"},
                  not_negative},
            s.annual_cost);
    v.field(Field{"other_costs",
                  {"otros costos de alianzas", "other costs of alliances"},
                  {"Otros costos fijos del primer año; crecen con el presupuesto",
                   "Other fixed costs of the first year; they grow with the budget"},
                  not_negative},
            s.other_costs);
    v.field(Field{"direct_hours",
                  {"horas de vinculación de un coordinador", "hours of linkage of a coordinator"},
                  {"Horas al año de un coordinador para vinculaciones", "Hours a year of a coordinator for linkages"},
                  hours_of_a_year},
            s.direct_hours);
    v.field(Field{"linkages",
                  {"vinculaciones por coordinador", "linkages by coordinator"},
                  {"Vinculaciones que inicia un coordinador al año", "Linkages that a coordinator begins in a year"},
                  {0, 1e4}},
            s.linkages);
    v.field(Field{"hours",
                  {"horas por vinculación", "hours by linkage"},
                  {"Horas de coordinador por vinculación", "Coordinator's hours by linkage"},
                  hours_of_work},
            s.hours);
    v.field(Field{"duration",
                  {"duración de una vinculación", "duration of a linkage"},
                  {"Desde que la vinculación se trabaja hasta su resultado",
                   "From when the linkage is worked on until its result"}},
            s.duration);
    v.field(Field{"demand_effect",
                  {"efecto de una alianza en la demanda", "effect of an alliance on demand"},
                  {"Cuánto crece la demanda de su centro por un año con cada alianza realizada (proporción)",
                   "How much the demand of its centre grows for a year with each alliance made (proportion)"},
                  {0, 1}},
            s.demand_effect);
    v.field(Field{"training_effect",
                  {"efecto de una alianza en los grupos", "effect of an alliance on groups"},
                  {"Cuántas empresas más admite un grupo de su centro por un año con cada alianza realizada",
                   "How many more enterprises a group of its centre takes for a year with each alliance made"},
                  {0, 100}},
            s.training_effect);
    v.field(Field{"success",
                  {"probabilidad de que la alianza se realice", "probability that the alliance is made"},
                  {"Probabilidad de que la alianza se realice", "Probability that the alliance is made"},
                  share},
            s.success);
    v.field(Field{"cost",
                  {"costo de una alianza", "cost of an alliance"},
                  {"Costo de una alianza realizada", "Cost of an alliance that is made"},
                  not_negative},
            s.cost);
}

template <class V>
void describe(V& v, Administration& s) {
    v.field(Field{"budget",
                  {"presupuesto de administración", "budget of administration"},
                  {"Presupuesto de administración en el primer año", "Budget of administration in the first year"},
                  not_negative},
            s.budget);
    v.field(Field{"budget_growth",
                  {"crecimiento del presupuesto de administración", "growth of the budget of administration"},
                  {"Crecimiento del presupuesto cada 1 de enero; 1.05: 5 % más",
                   "Growth of the budget each 1 January; 1.05: 5 % more"},
                  growth_factor},
            s.budget_growth);
    v.field(
        Field{"of_programme",
              {"presupuesto de administración como parte del programa",
               "budget of administration as a share of the "
               "programme"},
              {"Presupuesto como parte del de todo el programa, en lugar de budget: crece con los demás componentes; "
               "0.1 es la regla de la ficha",
               "Budget as a share of the whole programme's, in place of budget: it grows with the other components; "
               "0.1 is the rule of the sheet"},
              {0, 0.9}},
        s.of_programme);
    v.field(
        Field{"share",
              {"parte administrativa del gasto", "administrative part of spending"},
              {"Gasto administrativo como parte del gasto total", "Administrative spending as a part of all spending"},
              {0, 0.99}},
        s.share);
    v.field(Field{"other_costs",
                  {"gasto administrativo fijo", "fixed administrative spending"},
                  {"Gasto administrativo fijo del primer año, además de share; crece con el presupuesto",
                   "Fixed administrative spending of the first year, beside share; it grows with the budget"},
                  not_negative},
            s.other_costs);
    v.field(Field{"cap",
                  {"tope del gasto administrativo", "cap of administrative spending"},
                  {"Tope del gasto administrativo como parte del total: se vigila, no se impone",
                   "Cap of administrative spending as a part of the total: it is watched, not imposed"},
                  share},
            s.cap);
}

template <class V>
void describe(V& v, Freeze& s) {
    v.field(Field{"component",
                  {"componente del congelamiento {}", "component of the freeze {}"},
                  {"Componente: attention, advisory o alliances", "Component: attention, advisory or alliances"},
                  anything,
                  required},
            s.component);
    v.field(Field{"from",
                  {"comienzo del congelamiento {}", "start of the freeze {}"},
                  {"Primer día sin compromisos nuevos: 10-01 (cada año) o 2026-10-01",
                   "First day without new commitments: 10-01 (each year) or 2026-10-01"},
                  anything,
                  required},
            s.from);
    v.field(Field{"until",
                  {"término del congelamiento {}", "end of the freeze {}"},
                  {"Último día sin compromisos nuevos; none: hasta fin de año",
                   "Last day without new commitments; none: until the end of the year"}},
            s.until);
}

template <class V>
void describe(V& v, Transfer& s) {
    v.field(Field{"from",
                  {"componente que da en el traspaso {}", "component that gives in the transfer {}"},
                  {"Componente que da: attention, advisory, alliances o administration",
                   "Component that gives: attention, advisory, alliances or administration"},
                  anything,
                  required},
            s.from);
    v.field(Field{"to",
                  {"componente que recibe en el traspaso {}", "component that receives in the transfer {}"},
                  {"Componente que recibe", "Component that receives"},
                  anything,
                  required},
            s.to);
    v.field(Field{"at_most",
                  {"máximo del traspaso {}", "most of the transfer {}"},
                  {"A lo más esta parte del presupuesto de quien da", "At most this part of the budget of who gives"},
                  share},
            s.at_most);
    v.field(Field{"date",
                  {"día del traspaso {}", "day of the transfer {}"},
                  {"Día: 10-01 (cada año) o 2026-10-01", "Day: 10-01 (each year) or 2026-10-01"},
                  anything,
                  required,
                  {},
                  "on"},
            s.on);
}

template <class V>
void describe(V& v, Cut& s) {
    v.field(Field{"date",
                  {"día del recorte {}", "day of the cut {}"},
                  {"Día: 10-01 (cada año) o 2026-10-01", "Day: 10-01 (each year) or 2026-10-01"},
                  anything,
                  required},
            s.on);
    v.field(Field{"component",
                  {"componente del recorte {}", "component of the cut {}"},
                  {"Componente: attention, advisory, alliances o administration; none: todos, menos los protegidos",
                   "Component: attention, advisory, alliances or administration; none: all but the protected ones"}},
            s.component);
    v.field(Field{"share",
                  {"parte del recorte {}", "share of the cut {}"},
                  {"Qué parte se pide recortar", "Which share is asked to be cut"},
                  share},
            s.share);
    v.field(
        Field{"amount",
              {"monto del recorte {}", "amount of the cut {}"},
              {"Cuánto se pide recortar, en vez de una parte; de varios componentes, en proporción a sus presupuestos",
               "How much is asked to be cut, in place of a share; of several components, in proportion to their "
               "budgets"},
              not_negative},
        s.amount);
    v.field(Field{"of",
                  {"base del recorte {}", "base of the cut {}"},
                  {"De qué es la parte: appropriation (el presupuesto del año) o uncommitted (lo que ese día no está "
                   "gastado ni comprometido)",
                   "What the share is of: appropriation (the year's budget) or uncommitted (what is neither spent nor "
                   "committed on that day)"}},
            s.of);
    v.field(Field{"protect",
                  {"protegidos del recorte {}", "protected from the cut {}"},
                  {"Componentes que no se tocan cuando el recorte es de todos",
                   "Components that are left alone when the cut is of all"}},
            s.protect);
}

template <class V>
void describe(V& v, Funding& s) {
    v.field(Field{"release",
                  {"liberación trimestral del dinero", "quarterly release of money"},
                  {"Partes del dinero variable que se liberan cada trimestre, [0.20, 0.25, 0.25, 0.30]; none: todo el "
                   "1 de enero",
                   "Parts of the variable money that are released each quarter, [0.20, 0.25, 0.25, 0.30]; none: all on "
                   "1 January"},
                  share},
            s.release);
    v.keyed(Field{"freezes",
                  {"congelamientos", "freezes"},
                  {"Congelamientos, por nombre: sin compromisos variables nuevos, tampoco los que no cuestan nada",
                   "Freezes, by name: no new variable commitments, not even those that cost nothing"},
                  anything,
                  !required,
                  {"{} (congelamiento)", "{} (freeze)"}},
            s.freezes);
    v.keyed(
        Field{"transfers",
              {"traspasos", "transfers"},
              {"Traspasos de lo disponible entre componentes, por nombre; los de un mismo día, en orden alfabético",
               "Transfers of what is available between components, by name; those of one day, in alphabetical order"},
              anything,
              !required,
              {"{} (traspaso)", "{} (transfer)"}},
        s.transfers);
    v.keyed(
        Field{
            "cuts",
            {"recortes", "cuts"},
            {"Recortes del presupuesto en un día, por nombre: se quita lo que haya, y se dice cuánto se pidió y cuánto "
             "no se pudo por estar gastado o comprometido",
             "Cuts of the budget on a day, by name: what there is is taken, and it is told how much was asked and "
             "how much could not be, as it was spent or committed"},
            anything,
            !required,
            {"{} (recorte)", "{} (cut)"}},
        s.cuts);
    v.field(Field{"at_exhaustion",
                  {"qué se hace al acabarse el dinero", "what is done when money is used up"},
                  {"Cuando se acaba el dinero: hold (se espera), stop (nada más hasta el año siguiente) u overrun (se "
                   "gasta de más y se registra); lo congelado y lo que aún no se libera se espera siempre",
                   "When the money is used up: hold (they wait), stop (nothing more until the next year) or overrun "
                   "(more is spent, and recorded); for what is frozen and what is not yet released they always wait"}},
            s.at_exhaustion);
    v.field(Field{"plan_payment",
                  {"pago de un plan", "payment of a plan"},
                  {"Pago de un plan: at_admission, o halves (todo se compromete al admitir; mitad se paga entonces y "
                   "mitad al terminar)",
                   "Payment of a plan: at_admission, or halves (all is committed on admission; half is paid then and "
                   "half when it ends)"}},
            s.plan_payment);
    v.field(Field{"dropout_return",
                  {"devolución de quien abandona", "return by who drops out"},
                  {"Quien abandona, o cuyo plan se corta, devuelve la parte de las sesiones que no usó",
                   "Who drops out, or whose plan is cut, returns the part of the sessions that it did not use"}},
            s.dropout_return);
    v.field(Field{"pool",
                  {"reparto del dinero variable de asesoría", "sharing of the variable money of advisory"},
                  {"Dinero variable del componente 2: national, o by_centre (partes según demanda)",
                   "Variable money of component 2: national, or by_centre (parts by demand)"}},
            s.pool);
    v.field(Field{"index",
                  {"índice de precios", "price index"},
                  {"Índice de precios, factor cada 1 de enero: da pesos nominales; 1.03: 3 % más",
                   "Price index, a factor each 1 January: gives nominal pesos; 1.03: 3 % more"},
                  growth_factor},
            s.index);
}

template <class V>
void describe(V& v, Initial& s) {
    v.field(
        Field{
            "for_attention",
            {"esperan atención al comenzar", "wait for attention at the start"},
            {"Empresas que esperan atención al comenzar el primer año que se mide: un total, que se reparte según "
             "demanda, o por oficina, {5: 20}",
             "Enterprises that wait for attention when the first measured year begins: a total, shared out by demand, "
             "or by office, {5: 20}"}},
        s.for_attention);
    v.field(Field{"attention_waited",
                  {"lo que ya esperan por atención", "what they have waited for attention"},
                  {"Cuánto llevan esperando", "How long they have waited"}},
            s.attention_waited);
    v.field(Field{"on_list",
                  {"esperan un cupo al comenzar", "wait for a slot at the start"},
                  {"Empresas diagnosticadas y que califican que esperan un cupo entonces, en total o por oficina",
                   "Enterprises diagnosed and qualified that wait for a slot then, in total or by office"}},
            s.on_list);
    v.field(Field{"list_waited",
                  {"lo que ya esperan por un cupo", "what they have waited for a slot"},
                  {"Cuánto llevan en la lista", "How long they have been on the list"}},
            s.list_waited);
    v.field(Field{"in_plan",
                  {"planes en curso al comenzar", "plans in course at the start"},
                  {"Empresas con un plan en curso entonces, en total o por oficina; su dinero es del año anterior",
                   "Enterprises with a plan in course then, in total or by office; their money is the year before's"}},
            s.in_plan);
    v.field(Field{"sessions_left",
                  {"sesiones que faltan de esos planes", "sessions left of those plans"},
                  {"Sesiones que le faltan a cada uno de esos planes; none: de una a todas, igual de probable",
                   "Sessions left of each of those plans; none: from one to all, equally likely"},
                  {1, 200}},
            s.sessions_left);
}

template <class V>
void describe(V& v, ExecutedSpending& s) {
    v.field(Field{"attention",
                  {"gasto ejecutado en atención", "executed spending of attention"},
                  {"Gasto ejecutado del componente 1", "Executed spending of component 1"},
                  not_negative,
                  required},
            s.attention);
    v.field(Field{"advisory",
                  {"gasto ejecutado en asesoría", "executed spending of advisory"},
                  {"Gasto ejecutado del componente 2", "Executed spending of component 2"},
                  not_negative,
                  required},
            s.advisory);
    v.field(Field{"alliances",
                  {"gasto ejecutado en alianzas", "executed spending of alliances"},
                  {"Gasto ejecutado del componente 3", "Executed spending of component 3"},
                  not_negative,
                  required},
            s.alliances);
    v.field(Field{"administration",
                  {"gasto administrativo ejecutado", "executed administrative spending"},
                  {"Gasto administrativo ejecutado", "Executed administrative spending"},
                  not_negative,
                  required},
            s.administration);
}

template <class V>
void describe(V& v, ExecutedMonth& s) {
    constexpr Domain at_most_a_million{0, 1'000'000};
    v.field(Field{"attended",
                  {"personas atendidas en {}", "persons attended in {}"},
                  {"Personas atendidas en el mes", "Persons attended in the month"},
                  at_most_a_million,
                  required},
            s.attended);
    v.field(Field{"beneficiaries",
                  {"beneficiarios de {}", "beneficiaries of {}"},
                  {"Empresas que comenzaron en el mes su primer plan del año",
                   "Enterprises that began their first plan of the year in the month"},
                  at_most_a_million,
                  required},
            s.beneficiaries);
    v.field(Field{"alliances",
                  {"alianzas de {}", "alliances of {}"},
                  {"Alianzas realizadas en el mes", "Alliances realised in the month"},
                  at_most_a_million,
                  required},
            s.alliances);
    v.section(Field{"spending",
                    {"gasto de {}", "spending of {}"},
                    {"Lo que gastó cada componente en el mes", "What each component spent in the month"}},
              s.spending);
}

template <class V>
void describe(V& v, Exception& s) {
    v.field(Field{"of",
                  {"clave de {}", "key of {}"},
                  {"La clave de la que es otro valor: advisory.caseload",
                   "The key of which it is another value: "
                   "advisory.caseload"},
                  anything,
                  required},
            s.of);
    v.field(Field{"value",
                  {"valor de {}", "value of {}"},
                  {"El valor que rige entonces y allí, escrito como en la clave",
                   "The value that holds then and there, written as in the key"},
                  anything,
                  required},
            s.value);
    v.field(Field{"from",
                  {"primer día de {}", "first day of {}"},
                  {"Primer día en que rige; sin él, desde el comienzo",
                   "First day on which it holds; without it, from the beginning"}},
            s.from);
    v.field(Field{"until",
                  {"fin de {}", "end of {}"},
                  {"Primer día en que ya no rige; sin él, hasta el final",
                   "First day on which it no longer holds; without it, to the end"}},
            s.until);
    v.field(Field{"regions",
                  {"regiones de {}", "regions of {}"},
                  {"Regiones donde rige; sin regiones ni oficinas, en todo el programa",
                   "Regions where it holds; without regions or offices, in the whole programme"}},
            s.regions);
    v.field(
        Field{"offices",
              {"oficinas de {}", "offices of {}"},
              {"Centros y satélites donde rige, por su número; un centro incluye sus satélites. Lo de un satélite "
               "va antes que lo de su centro, y esto antes que lo de su región",
               "Centres and satellites where it holds, by number; a centre includes its satellites. What is said of "
               "a satellite goes before what is said of its centre, and that before its region"}},
        s.offices);
}

template <class V>
void describe(V& v, Target& s) {
    v.field(Field{"measure",
                  {"medida de la meta {}", "measure of the target {}"},
                  {"Medida que debe dar la cifra (aforo run --definitions las explica)",
                   "Measure that is to give the figure (aforo run --definitions explains them)"},
                  anything,
                  required},
            s.measure);
    v.field(Field{"id",
                  {"de qué es la meta {}", "of what the target {} is"},
                  {"De qué: un componente, una región, una oficina, un grupo; sin decirlo, del programa",
                   "Of what: a component, a region, an office, a group; unless given, of the programme"}},
            s.id);
    v.field(Field{"among",
                  {"total del que la meta {} es parte", "whole that the target {} is a share of"},
                  {"La medida como parte de su suma en estos: [band=medium, band=high]",
                   "The measure as a share of its sum over these: [band=medium, band=high]"}},
            s.among);
    v.field(Field{"year",
                  {"año de la meta {}", "year of the target {}"},
                  {"Año; 0: el primero que se mide, y no puede ser otro",
                   "Year; 0: the first that is measured, and it can be no other"},
                  {0, 2100}},
            s.year);
    v.field(Field{"figure",
                  {"cifra de la meta {}", "figure of the target {}"},
                  {"La cifra: la clave que la dice (plan.attention.production), o el número con su unidad",
                   "The figure: the key that says it (plan.attention.production), or the number with its unit"},
                  anything,
                  required},
            s.figure);
    v.field(Field{"tolerance",
                  {"tolerancia de la meta {}", "tolerance of the target {}"},
                  {"A qué distancia basta, en la unidad de la medida; nunca menos de media unidad de la última cifra "
                   "que se imprime",
                   "How near is enough, in the measure's unit; never less than half a unit of the last digit that is "
                   "printed"},
                  {0, 1e12}},
            s.tolerance);
    v.field(Field{"below",
                  {"margen bajo la meta {}", "margin below the target {}"},
                  {"Tantas desviaciones estándar entre réplicas bajo la cifra se apunta, y no se la pasa: un gasto "
                   "bajo su presupuesto",
                   "It aims so many standard deviations between replications under the figure, and does not pass it: a "
                   "spending under its budget"},
                  {0, 10}},
            s.below);
    v.field(Field{"definition",
                  {"definición de la meta {}", "definition of the target {}"},
                  {"Lo que define, si no es una cifra publicada: la mitad de quienes califican",
                   "What it defines, where it is no published figure: half of those who qualify"}},
            s.definition);
    v.field(Field{"tied",
                  {"meta de la que sale {}", "target that {} follows from"},
                  {"Meta de la que sale por aritmética: se muestra, y no se cuenta de nuevo",
                   "Target that it follows from by arithmetic: shown, and not counted again"}},
            s.tied);
}

template <class V>
void describe(V& v, Calibration& s) {
    v.field(Field{"free",
                  {"claves que se ajustan", "keys that are fitted"},
                  {"Claves que se ajustan, cada una entre los extremos de su range",
                   "Keys that are fitted, each between the ends of its range"}},
            s.free);
    v.keyed(Field{"targets",
                  {"metas", "targets"},
                  {"Cifras del primer año que deben dar, por nombre",
                   "Figures of the first year that they are to give, by name"},
                  anything,
                  !required,
                  {"{} (meta)", "{} (target)"}},
            s.targets);
}

template <class V>
void describe(V& v, Lever& s) {
    v.field(Field{"name",
                  {"nombre de la palanca {}", "name of the lever {}"},
                  {"Cómo se llama, en español: asesores con el dinero de sus planes",
                   "What it is called, in Spanish: asesores con el dinero de sus planes"},
                  anything,
                  required},
            s.name);
    v.field(
        Field{"name_en",
              {"nombre inglés de la palanca {}", "English name of the lever {}"},
              {"Cómo se llama en inglés; sin decirlo, igual", "What it is called in English; unless given, the same"}},
        s.name_en);
    v.field(Field{"now",
                  {"valor de la palanca {}", "value of the lever {}"},
                  {"Cuánto es en este escenario", "What it is in this scenario"},
                  {-1e12, 1e12},
                  required},
            s.now);
    v.field(Field{"keys",
                  {"claves de la palanca {}", "keys of the lever {}"},
                  {"Las claves que mueve y su valor, donde ${…} es una fórmula de x (+ - * / y paréntesis): "
                   "[\"advisory.advisors=${x}\", \"advisory.budget=${10640935 + (x - 310) * 26970} M$\"]",
                   "The keys that it moves and their value, where ${…} is a formula of x (+ - * / and parentheses): "
                   "[\"advisory.advisors=${x}\", \"advisory.budget=${10640935 + (x - 310) * 26970} M$\"]"},
                  anything,
                  required},
            s.keys);
    v.field(Field{"price",
                  {"precio de la palanca {}", "price of the lever {}"},
                  {"Lo que cuesta una más al año, si ningún presupuesto lo dice; 0: lo dicen los presupuestos",
                   "What one more costs a year, where no budget says it; 0: budgets say it"}},
            s.price);
}

template <class V>
void describe(V& v, About& s) {
    v.field(Field{"author", {"autor", "author"}, {"Quién responde por el escenario", "Who answers for the scenario"}},
            s.author);
    v.field(Field{"date",
                  {"fecha", "date"},
                  {"Fecha de esta versión: 2026-04-26; none: no se dice",
                   "Date of this version: 2026-04-26; none: it is not said"}},
            s.date);
    v.field(Field{"status",
                  {"estado", "status"},
                  {"Estado: draft (borrador) u official (oficial); none: no se dice",
                   "Status: draft or official; none: it is not said"}},
            s.status);
    v.field(Field{"reason", {"motivo", "reason"}, {"Por qué se hizo", "Why it was made"}}, s.reason);
}

template <class V>
void describe(V& v, Scenario& s) {
    v.field(Field{"name",
                  {"nombre del escenario", "name of the scenario"},
                  {"Nombre del escenario", "Name of the scenario"},
                  anything,
                  required},
            s.name);
    v.field(Field{"description",
                  {"pregunta del escenario", "question of the scenario"},
                  {"Qué pregunta responde", "Which question it answers"}},
            s.description);
    v.section(Field{"about",
                    {"autoría", "authorship"},
                    {"Autor, fecha, estado y motivo; no se heredan, y no cambian ningún resultado",
                     "Author, date, status and reason; they are not inherited, and change no result"}},
              s.about);
    v.section(Field{"data",
                    {"datos", "data"},
                    {"Archivos CSV con datos, cada uno relativo al archivo que lo nombra y en su carpeta o debajo; lo "
                     "que dicen pasa a ser parte del escenario. aforo template escribe cada uno por completar",
                     "CSV files with data, each relative to the file that names it and in its folder or below; what "
                     "they say becomes part of the scenario. aforo template writes each to be filled in"}},
              s.data);
    v.field(Field{"compare_with",
                  {"comparaciones", "comparisons"},
                  {"Con qué se compara y qué se afirma que resulta; no se hereda, y no cambia ningún resultado",
                   "What it is compared with and what it says comes out; not inherited, and it changes no result"}},
            s.compare_with);
    v.field(Field{"prices",
                  {"pesos de los informes", "pesos of the reports"},
                  {"En qué pesos se informa el dinero: sheet (los de plan.price_year, que son los de todo monto del "
                   "escenario), nominal (los de cada año) o un año, según funding.index; no cambia lo que se simula",
                   "In which pesos money is told: sheet (those of plan.price_year, which all amounts of the scenario "
                   "are in), nominal (those of each year) or a year, by funding.index; it changes nothing that is "
                   "simulated"}},
            s.prices);
    v.keyed(Field{"sources",
                  {"fuentes", "sources"},
                  {"Fuentes de los números", "Sources of the numbers"},
                  anything,
                  !required,
                  {"{} (fuente)", "{} (source)"}},
            s.sources);
    v.section(Field{"horizon",
                    {"horizonte", "horizon"},
                    {"Años que se simulan", "Years that are simulated"},
                    anything,
                    required},
              s.horizon);
    v.section(Field{"experiment",
                    {"réplicas y semilla", "replications and seed"},
                    {"Réplicas y semilla", "Replications and seed"}},
              s.experiment);
    v.section(Field{"calendar", {"calendario", "calendar"}, {"Calendario hábil", "Calendar of working days"}},
              s.calendar);
    v.section(Field{"population", {"población", "population"}, {"Poblaciones de la ficha", "Populations of the sheet"}},
              s.population);
    v.section(Field{"plan",
                    {"ficha", "sheet"},
                    {"Lo que la ficha publica; se imprime al lado, no entra en la simulación",
                     "What the sheet publishes; it is printed beside, and does not enter the simulation"}},
              s.plan);
    v.section(Field{"demand", {"demanda", "demand"}, {"Demanda", "Demand"}, anything, required}, s.demand);
    v.section(Field{"enterprises",
                    {"empresas", "enterprises"},
                    {"Cómo son las empresas que llegan", "How the enterprises that come are"}},
              s.enterprises);
    v.section(Field{"network",
                    {"red", "network"},
                    {"Regiones, centros y satélites", "Regions, centres and satellites"},
                    anything,
                    required},
              s.network);
    v.section(
        Field{"attention",
              {"atención", "attention"},
              {"Componente 1: atención, información y derivación", "Component 1: attention, information and referral"},
              anything,
              required},
        s.attention);
    v.section(Field{"diagnosis", {"diagnóstico", "diagnosis"}, {"Diagnóstico", "Diagnosis"}}, s.diagnosis);
    v.section(Field{"targeting", {"focalización", "targeting"}, {"Focalización", "Targeting"}}, s.targeting);
    v.section(Field{"waiting_list",
                    {"lista de espera", "waiting list"},
                    {"Lista de espera por un cupo de asesoría", "Waiting list for a slot of advice"}},
              s.waiting_list);
    v.section(Field{"advisory", {"asesoría", "advisory"}, {"Componente 2: asesoría", "Component 2: advisory"}},
              s.advisory);
    v.section(Field{"work_plan", {"plan de trabajo", "work plan"}, {"Plan de trabajo", "Work plan"}}, s.work_plan);
    v.section(Field{"graduation", {"egreso", "graduation"}, {"Egreso y reingreso", "Graduation and coming back"}},
              s.graduation);
    v.section(Field{"outcomes", {"resultados", "outcomes"}, {"Resultados tras el egreso", "Outcomes after graduation"}},
              s.outcomes);
    v.section(Field{"alliances", {"alianzas", "alliances"}, {"Componente 3: alianzas", "Component 3: alliances"}},
              s.alliances);
    v.section(Field{"administration", {"administración", "administration"}, {"Administración", "Administration"}},
              s.administration);
    v.section(Field{"funding",
                    {"financiamiento", "funding"},
                    {"Cómo llega y se gasta el dinero del año", "How the money of the year comes and is spent"}},
              s.funding);
    v.section(
        Field{"initial",
              {"estado inicial", "initial state"},
              {"Quienes están en el programa al comenzar el primer año que se mide, además de lo que deja el arranque",
               "Who is in the programme when the first measured year begins, besides what the run-in leaves"}},
        s.initial);
    v.keyed(
        Field{"executed",
              {"meses ejecutados", "executed months"},
              {"Lo que se hizo y se gastó en cada mes que ya pasó (2025-01), uno tras otro desde un enero: se toma "
               "como fue, y la simulación sigue desde su fin. initial es entonces el estado a esa fecha",
               "What was done and spent in each month that is over (2025-01), one after another from a January: it "
               "is taken as it was, and the simulation goes on from its end. initial is then the state on that day"},
              anything,
              !required,
              {"{}", "{}"}},
        s.executed);
    v.keyed(Field{"exceptions",
                  {"valores por fecha y lugar", "values by date and place"},
                  {"Otros valores de una clave desde un día, y en algunas oficinas o regiones, por nombre",
                   "Other values of a key from a day on, and at some offices or regions, by name"},
                  anything,
                  !required,
                  {"{} (excepción)", "{} (exception)"}},
            s.exceptions);
    v.section(Field{"calibration",
                    {"calibración", "calibration"},
                    {"Qué ajusta aforo calibrate, y a qué; no cambia ningún resultado",
                     "What aforo calibrate fits, and to what; it changes no result"}},
              s.calibration);
    v.keyed(Field{"levers",
                  {"palancas", "levers"},
                  {"Números con que aforo goal busca llegar a una meta, por nombre; no cambian ningún resultado",
                   "Numbers by which aforo goal seeks to reach a goal, by name; they change no result"},
                  anything,
                  !required,
                  {"{} (palanca)", "{} (lever)"}},
            s.levers);
}

}  // namespace aforo::scenario
