// How the results were made, by the items of STRESS-DES (Monks et al., 2019), filled in from the run.
#include <algorithm>
#include <array>

#include "run_parts.hpp"

namespace aforo::told {

namespace {

struct Item {
    Text title, text;
    Sentence (*body)(const Subject&, const Text&) = [](const Subject& s, const Text& said) { return s.say(said); };
};

int number_of(const Subject& s, std::string_view kind) {
    return static_cast<int>(
        std::count_if(s.run.offices.begin(), s.run.offices.end(), [&](const auto& o) { return o.kind == kind; }));
}

Sentence network(const Subject& s, const Text& text) {
    return s.say(text, number_of(s, "centre"), number_of(s, "satellite"), s.run.regions.size());
}

Sentence data(const Subject& s, const Text& text) {
    const auto numbers =
        std::count_if(s.run.assumptions.begin(), s.run.assumptions.end(), [](const auto& a) { return a.is_number(); });
    return s.say(text, static_cast<int>(numbers), s.run.sources.size());
}

Sentence run_in(const Subject& s, const Text& text) {
    const auto found = std::find_if(s.run.assumptions.begin(), s.run.assumptions.end(),
                                    [](const auto& a) { return a.path == "horizon.run_in_years"; });
    return s.say(text, found == s.run.assumptions.end() ? planned(results::undefined, {}) : sayable(found->value));
}

Sentence years(const Subject& s, const Text& text) {
    return s.run.years.empty() ? Sentence() : s.say(text, s.run.years.front(), s.run.years.back());
}

// In the order of the guideline: objectives, logic, data, experimentation, implementation, access to the code.
constexpr auto items = std::to_array<Item>({
    {{"1.1 Propósito", "1.1 Purpose"},
     {"Estimar qué capacidad y qué cobertura tendría el programa bajo este escenario, y qué lo limitaría.",
      "To estimate what capacity and coverage the programme would have under this scenario, and what would limit it."}},
    {{"1.2 Resultados", "1.2 Outputs"},
     {"{0} medidas por año, región, oficina, grupo y componente. Cada una tiene una definición escrita, que imprime "
      "aforo run con --definitions.",
      "{0} measures by year, region, office, group and component. Each has a written definition, which aforo run "
      "prints with --definitions."},
     [](const Subject& s, const Text& text) { return s.say(text, s.run.columns.size()); }},
    {{"1.3 Experimento", "1.3 Experiment"},
     {"Un escenario, repetido con distintos números aleatorios; se compara con lo que la ficha planifica, que no entra "
      "en la simulación.",
      "One scenario, repeated with different random numbers; it is compared with what the sheet plans, which does not "
      "enter the simulation."}},
    {{"2.1 Lógica del modelo", "2.1 Logic of the model"},
     {"Cada empresa llega a una oficina, espera y recibe atención, se diagnostica, califica o es derivada, espera un "
      "cupo, cumple un plan de sesiones con un asesor, y egresa o abandona. Puede irse mientras espera, rechazar el "
      "cupo y volver. Nada se gasta sin fondos.",
      "Each enterprise comes to an office, waits for and receives attention, is diagnosed, qualifies or is referred, "
      "waits for a slot, follows a plan of sessions with an advisor, and graduates or drops out. It may leave while it "
      "waits, decline the slot and come again. Nothing is spent without funds."}},
    {{"2.2 Red", "2.2 Network"},
     {"{0} centros y {1} satélites en {2} regiones.", "{0} centres and {1} satellites in {2} regions."},
     network},
    {{"2.3 Componentes", "2.3 Components"},
     {"Entidades: empresas. Recursos: orientadores, asesores, cupos por asesor, horas y presupuestos por componente y "
      "año. Colas: una de atención por oficina, en orden de llegada; una lista de espera por centro, en el orden de la "
      "regla de prioridad.",
      "Entities: enterprises. Resources: orientation staff, advisors, slots by advisor, hours, and budgets by "
      "component and year. Queues: one for attention at each office, in order of arrival; one waiting list at each "
      "centre, in the order of the priority rule."}},
    {{"3. Datos y supuestos", "3. Data and assumptions"},
     {"{0} números de {1} fuentes, todos en la sección de supuestos con su procedencia.",
      "{0} numbers from {1} sources, all of them in the section on assumptions with where they come from."},
     data},
    {{"4.1 Puesta en marcha", "4.1 Initialisation"},
     {"El programa parte vacío y se simula sin medir durante los años previos al primero que se informa. Años de "
      "puesta "
      "en marcha: {0}.",
      "The programme starts empty and is simulated unmeasured in the years before the first that is reported. Years of "
      "run-in: {0}."},
     run_in},
    {{"4.2 Período", "4.2 Run length"},
     {"Del 1 de enero de {0} al 31 de diciembre de {1}, día por día.",
      "From 1 January {0} to 31 December {1}, day by day."},
     years},
    {{"4.3 Estimación", "4.3 Estimation"},
     {"{0} réplicas independientes. Promedio con intervalo de confianza de 95 % (t de Student); percentiles 10 y 90 de "
      "las réplicas como rango de futuros.",
      "{0} independent replications. Mean with a 95% confidence interval (Student’s t); percentiles 10 and 90 of the "
      "replications as the range of futures."},
     [](const Subject& s, const Text& text) { return s.say(text, s.run.replications); }},
    {{"5.1 Programa", "5.1 Software"},
     {"aforo {0}, en C++20. Eventos ordenados por tiempo, fase y orden de programación; el tiempo en milisegundos y el "
      "dinero en pesos enteros.",
      "aforo {0}, in C++20. Events in the order of time, phase and scheduling; time in milliseconds and money in whole "
      "pesos."},
     [](const Subject& s, const Text& text) { return s.say(text, s.run.version); }},
    {{"5.2 Números aleatorios", "5.2 Random numbers"},
     {"Philox4x32-10 (Salmon y otros, 2011), con semilla {0}: cada número depende de la semilla, la réplica, la "
      "empresa "
      "y su propósito. Los resultados no dependen de cuántos hilos se usen.",
      "Philox4x32-10 (Salmon et al., 2011), with seed {0}: each number depends on the seed, the replication, the "
      "enterprise and its purpose. Results do not depend on the number of threads."},
     [](const Subject& s, const Text& text) { return s.say(text, seed_said(s.run.seed)); }},
    {{"6. Acceso", "6. Access"},
     {"El código, los escenarios y las pruebas están en el repositorio de aforo; la orden que repite esta corrida, en "
      "la sección siguiente. Los valores de cada réplica están en run.sqlite, en la carpeta de la corrida.",
      "The code, the scenarios and the tests are in aforo’s repository; the command that repeats this run, in the next "
      "section. The values of every replication are in run.sqlite, in the folder of the run."}},
});

}  // namespace

Section method(const Subject& s) {
    constexpr Text title{"El método", "The method"};
    constexpr Text lead{
        "Según los puntos de STRESS-DES (Monks y otros, 2019), la pauta para informar simulaciones de eventos "
        "discretos.",
        "By the items of STRESS-DES (Monks et al., 2019), the guideline for reporting discrete-event simulations."};
    Definitions list;
    for (const auto& item : items) {
        if (Sentence text = item.body(s, item.text); !text.empty()) list.items.push_back({s.say(item.title), text});
    }
    return {.id = "metodo",
            .title = in(title, s.lang),
            .blocks = {Paragraph{s.say(lead)}, std::move(list)},
            .media = Media::page,
            .is_annex = true};
}

}  // namespace aforo::told
