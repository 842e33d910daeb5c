// The README and its pages do what they say: their commands run, their figures are what these give, their arithmetic is
// the scenario's.
#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <regex>
#include <set>

#include "aforo/render/format.hpp"
#include "aforo/scenario/reader.hpp"
#include "docs/sandbox.hpp"

using namespace aforo;
using namespace aforo::docs::testing;

namespace {

constexpr int first_year = 2024, last_year = 2027;
const render::Format es(core::Lang::es);

// All commands of the pages, run once for all the tests here.
Sandbox& sandbox() {
    static Sandbox all;
    static const bool followed = [] {
        for (const auto& path : pages()) all.follow(Document(path));
        return true;
    }();
    REQUIRE(followed);
    return all;
}

scenario::Scenario read(const std::string& path) {
    auto result = scenario::read(std::string(AFORO_SOURCE_DIR) + "/" + path, core::Lang::es);
    REQUIRE(result.scenario.has_value());
    return *result.scenario;
}

std::string row(const std::string& title, const std::vector<std::string>& cells) {
    std::string text = "| " + title + " |";
    for (const auto& cell : cells) text += " " + cell + " |";
    return text;
}

// How a kind of figure is written: a count, a mean with decimals, a share in %.
struct Style {
    int decimals = 0;
    bool percent = false;
    [[nodiscard]] std::string operator()(double v) const {
        return percent ? es.percent(v, decimals) : es.number(v, decimals);
    }
    [[nodiscard]] std::string operator()(const Value& v) const {
        if (v.half_width == 0) return (*this)(v.mean);  // it does not vary
        const double scale = percent ? 100 : 1, least = std::pow(10, -decimals);
        const double error = scale * v.half_width;
        const std::string width = error < least / 2 ? "<" + es.number(least, decimals) : es.number(error, decimals);
        return es.number(scale * v.mean, decimals) + " ± " + width + (percent ? " %" : "");
    }
};
constexpr Style count{}, one_decimal{1}, percent{1, true}, percent_2{2, true};

// A figure of the sheet.
struct Published {
    const char* title;
    double value;
    const char* metric;
    Style style = count;
    const char* component = nullptr;

    [[nodiscard]] Value simulated(const Results& r) const {
        return component ? r.of(metric, first_year, "component", component) : r.of(metric, first_year);
    }
};

// The outcomes and the served share stand in the sheet's text; all else is in the scenario's `plan`.
std::vector<Published> published_of_2024(const scenario::Scenario& s) {
    const auto& p = s.plan;
    const auto unit_cost = [](const scenario::PlannedComponent& c) {
        return std::round(c.spending.in_thousands() / c.production);
    };
    const core::Money total = p.attention.spending + p.advisory.spending + p.alliances.spending + p.administration;
    return {{"persons attended", p.attention.production, "attended_persons"},
            {"persons advised", p.advisory.production, "advised_persons"},
            {"alliances", p.alliances.production, "alliances"},
            {"spending, attention (M$)", p.attention.spending.in_thousands(), "spending", count, "attention"},
            {"spending, advisory (M$)", p.advisory.spending.in_thousands(), "spending", count, "advisory"},
            {"spending, alliances (M$)", p.alliances.spending.in_thousands(), "spending", count, "alliances"},
            {"spending, administration (M$)", p.administration.in_thousands(), "spending", count, "administration"},
            {"spending, total (M$)", total.in_thousands(), "spending"},
            {"unit cost, attention (M$)", unit_cost(p.attention), "unit_cost", one_decimal, "attention"},
            {"unit cost, advisory (M$)", unit_cost(p.advisory), "unit_cost", one_decimal, "advisory"},
            {"unit cost, alliances (M$)", unit_cost(p.alliances), "unit_cost", one_decimal, "alliances"},
            {"served, of those who qualify", 0.90, "served_share_of_qualified", percent},
            {"survival at t+2", 0.99, "survival_t2", percent_2},
            {"sales up by 5 % at t+1", 0.30, "sales_up_t1", percent_2}};
}

// Three lines: what the sheet says of each year, what the simulation says, the difference.
void add_years(Lines& table, const std::string& title, const char* metric, Style style, const Results& r,
               const std::function<double(int)>& published) {
    std::vector<std::string> planned, simulated, difference;
    for (int y = first_year; y <= last_year; ++y) {
        const Value v = r.of(metric, y);
        planned.push_back(style(published(y)));
        simulated.push_back(style(v));
        difference.push_back(es.signed_percent(v.mean / published(y) - 1));
        CAPTURE(title);
        CHECK(std::abs(v.mean / published(y) - 1) <= 0.02);
    }
    table.push_back(row(title + ", published", planned));
    table.push_back(row("simulated", simulated));
    table.push_back(row("difference", difference));
}

// A line of the table of a flat budget: a measure by year.
struct Line {
    const char* title;
    const char* metric;
    Style style = count;
    const char* component = nullptr;
};

std::vector<std::string> cells(const Line& line, const Results& r) {
    std::vector<std::string> found;
    for (int y = first_year; y <= last_year; ++y) {
        const Value v = line.component ? r.of(line.metric, y, "component", line.component) : r.of(line.metric, y);
        if (std::string(line.metric) == "first_refusal_day") {
            const core::Date day = core::new_year(y) + core::days(static_cast<int>(std::lround(v.p50)) - 1);
            found.push_back(v.n == 0 ? "never" : render::Format(core::Lang::en).day_and_month(core::iso(day)));
        } else {
            found.push_back(line.style(v));
        }
    }
    return found;
}

// The samples of a page, each compared with what was printed; how many there are.
int check_samples(const std::string& path, const Sandbox& followed) {
    Document page(path);
    int samples = 0;
    for (const auto& block : page.blocks()) {
        if (block.info != "text output") continue;
        page.check_excerpt(block, followed.output_before(page, block));
        ++samples;
    }
    return samples;
}

}  // namespace

