#include <algorithm>

#include "aforo/scenario/data.hpp"

namespace aforo::scenario {

namespace {

using Need = DataColumn::Need;

const DataColumn pesos{{"pesos", "pesos"}, {"El monto en pesos", "The amount in pesos"}, Need::one_of};
const DataColumn thousands{{"miles_de_pesos", "thousands_of_pesos"},
                           {"El monto en miles de pesos (M$)", "The amount in thousands of pesos (M$)"},
                           Need::one_of};

}  // namespace

const std::vector<DataSchema>& data_schemas() {
    static const std::vector<DataSchema> all = {
        {DataKind::arrivals,
         "arrivals",
         {"llegadas", "arrivals"},
         {"Cuántas empresas llegaron, por mes o por día, en total o por oficina: doce meses, uno de cada uno",
          "How many enterprises came, by month or by day, in all or by office: twelve months, one of each"},
         {{{"mes", "month"},
           {"El mes: 2024-01, 01-2024 o ene-24", "The month: 2024-01, 01-2024 or jan-24"},
           Need::one_of},
          {{"fecha", "date"},
           {"El día: 2024-01-31, 31-01-2024 o 31/01/2024; los días que faltan son de nadie",
            "The day: 2024-01-31, 31-01-2024 or 31/01/2024; days that are left out are days of nobody"},
           Need::one_of},
          {{"oficina", "office"},
           {"Identificador del centro o satélite en la red; sin esta columna, todo el programa",
            "Identifier of the centre or satellite in the network; without this column, the whole programme"},
           Need::optional},
          {{"llegadas", "arrivals"}, {"Cuántas empresas llegaron", "How many enterprises came"}}}},
        {DataKind::centres,
         "centres",
         {"centros", "centres"},
         {"El peso de la demanda de cada centro, y sus asesores",
          "The weight of each centre's demand, and its advisors"},
         {{{"oficina", "office"}, {"Identificador en la red", "Identifier in the network"}},
          {{"nombre", "name"},
           {"Su nombre en la red, para no equivocarse de fila", "Its name in the network, lest a row be mistaken"},
           Need::optional},
          {{"peso", "weight"},
           {"Peso de la demanda de un centro, con sus satélites", "Weight of a centre's demand, with its satellites"},
           Need::optional},
          {{"asesores", "advisors"},
           {"Asesores del centro, que no crecen, o propios del satélite",
            "Advisors of the centre, who do not grow, or of the satellite's own"},
           Need::optional}}},
        {DataKind::durations,
         "durations",
         {"duraciones", "durations"},
         {"Duraciones observadas, una por fila, que se simulan tal como fueron (empirical)",
          "Observed lengths of time, one to a row, which are simulated as they were (empirical)"},
         {{{"clave", "key"},
           {"La clave que toma una distribución: attention.duration",
            "The key that takes a distribution: attention.duration"}},
          {{"minutos", "minutes"}, {"Cuánto duró, en minutos", "How long it took, in minutes"}, Need::one_of},
          {{"horas", "hours"}, {"Cuánto duró, en horas", "How long it took, in hours"}, Need::one_of},
          {{"días", "days"}, {"Cuánto duró, en días", "How long it took, in days"}, Need::one_of}}},
        {DataKind::budget,
         "budget",
         {"presupuesto", "budget"},
         {"El presupuesto de cada componente en cada año: el del primero, y su crecimiento",
          "The budget of each component in each year: that of the first, and its growth"},
         {{{"componente", "component"},
           {"attention, advisory, alliances o administration (o atencion, asesoria, alianzas, administracion)",
            "attention, advisory, alliances or administration"}},
          {{"año", "year"}, {"El año; desde el primero que se mide", "The year; from the first that is measured on"}},
          thousands,
          pesos}},
        {DataKind::published,
         "published",
         {"publicado", "published"},
         {"Cifras publicadas que se imprimen al lado y no entran en la simulación: las claves de plan",
          "Published figures that are printed beside and do not enter the simulation: the keys of plan"},
         {{{"clave", "key"},
           {"La clave de plan: attention.production, beneficiaries.2025",
            "The key of plan: attention.production, beneficiaries.2025"}},
          {{"valor", "value"}, {"La cifra", "The figure"}},
          {{"unidad", "unit"}, {"M$, MM$ o $, si es dinero", "M$, MM$ or $, where it is money"}, Need::optional}}},
        {DataKind::executed,
         "executed",
         {"ejecutado", "executed"},
         {"Lo que se hizo y se gastó en los meses que ya pasaron, uno por fila, desde un enero y seguidos: se toma "
          "como "
          "fue, y la simulación sigue desde su fin",
          "What was done and spent in the months that are over, one to a row, from a January and one after another: it "
          "is taken as it was, and the simulation goes on from its end"},
         {{{"mes", "month"}, {"El mes: 2025-01, 01-2025 o ene-25", "The month: 2025-01, 01-2025 or jan-25"}},
          {{"atendidas", "attended"}, {"Personas atendidas en el mes", "Persons attended in the month"}},
          {{"beneficiarios", "beneficiaries"},
           {"Empresas que comenzaron en el mes su primer plan del año",
            "Enterprises that began their first plan of the year in the month"}},
          {{"alianzas", "alliances"}, {"Alianzas realizadas en el mes", "Alliances realised in the month"}},
          {{"gasto_atención", "spending_attention"},
           {"Gasto del componente 1 en el mes, en miles de pesos (M$)",
            "Spending of component 1 in the month, in thousands of pesos (M$)"}},
          {{"gasto_asesoría", "spending_advisory"}, {"Del componente 2, en M$", "Of component 2, in M$"}},
          {{"gasto_alianzas", "spending_alliances"}, {"Del componente 3, en M$", "Of component 3, in M$"}},
          {{"gasto_administración", "spending_administration"},
           {"Gasto administrativo, en M$", "Administrative spending, in M$"}},
          {{"asesores", "advisors"},
           {"Asesores de todo el programa; los del último mes siguen, y crecen como los del escenario",
            "Advisors of the whole programme; those of the last month stay, and grow as the scenario's"},
           Need::optional},
          {{"orientadores", "orientation_staff"},
           {"Personal de orientación, en jornadas completas; el del último mes sigue, y crece como el del escenario",
            "Orientation staff, in full-time equivalents; that of the last month stays, and grows as the scenario's"},
           Need::optional}}}};
    return all;
}

const DataSchema& schema_of(DataKind kind) {
    const auto& all = data_schemas();
    return *std::find_if(all.begin(), all.end(), [&](const DataSchema& s) { return s.kind == kind; });
}

}  // namespace aforo::scenario
