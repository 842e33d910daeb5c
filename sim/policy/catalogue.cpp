#include "aforo/policy/catalogue.hpp"

#include <array>

namespace aforo::policy {

namespace {

constexpr std::array ceiling_uf = {
    CatalogueParameter{"at_most", "ventas anuales máximas, en UF", "highest annual sales, in UF"}};
constexpr std::array ceiling_points = {
    CatalogueParameter{"at_most", "puntaje compuesto máximo, de 0 a 100", "highest composite score, from 0 to 100"}};
constexpr std::array eligible_bands = {CatalogueParameter{"[…]", "las bandas que se atienden: low, medium, high",
                                                          "the bands that are served: low, medium, high"}};

constexpr std::array criteria = {
    CatalogueEntry{"sector",
                   "La empresa es de un rubro que el programa atiende (enterprises.attended_sector).",
                   "The enterprise is in a line of business that the programme attends (enterprises.attended_sector).",
                   {},
                   "targeting:\n  criteria: [sector]\n"},
    CatalogueEntry{"sales", "Sus ventas anuales no pasan de un monto.", "Its annual sales are within an amount.",
                   ceiling_uf, "targeting:\n  criteria:\n    - sales: {at_most: 25000 UF}\n"},
    CatalogueEntry{"formality",
                   "Es formal, o informal con compromiso de formalizarse (enterprises.committed_to_formalise).",
                   "It is formal, or informal and committed to formalise (enterprises.committed_to_formalise).",
                   {},
                   "targeting:\n  criteria: [formality]\n"},
    CatalogueEntry{"standard",
                   "Su puntaje compuesto alcanza el estándar (targeting.pass_standard).",
                   "Its composite score reaches the standard (targeting.pass_standard).",
                   {},
                   "targeting:\n  pass_standard: 52\n  criteria: [standard]\n"},
    CatalogueEntry{
        "bands", "Su banda de potencial es una de las que se atienden: low < pass_standard ≤ medium < high_cut ≤ high.",
        "Its band of potential is one of those served: low < pass_standard ≤ medium < high_cut ≤ high.", eligible_bands,
        "targeting:\n  pass_standard: 52\n  high_cut: 61\n  criteria:\n    - bands: [low, medium]\n"},
    CatalogueEntry{"need", "Su puntaje compuesto no pasa de un techo: verifica que presenta el problema.",
                   "Its composite score is within a ceiling: it verifies that the enterprise has the problem.",
                   ceiling_points, "targeting:\n  criteria:\n    - need: {at_most: 70}\n"},
    CatalogueEntry{"agri_forestry",
                   "No es silvoagropecuaria de territorio rural, que se deriva a instituciones de ese rubro (INDAP).",
                   "It is not rural agri-forestry, which is referred to institutions of that sector (INDAP).",
                   {},
                   "targeting:\n  criteria: [agri_forestry]\n"}};

constexpr std::array points = {
    CatalogueParameter{"potential", "puntos por cada punto del puntaje compuesto", "points per point of the composite"},
    CatalogueParameter{"female, rural, informal, cooperative, re_entry", "puntos de quien lo es",
                       "points of who is so"},
    CatalogueParameter{"sales", "puntos por cada 1000 UF de ventas", "points per 1000 UF of sales"},
    CatalogueParameter{"wait_day", "puntos por cada día de espera (envejecimiento)", "points per day waited (ageing)"}};

constexpr std::array priorities = {
    CatalogueEntry{"arrival",
                   "En orden de solicitud del cupo.",
                   "In the order in which slots are asked for.",
                   {},
                   "waiting_list:\n  priority: arrival\n"},
    CatalogueEntry{"lowest_potential",
                   "Primero quien tiene el puntaje compuesto más bajo.",
                   "The lowest composite first.",
                   {},
                   "waiting_list:\n  priority: lowest_potential\n"},
    CatalogueEntry{"highest_potential",
                   "Primero quien tiene el puntaje compuesto más alto.",
                   "The highest composite first.",
                   {},
                   "waiting_list:\n  priority: highest_potential\n"},
    CatalogueEntry{"longest_wait",
                   "Primero quien llegó antes a la oficina, aunque haya pedido el cupo después (por día).",
                   "Who first came to an office earliest, whenever the slot was asked for (by day).",
                   {},
                   "waiting_list:\n  priority: longest_wait\n"},
    CatalogueEntry{"lottery", "Por sorteo.", "By lot.", {}, "waiting_list:\n  priority: lottery\n"},
    CatalogueEntry{"women_first",
                   "Primero las empresas de mujeres.",
                   "Women's enterprises first.",
                   {},
                   "waiting_list:\n  priority: [women_first, lowest_potential]\n"},
    CatalogueEntry{"rural_first",
                   "Primero las de territorio rural.",
                   "Those of rural territory first.",
                   {},
                   "waiting_list:\n  priority: [rural_first, arrival]\n"},
    CatalogueEntry{"informal_first",
                   "Primero las informales.",
                   "Informal ones first.",
                   {},
                   "waiting_list:\n  priority: [informal_first, arrival]\n"},
    CatalogueEntry{"first_plans_first",
                   "Primero quien pide su primer plan.",
                   "Who asks for a first plan, first.",
                   {},
                   "waiting_list:\n  priority: [first_plans_first, arrival]\n"},
    CatalogueEntry{"re_entries_first",
                   "Primero las egresadas que piden otro plan.",
                   "Graduates that ask for another plan first.",
                   {},
                   "waiting_list:\n  priority: [re_entries_first, arrival]\n"},
    CatalogueEntry{"weighted", "Primero quien suma más puntos por sus atributos y su espera.",
                   "Who has most points for attributes and waiting first.", points,
                   "waiting_list:\n  priority:\n    weighted: {potential: -1, female: 5, rural: 10, wait_day: 0.1}\n"}};

constexpr std::array shares = {CatalogueParameter{"share", "parte de las admisiones del centro en el año",
                                                  "share of the centre's admissions in the year"}};
constexpr std::array reserves = {
    CatalogueEntry{"women", "Parte reservada a empresas de mujeres.", "Share kept for women's enterprises.", shares,
                   "waiting_list:\n  reserves:\n    - {group: women, share: 0.5}\n"},
    CatalogueEntry{"rural", "Parte reservada al territorio rural.", "Share kept for rural territory.", shares,
                   "waiting_list:\n  reserves:\n    - {group: rural, share: 0.3}\n  unused_reserve: hold\n"},
    CatalogueEntry{"informal", "Parte reservada a informales.", "Share kept for informal ones.", shares,
                   "waiting_list:\n  reserves:\n    - {group: informal, share: 0.2}\n"},
    CatalogueEntry{"first_plans", "Parte reservada a primeros planes.", "Share kept for first plans.", shares,
                   "waiting_list:\n  reserves:\n    - {group: first_plans, share: 0.8}\n"},
    CatalogueEntry{
        "low_band", "Parte reservada a la banda baja.", "Share kept for the low band.", shares,
        "targeting:\n  criteria: [sector]\nwaiting_list:\n  reserves:\n    - {group: low_band, share: 0.2}\n"},
    CatalogueEntry{"medium_band", "Parte reservada a la banda media.", "Share kept for the medium band.", shares,
                   "waiting_list:\n  reserves:\n    - {group: medium_band, share: 0.6}\n"},
    CatalogueEntry{"high_band", "Parte reservada a la banda alta.", "Share kept for the high band.", shares,
                   "waiting_list:\n  reserves:\n    - {group: high_band, share: 0.4}\n"}};

constexpr std::array mean_only = {
    CatalogueParameter{"mean", "media, con unidad de tiempo", "mean, with a unit of time"}};
constexpr std::array mean_and_cv = {
    CatalogueParameter{"mean", "media, con unidad de tiempo", "mean, with a unit of time"},
    CatalogueParameter{"cv", "desviación estándar dividida por la media", "standard deviation over the mean"}};
constexpr std::array low_and_high = {CatalogueParameter{"low", "mínimo", "minimum"},
                                     CatalogueParameter{"high", "máximo", "maximum"}};
constexpr std::array low_mode_high = {CatalogueParameter{"low", "mínimo", "minimum"},
                                      CatalogueParameter{"mode", "valor más probable", "most likely value"},
                                      CatalogueParameter{"high", "máximo", "maximum"}};

constexpr std::array observed = {
    CatalogueParameter{"values", "los observados, cada uno con su unidad", "those observed, each with its unit"}};
constexpr std::array weighted_parts = {CatalogueParameter{
    "parts", "de 1 a 20 {weight: peso, of: tiempo o distribución que no sea otra mezcla}; los pesos suman 1",
    "1 to 20 of {weight: weight, of: length of time or distribution, not another mixture}; the weights sum to 1"}};

constexpr std::array distributions = {
    CatalogueEntry{"constant", "Siempre lo mismo. Un tiempo a secas (90 min) es lo mismo.",
                   "Always the same. A bare length of time (90 min) means this.", mean_only,
                   "work_plan:\n  session: {constant: {mean: 90 min}}\n"},
    CatalogueEntry{"uniform", "Cualquier valor entre dos, con igual probabilidad.",
                   "Any value between two, equally likely.", low_and_high,
                   "work_plan:\n  first_session: {uniform: {low: 5 days, high: 15 days}}\n"},
    CatalogueEntry{"triangular", "Entre dos valores, con uno más probable: la opinión de un experto.",
                   "Between two values, one of them the most likely: an expert's opinion.", low_mode_high,
                   "work_plan:\n  spacing: {triangular: {low: 14 days, mode: 28 days, high: 60 days}}\n"},
    CatalogueEntry{"exponential", "Sin memoria: lo que falta no depende de lo esperado. Usual para la paciencia.",
                   "Memoryless: what is left does not depend on what has passed. Usual for patience.", mean_only,
                   "waiting_list:\n  patience: {exponential: {mean: 365 days}}\n"},
    CatalogueEntry{"gamma", "Positiva y asimétrica; con cv 1 es la exponencial. Usual para duraciones de servicio.",
                   "Positive and skewed; with cv 1 it is the exponential. Usual for service times.", mean_and_cv,
                   "attention:\n  duration: {gamma: {mean: 1 h, cv: 0.5}}\n"},
    CatalogueEntry{"lognormal", "Su logaritmo es normal: cola más larga que la gamma.",
                   "Its logarithm is normal: a longer tail than the gamma's.", mean_and_cv,
                   "alliances:\n  duration: {lognormal: {mean: 4 months, cv: 0.6}}\n"},
    CatalogueEntry{"weibull", "Con cv menor que 1, lo que más dura está más cerca de terminar; con cv mayor, al revés.",
                   "With a cv under 1, what has lasted longer is nearer its end; above 1, the other way round.",
                   mean_and_cv, "waiting_list:\n  patience: {weibull: {mean: 200 days, cv: 0.8}}\n"},
    CatalogueEntry{"empirical",
                   "Valores observados y lo que hay entre ellos: el k-ésimo de n, de menor a mayor, es el cuantil "
                   "(k - 1/2)/n (Hazen), en línea recta entre uno y otro. Su media es la de los valores.",
                   "Observed values and what lies between: the k-th of n, from the least, is the quantile (k - 1/2)/n "
                   "(Hazen), in a straight line from one to the next. Its mean is the values'.",
                   observed, "work_plan:\n  first_session: {empirical: {values: [5 days, 8 days, 8 days, 13 days]}}\n"},
    CatalogueEntry{
        "mixture",
        "Una parte de los casos de una manera y el resto de otra. Un tiempo a secas como parte es un valor que "
        "se repite: un 10 % que no espera nada, o frecuencias de valores sueltos.",
        "Some cases one way and the rest another. A bare length of time as a part is a value that comes again "
        "and again: 10 % who do not wait at all, or frequencies of single values.",
        weighted_parts,
        "waiting_list:\n  patience:\n    mixture:\n      parts:\n        - {weight: 0.1, of: 0 days}\n"
        "        - {weight: 0.9, of: {exponential: {mean: 365 days}}}\n"}};

constexpr std::array all = {
    Catalogue{
        "priorities",
        "Reglas de prioridad (waiting_list.priority; varias en lista: la segunda decide entre iguales de la primera)",
        "Priority rules (waiting_list.priority; several in a list: the second decides among equals of the first)",
        priorities},
    Catalogue{"reserves", "Reservas de cupos (waiting_list.reserves)", "Reserved shares (waiting_list.reserves)",
              reserves},
    Catalogue{"criteria", "Criterios de focalización (targeting.criteria, en el orden en que se aplican)",
              "Eligibility criteria (targeting.criteria, in the order in which they apply)", criteria},
    Catalogue{"distributions", "Distribuciones (de todo lo que dura o espera)",
              "Distributions (of whatever takes or waits time)", distributions}};

}  // namespace

std::span<const Catalogue> catalogues() { return all; }

}  // namespace aforo::policy