TEST_CASE("every command of the pages that says so runs, and the samples are what it prints") {
    int samples = 0;
    for (const auto& path : pages()) samples += check_samples(path, sandbox());
    CHECK(samples >= 5);
}

TEST_CASE("every command of the guide runs or begins to, page by page, and the samples are what it prints") {
    int samples = 0;
    for (const auto& path : guides()) {
        Sandbox alone(sandbox().results_folder());
        const Document page(path);
        // Nothing there is only to be looked at.
        for (const auto& block : page.blocks()) {
            CAPTURE(path);
            CAPTURE(block.info);
            CHECK((block.info.starts_with("sh test") || block.info == "sh begins" || block.info == "text output" ||
                   block.info.starts_with("yaml file=")));
        }
        alone.follow(page);
        samples += check_samples(path, alone);
    }
    CHECK(samples >= 3);
}

TEST_CASE("the table of published figures is what the ficha's scenario gives, each within 2 %") {
    const auto s = read("scenarios/ficha-2024.yaml");
    const Results& r = sandbox().results("ficha-dipres-2024");
    Lines table = {"", "| 2024 | published | simulated (± 95 %) | difference |", "|---|--:|--:|--:|"};
    for (const auto& p : published_of_2024(s)) {
        CAPTURE(p.title);
        const Value v = p.simulated(r);
        CHECK(std::abs(v.mean / p.value - 1) <= 0.02);
        table.push_back(row(p.title, {p.style.percent ? es.percent(p.value, 0) : count(p.value), p.style(v),
                                      es.signed_percent(v.mean / p.value - 1)}));
    }
    table.insert(table.end(), {"", "| by year | 2024 | 2025 | 2026 | 2027 |", "|---|--:|--:|--:|--:|"});
    const auto beneficiaries = [&](int y) { return s.plan.beneficiaries.at(y); };
    add_years(table, "beneficiaries", "beneficiaries", count, r, beneficiaries);
    add_years(table, "of the target population", "coverage_target", percent_2, r,
              [&](int y) { return beneficiaries(y) / s.population.target; });
    add_years(table, "of the potential population", "coverage_potential", percent_2, r,
              [&](int y) { return beneficiaries(y) / s.population.potential; });
    table.emplace_back();
    Document("docs/calibrated.md").check_generated("published", table);
}

