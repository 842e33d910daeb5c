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
                   ceiling_points, "targeting:\n  criteria:\n    - need: {at_most: 70}\n"}};

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
                   mean_and_cv, "waiting_list:\n  patience: {weibull: {mean: 200 days, cv: 0.8}}\n"}};

constexpr std::array all = {
    Catalogue{"criteria", "Criterios de focalización (targeting.criteria, en el orden en que se aplican)",
              "Eligibility criteria (targeting.criteria, in the order in which they apply)", criteria},
    Catalogue{"distributions", "Distribuciones (de todo lo que dura o espera)",
              "Distributions (of whatever takes or waits time)", distributions}};

}  // namespace

std::span<const Catalogue> catalogues() { return all; }

}  // namespace aforo::policy
