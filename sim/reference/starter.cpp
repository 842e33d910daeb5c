#include <array>
#include <string>

#include "aforo/reference/reference.hpp"

namespace aforo::reference {

namespace {

constexpr std::string_view in_spanish =
    R"yaml(# Un programa pequeño de ejemplo: una región, dos centros y un satélite. Los números son inventados: cámbielos por los suyos.
#
#   aforo check este-archivo.yaml     dice todo lo que esté mal, con su línea
#   aforo run este-archivo.yaml       lo simula
#   aforo facts este-archivo.yaml     lista cada número con su fuente
#   aforo schema --markdown           explica todas las claves; aquí están las principales
#
# Una política se escribe aparte, en otro archivo que parte de este y dice solo lo que cambia:
#
#   aforo: 1
#   name: Más asesores
#   extends: escenario.yaml
#   advisory: {advisors: 8, budget: 270000 M$}
aforo: 1
name: Mi programa
description: ¿Cuántas empresas alcanza a atender el programa?

# Quién responde por él, desde cuándo (date: 2025-03-31), en qué estado (draft: borrador; official: oficial) y por qué se
# hizo. No cambia ningún resultado; los informes de un borrador lo dicen arriba.
about:
  author: Equipo de estudios
  status: draft
  reason: Primer ejercicio

# De dónde salen los números. Cada uno puede decir su fuente, y entre qué valores podría estar:
# {value: 8, range: [4, 16], source: supuesto, note: "por qué"}. Una fuente puesta en un grupo vale para todo el grupo.
sources:
  supuesto: {title: "Supuesto: no hay dato todavía; el rango dice entre qué valores podría estar"}

# Años que se miden, y años de arranque que se simulan antes, desde vacío, sin medir.
horizon:
  source: supuesto
  first_year: 2025
  last_year: 2026
  run_in_years: 1

# Con la misma semilla salen los mismos resultados. Más réplicas, menos error de simulación.
experiment:
  source: supuesto
  seed: 1
  replications: 40

# Días y horas en que se atiende. holidays: chile descuenta los feriados nacionales.
calendar:
  source: supuesto
  weekdays: [monday, tuesday, wednesday, thursday, friday]
  opens: 9 h
  day: 8 h
  holidays: chile

# Poblaciones, en empresas: contra ellas se calcula la cobertura.
population:
  source: supuesto
  potential: 60000
  target: 10000

# Lo que el programa tiene planificado: se imprime al lado de lo simulado, y no entra en la simulación.
plan:
  source: supuesto
  price_year: 2024
  attention: {name: Atención, unit: Personas atendidas, spending: 75000 M$, production: 1900}
  advisory: {name: Asesoría, unit: Personas asesoradas, spending: 225000 M$, production: 500}
  alliances: {name: Alianzas, unit: Alianzas realizadas, spending: 60000 M$, production: 40}
  administration: 40000 M$
  beneficiaries: {2025: 500, 2026: 520}

# 1. Quiénes llegan. growth: 1.05 es 5 % más cada 1 de enero. month_factors: de enero a diciembre, por día hábil.
demand:
  source: supuesto
  arrivals: {value: 2000, range: [1500, 2600], note: "empresas que se espera que lleguen el primer año, en todo el país"}
  growth: 1.05
  month_factors: [0.8, 0.5, 1, 1.1, 1.1, 1, 1, 1.1, 0.9, 1.1, 1.1, 0.8]

# Cómo son. Partes de 0 a 1; ventas anuales en UF.
enterprises:
  source: supuesto
  informal: {value: 0.3, range: [0.15, 0.5]}
  cooperative: 0.001
  committed_to_formalise: 0.9
  agri_rural: 0.15
  agri_elsewhere: 0.04
  attended_sector: 0.97
  sales_median: 800 UF
  sales_limit: 25000 UF
  sales_above: 0.01
  sustainability_mean: 50
  sustainability_sd: 15

# 2. Dónde llegan. weight reparte la demanda entre centros. El número de un centro es suyo para siempre: no lo reutilice.
network:
  source: supuesto
  rural_share: 0.25
  regions:
    sur: {name: Región Sur, order: 1, population: 400000, female: 0.6, legal_entity: 0.2, urban: 0.8, mixed: 0.2}
  centres:
    1: {name: Centro Norte, region: sur, weight: 2}
    2: {name: Centro Costa, region: sur, weight: 1}
  satellites:
    101: {name: Satélite Cordillera, parent: 1, visiting_days: 2}

# 3. Componente 1: atención por personal de orientación. patience: cuánto espera una empresa antes de irse.
attention:
  source: supuesto
  budget: 85000 M$
  budget_growth: 1.05
  staff: {value: 4, range: [3, 5], note: "jornadas completas"}
  staff_growth: 1.05
  annual_cost: 17000 M$
  direct_hours: 1200 h
  overrun: compensate
  cost: 2 M$
  duration: {gamma: {mean: {value: 1 h, range: [0.5 h, 1.5 h]}, cv: 0.5}}
  patience: {exponential: {mean: 120 days}}

# 4. Diagnóstico, a continuación de la atención, a una parte de quienes llegan.
diagnosis:
  source: supuesto
  share: 0.8
  duration: {gamma: {mean: 1.5 h, cv: 0.5}}
  correlation: 0.6
  measurement_error: {value: 10, range: [5, 15]}

# 5. Focalización: los criterios se aplican en orden; el primero que falla deriva a la empresa.
targeting:
  source: supuesto
  pass_standard: 52
  high_cut: 61
  problem_threshold: 55
  criteria:
    - sector
    - sales: {at_most: 25000 UF}
    - formality
    - standard
    - bands: [medium, high]

# 6. Lista de espera por un cupo. `aforo rules` explica las reglas de prioridad.
waiting_list:
  source: supuesto
  priority: arrival
  patience: {exponential: {mean: 365 days}}
  decline: 0.1

# 7. Componente 2: asesores. Los cupos de un centro son sus asesores por caseload; además limitan sus horas y los fondos.
advisory:
  source: supuesto
  budget: 240000 M$
  budget_growth: 1.05
  advisors: {value: 7, range: [4, 11]}
  advisors_growth: 1.05
  advisors_at_least: 3
  annual_cost: 24000 M$
  direct_hours: 1000 h
  caseload: {value: 42, range: [35, 60]}
  plan_cost: 45 M$
  satellite_cost: 30000 M$
  travel: 1 h
  satellite_growth: 1

# Plan de trabajo: sesiones en la agenda de los asesores.
work_plan:
  source: supuesto
  sessions: {value: 8, range: [4, 16]}
  session: {gamma: {mean: 90 min, cv: 0.5}}
  first_session: {gamma: {mean: 10 days, cv: 0.2}}
  spacing: {gamma: {mean: 28 days, cv: 0.2}}
  no_show: 0.15
  dropout: {value: 0.25, range: [0.1, 0.4]}

# 8. Egreso, y otro plan pasado un tiempo.
graduation:
  source: supuesto
  repeat: 0.2
  cooldown: 180 days
  max_plans: 2

# 9. Resultados tras el egreso, con y sin programa.
outcomes:
  source: supuesto
  sales: {intercept: -0.15, slope: 0.05, effect: {value: 0.03, range: [0, 0.065]}, sd: 0.25, threshold: 0.05}
  survival: {intercept: 3.6, slope: 0.5, effect: {value: 0.7, range: [0, 2]}}

# 10. Componente 3: alianzas que los coordinadores inician y a veces se realizan.
alliances:
  source: supuesto
  budget: 60000 M$
  budget_growth: 1.05
  coordinators: 2
  coordinators_growth: 1
  annual_cost: 16300 M$
  direct_hours: 800 h
  linkages: 28
  hours: 20 h
  duration: 4 months
  success: 0.6
  cost: 600 M$

# Gasto administrativo, como parte del gasto total.
administration:
  source: supuesto
  budget: 43000 M$
  budget_growth: 1.05
  share: 0.1
)yaml";

// Its texts, in the order in which they are put in English; the numbers stand once.
constexpr auto texts = std::to_array<core::Text>({
    {"# Un programa pequeño de ejemplo: una región, dos centros y un satélite. Los números son inventados: cámbielos "
     "por los suyos.",
     "# A small programme as an example: one region, two centres and a satellite. The numbers are made up: put your "
     "own."},
    {"#   aforo check este-archivo.yaml     dice todo lo que esté mal, con su línea",
     "#   aforo check this-file.yaml        says all that is wrong, with its line"},
    {"#   aforo run este-archivo.yaml       lo simula", "#   aforo run this-file.yaml          simulates it"},
    {"#   aforo facts este-archivo.yaml     lista cada número con su fuente",
     "#   aforo facts this-file.yaml        lists each number with its source"},
    {"#   aforo schema --markdown           explica todas las claves; aquí están las principales",
     "#   aforo schema --markdown           explains all keys; the main ones are here"},
    {"# Una política se escribe aparte, en otro archivo que parte de este y dice solo lo que cambia:",
     "# A policy is written apart, in another file that starts from this one and says only what changes:"},
    {"#   name: Más asesores", "#   name: More advisors"},
    {"#   extends: escenario.yaml", "#   extends: scenario.yaml"},
    {"name: Mi programa", "name: My programme"},
    {"description: ¿Cuántas empresas alcanza a atender el programa?",
     "description: How many enterprises can the programme serve?"},
    {"# Quién responde por él, desde cuándo (date: 2025-03-31), en qué estado (draft: borrador; official: oficial) y "
     "por qué se\n# hizo. No cambia ningún resultado; los informes de un borrador lo dicen arriba.",
     "# Who answers for it, since when (date: 2025-03-31), in which state (draft, official) and why it was made. It "
     "changes no\n# result; the reports of a draft say so at the top."},
    {"Equipo de estudios", "Research team"},
    {"Primer ejercicio", "First exercise"},
    {"# De dónde salen los números. Cada uno puede decir su fuente, y entre qué valores podría estar:\n# {value: 8, "
     "range: [4, 16], source: supuesto, note: \"por qué\"}. Una fuente puesta en un grupo vale para todo el grupo.",
     "# Where the numbers come from. Each may say its source, and between which values it may be:\n# {value: 8, range: "
     "[4, 16], source: assumption, note: \"why\"}. A source put in a group holds for the whole group."},
    {"supuesto: {title: \"Supuesto: no hay dato todavía; el rango dice entre qué valores podría estar\"}",
     "assumption: {title: \"Assumption: there is no datum yet; the range says between which values it may be\"}"},
    {"# Años que se miden, y años de arranque que se simulan antes, desde vacío, sin medir.",
     "# Years that are measured, and years of run-in that are simulated before, from empty, without measuring."},
    {"# Con la misma semilla salen los mismos resultados. Más réplicas, menos error de simulación.",
     "# The same seed gives the same results. More replications, less simulation error."},
    {"# Días y horas en que se atiende. holidays: chile descuenta los feriados nacionales.",
     "# Days and hours of attention. holidays: chile takes off the national holidays."},
    {"# Poblaciones, en empresas: contra ellas se calcula la cobertura.",
     "# Populations, in enterprises: coverage is over them."},
    {"# Lo que el programa tiene planificado: se imprime al lado de lo simulado, y no entra en la simulación.",
     "# What the programme plans: it is printed beside what is simulated, and does not enter the simulation."},
    {"name: Atención, unit: Personas atendidas", "name: Attention, unit: Persons attended"},
    {"name: Asesoría, unit: Personas asesoradas", "name: Advisory, unit: Persons advised"},
    {"name: Alianzas, unit: Alianzas realizadas", "name: Alliances, unit: Alliances realised"},
    {"# 1. Quiénes llegan. growth: 1.05 es 5 % más cada 1 de enero. month_factors: de enero a diciembre, por día "
     "hábil.",
     "# 1. Who comes. growth: 1.05 is 5 % more each 1 January. month_factors: January to December, per working day."},
    {"note: \"empresas que se espera que lleguen el primer año, en todo el país\"",
     "note: \"enterprises expected to come in the first year, in the whole country\""},
    {"# Cómo son. Partes de 0 a 1; ventas anuales en UF.",
     "# What they are like. Shares from 0 to 1; annual sales in UF."},
    {"# 2. Dónde llegan. weight reparte la demanda entre centros. El número de un centro es suyo para siempre: no lo "
     "reutilice.",
     "# 2. Where they come. weight shares demand among centres. A centre's number is its own for ever: do not use it "
     "again."},
    {"name: Región Sur", "name: South Region"},
    {"name: Centro Norte", "name: North Centre"},
    {"name: Centro Costa", "name: Coast Centre"},
    {"name: Satélite Cordillera", "name: Mountain Satellite"},
    {"# 3. Componente 1: atención por personal de orientación. patience: cuánto espera una empresa antes de irse.",
     "# 3. Component 1: attention by orientation staff. patience: how long an enterprise waits before it leaves."},
    {"note: \"jornadas completas\"", "note: \"full-time equivalents\""},
    {"# 4. Diagnóstico, a continuación de la atención, a una parte de quienes llegan.",
     "# 4. Diagnosis, right after the attention, of a share of those who come."},
    {"# 5. Focalización: los criterios se aplican en orden; el primero que falla deriva a la empresa.",
     "# 5. Targeting: criteria are applied in order; the first that fails refers the enterprise."},
    {"# 6. Lista de espera por un cupo. `aforo rules` explica las reglas de prioridad.",
     "# 6. Waiting list for a slot. `aforo rules` explains the priority rules."},
    {"# 7. Componente 2: asesores. Los cupos de un centro son sus asesores por caseload; además limitan sus horas y "
     "los fondos.",
     "# 7. Component 2: advisors. The slots of a centre are its advisors times caseload; their hours and funds limit "
     "too."},
    {"# Plan de trabajo: sesiones en la agenda de los asesores.", "# Work plan: sessions in the advisors' agenda."},
    {"# 8. Egreso, y otro plan pasado un tiempo.", "# 8. Graduation, and another plan after some time."},
    {"# 9. Resultados tras el egreso, con y sin programa.",
     "# 9. Outcomes after graduation, with and without the programme."},
    {"# 10. Componente 3: alianzas que los coordinadores inician y a veces se realizan.",
     "# 10. Component 3: alliances that coordinators start and that are sometimes realised."},
    {"# Gasto administrativo, como parte del gasto total.", "# Administrative spending, as a share of all spending."},
    {"source: supuesto", "source: assumption"},
});

}  // namespace

std::string starter(core::Lang lang) {
    std::string text(in_spanish);
    if (lang == core::Lang::es) return text;
    for (const auto& [es, en] : texts) {
        for (auto at = text.find(es); at != std::string::npos; at = text.find(es, at + en.size()))
            text.replace(at, es.size(), en);
    }
    return text;
}

}  // namespace aforo::reference