TEST_CASE("the table of flat budgets is what the two scenarios give") {
    Lines table = {""};
    const auto add = [&](const std::string& title, const std::string& folder, const std::vector<Line>& lines) {
        const Results& r = sandbox().results(folder);
        table.push_back("| " + title + " | 2024 | 2025 | 2026 | 2027 |");
        table.emplace_back("|---|--:|--:|--:|--:|");
        for (const auto& line : lines) table.push_back(row(line.title, cells(line, r)));
        table.emplace_back();
    };
    add("`presupuesto/plano`", "presupuesto-plano",
        {{"arrivals", "arrivals"},
         {"persons attended", "attended_persons"},
         {"left, out of patience", "left_attention"},
         {"waiting for attention, 31 Dec", "attention_waiting_year_end"},
         {"mean wait for attention, days", "attention_wait_days_mean", one_decimal},
         {"use of desk hours", "orientation_utilisation", percent},
         {"attention's money ends (median)", "first_refusal_day", count, "attention"},
         {"centre-days limited by desk hours", "limit_orientation", percent},
         {"beneficiaries", "beneficiaries"}});
    add("`presupuesto/plano-asesoria`", "asesoria-con-presupuesto-plano",
        {{"qualify for advisory", "qualified"},
         {"beneficiaries", "beneficiaries"},
         {"of the target population", "coverage_target", percent_2},
         {"withdrew, out of patience", "withdrawn"},
         {"waiting for a slot, 31 Dec", "waiting_year_end"},
         {"mean wait for a slot, days", "wait_days_mean", one_decimal},
         {"months in a plan", "plan_months_mean", {2}},
         {"use of slots", "slot_utilisation", percent},
         {"use of advisor hours", "hour_utilisation", percent},
         {"advisory's money ends (median)", "first_refusal_day", count, "advisory"},
         {"centre-days limited by slots", "limit_slots", percent},
         {"centre-days limited by advisor hours", "limit_hours", percent},
         {"centre-days limited by funds", "limit_funds", percent}});
    Document("docs/answers.md").check_generated("flat", table);
}

TEST_CASE("the hand calculation is the scenario's arithmetic, and the simulation agrees with it") {
    const auto s = read("scenarios/presupuesto/plano-asesoria.yaml");
    const auto& att = read("scenarios/presupuesto/plano.yaml").attention;
    const auto& adv = s.advisory;
    const Document page("docs/answers.md");
    const Results& attention = sandbox().results("presupuesto-plano");
    const Results& advisory = sandbox().results("asesoria-con-presupuesto-plano");
    const auto says = [&](double figure, int decimals = 0) {
        const std::string text = es.number(figure, decimals);
        CAPTURE(text);
        CHECK(page.contains(text));
    };
    const auto hours = [](const scenario::Distribution& d) { return d.mean / 3'600'000; };
    const auto thousands = [](core::Money m) { return m.in_thousands(); };

    const double by_money =
        std::floor((thousands(att.budget) - att.staff * thousands(att.annual_cost)) / thousands(att.cost));
    const double service = hours(att.duration) + s.diagnosis.share * hours(s.diagnosis.duration);
    const double by_hours = std::floor(att.staff * core::in_hours(att.direct_hours) / service);
    says(by_money);
    says(by_hours);
    for (const int year : {2026, 2027}) {
        CHECK(attention.of("attended_persons", year).mean == doctest::Approx(by_money).epsilon(0.001));
        CHECK(attention.of("orientation_utilisation", year).mean ==
              doctest::Approx(by_money / by_hours).epsilon(0.005));
    }
    CHECK(attention.of("attention_waiting_year_end", 2027).mean >
          2 * attention.of("attention_waiting_year_end", 2025).mean);

    const auto satellites = static_cast<double>(s.network.satellites.size());
    const double plans_by_money = std::floor((thousands(adv.budget) - adv.advisors * thousands(adv.annual_cost) -
                                              satellites * thousands(adv.satellite_cost)) /
                                             thousands(adv.plan_cost));
    says(plans_by_money);
    for (const int year : {2025, 2026, 2027}) CHECK(advisory.of("beneficiaries", year).mean == plans_by_money);

    const auto& plan = s.work_plan;
    const double sessions = plan.sessions.medium, stays = std::pow(1 - plan.dropout.medium, 1.0 / (sessions - 1));
    const double attended = (1 - std::pow(stays, sessions)) / (1 - stays);
    const double booked = attended / (1 - plan.no_show);
    const double days = (hours(plan.first_session) + (booked - 1) * hours(plan.spacing)) / 24;
    says(attended, 2);
    says(booked, 2);
    says(days);
    const auto near = [](double a, double b) { return std::abs(a - b) < 0.025; };
    CHECK(near(sandbox().results("ficha-dipres-2024").of("plan_months_mean", 2024).mean, 7.05));
    CHECK(near(advisory.of("plan_months_mean", 2027).mean, 7.24));
    const double slots = adv.advisors * adv.caseload;
    says(slots);
    says(std::round(slots * 12 / 7.24 / 10) * 10);
    says(std::round(slots * 12 / 7.05 / 10) * 10);

    double visits = 0;
    for (const auto& [id, satellite] : s.network.satellites) visits += satellite.visiting_days;
    const double advisor_hours =
        adv.advisors * core::in_hours(adv.direct_hours) - visits * 50 * core::in_hours(adv.travel);
    says(advisor_hours);
    says(std::round(advisor_hours / (booked * hours(plan.session)) / 10) * 10);
}

TEST_CASE("the first policy change brings what its page says") {
    const Document page("docs/writing-scenarios.md");
    const double flat = sandbox().results("asesoria-con-presupuesto-plano").of("beneficiaries", 2027).mean;
    const double changed = sandbox().results("diez-por-ciento-mas-de-asesoria").of("beneficiaries", 2027).mean;
    CHECK(page.contains("level off at " + count(changed) + " a year instead of " + count(flat)));
    CHECK(page.contains(count(changed - flat) + " more"));
}

TEST_CASE("every calibrated number of the scenario is in its page with its value, and no other") {
    const Document page("docs/calibrated.md");
    std::set<std::string> calibrated;
    for (const auto& n : scenario::numbers(read("scenarios/ficha-2024.yaml"))) {
        // The limits of the criteria are the sheet's, though the group that they stand in says otherwise.
        if (n.provenance.source != "calibrado" || n.path.starts_with("targeting.criteria")) continue;
        calibrated.insert(n.path);
        CAPTURE(n.path);
        CAPTURE(n.value);
        CHECK(page.contains("| `" + n.path + "` | " + n.value + " |"));
    }
    const std::regex named(R"(\| `([a-z_0-9]+\.[a-z_0-9.]+)` \|)");
    std::string text;
    for (const auto& path : pages()) text += Document(path).text();
    for (std::sregex_iterator m(text.begin(), text.end(), named), none; m != none; ++m) {
        const std::string path = (*m)[1];
        CAPTURE(path);
        CHECK((calibrated.contains(path) || path.ends_with(".json") || path.ends_with(".csv") ||
               path.ends_with(".sqlite") || path.ends_with(".yaml") || path.ends_with(".html") ||
               path.ends_with(".xlsx")));
    }
}

TEST_CASE("every key of results.json is in the page of results") {
    const Document page("docs/results.md");
    for (const auto& key : sandbox().results("ficha-dipres-2024").keys()) {
        CAPTURE(key);
        CHECK(page.contains("\"" + key + "\""));
    }
}

TEST_CASE(
    "every command is in the pages, every flag of aforo run in that of results, and what goes wrong ends as it says") {
    const Document page("docs/results.md");
    int code = -1;
    const std::string help = sandbox().run("build/release/aforo run --help", code);
    CHECK(code == 0);
    const std::regex flag(R"(--[a-z]+)");
    for (std::sregex_iterator m(help.begin(), help.end(), flag), none; m != none; ++m) {
        if (m->str() == "--help") continue;
        CAPTURE(m->str());
        CHECK(page.contains("`" + m->str()));
    }
    const std::string commands = sandbox().run("build/release/aforo --help", code);
    const std::regex command(R"(\n  ([a-z]+) +[A-Z])");
    for (std::sregex_iterator m(commands.begin(), commands.end(), command), none; m != none; ++m) {
        CAPTURE((*m)[1].str());
        CHECK(is_in_pages("aforo " + (*m)[1].str()));
    }
    (void)sandbox().run("build/release/aforo run no-such-file.yaml", code);
    CHECK(code == 2);
    (void)sandbox().run("build/release/aforo run scenarios/ficha-2024.yaml --out /dev/null --replications 1", code);
    CHECK(code == 3);
    (void)sandbox().run("build/release/aforo run scenarios/ficha-2024.yaml --precision 0.00001 --replications 2", code);
    CHECK(code == 4);
}
