// Draws of all assumptions, those that the screens let through fitted to the published figures. Private to the module.
#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <vector>

#include "aforo/experiment/draws.hpp"
#include "aforo/experiment/screens.hpp"
#include "aforo/experiment/worlds.hpp"

namespace aforo::experiment {

// Between which values a mean is near enough to its aim, at a tolerance of so many times the stated one.
struct Band {
    double aim = 0, below = 1, above = 1;  // distances from the aim at a factor of 1

    // How many tolerances off, with its sign; `doubt` is given away.
    [[nodiscard]] double residual(double mean) const { return (mean - aim) / (mean < aim ? below : above); }
    [[nodiscard]] double needs(double mean, double doubt) const {
        return std::max(0.0, std::abs(mean - aim) - doubt) / (mean < aim ? below : above);
    }
};

// A draw that may become a world.
struct Candidate {
    int draw = 0;
    std::vector<double> numbers;               // by drawn number
    std::vector<scenario::Setting> settings;   // of those
    scenario::Scenario scenario;               // with them, not fitted yet
    std::optional<Solver> solver;              // none where nothing is fitted
    std::vector<Band> bands;                   // by figure aimed at
    Point at;                                  // of the free keys
    std::optional<scenario::Scenario> fitted;  // with both
    std::vector<double> residuals;             // by figure, on replications that nothing was fitted on
    double nearness = 0;                       // the tolerances, as a factor, with which it would just be kept
};

class WorldSearch {
public:
    // All must outlive it. What is looked at is archived from a place on.
    WorldSearch(const scenario::Scenario& base, const CalibrationProblem* problem, const WorldsOptions& options,
                std::size_t first_place = first_place_of_fits);

    // Fits the base: its Jacobian is where all others begin. False when it was stopped.
    [[nodiscard]] bool begin();
    // The next candidates, of so many that pass the screens those that agree with the figures with at most twice the
    // tolerances, in the order of their draws. Nothing when it was stopped.
    [[nodiscard]] std::optional<std::vector<Candidate>> next(std::size_t most);
    // One of given numbers, not fitted yet; nothing where they cannot be.
    [[nodiscard]] std::optional<Candidate> candidate(const std::vector<double>& numbers, int draw = 0);
    // Of candidates those that agree with the figures, as in next().
    [[nodiscard]] std::optional<std::vector<Candidate>> fit(std::vector<Candidate> candidates);

    [[nodiscard]] const std::vector<scenario::Assumed>& drawn() const { return drawn_; }
    [[nodiscard]] const Solution& fit() const { return fit_; }
    [[nodiscard]] int draws() const { return draws_; }
    [[nodiscard]] int passed() const { return passed_; }
    [[nodiscard]] int fitted() const { return fitted_; }
    [[nodiscard]] int items() const { return items_; }  // simulated to fit
    [[nodiscard]] std::vector<results::WorldRefusal> refusals() const;
    // How finely the drawn numbers lie, for who tells: their values over all draws, by number.
    [[nodiscard]] const std::vector<std::vector<double>>& all_drawn() const { return all_drawn_; }

private:
    [[nodiscard]] std::optional<Candidate> draw();
    [[nodiscard]] std::vector<double> drawn_numbers();
    [[nodiscard]] bool make_solver(Candidate& c);
    [[nodiscard]] bool solve(std::vector<Candidate>& all);
    [[nodiscard]] bool is_near(const Candidate& c);
    [[nodiscard]] bool judge(std::vector<Candidate>& all);
    void refuse(results::WorldRefusal::Kind kind, const std::string& id, const results::Text& name);
    void refuse_figure(results::WorldRefusal::Kind kind, std::size_t figure);

    const scenario::Scenario& base_;
    const CalibrationProblem* problem_;
    const WorldsOptions& options_;
    Options of_study_;
    std::vector<scenario::Assumed> drawn_;
    std::vector<std::optional<std::size_t>> partner_;  // by drawn number, the one that it is drawn together with
    scenario::Scenario dialled_;
    scenario::Dials dials_;
    Draws draws_of_;
    Production production_;
    std::optional<CalibrationStudy> study_;
    Solution fit_;
    std::vector<std::size_t> answers_;  // figures_of_keys at the base's fit
    int draws_ = 0, passed_ = 0, fitted_ = 0, items_ = 0;
    std::vector<std::vector<double>> all_drawn_;
    std::map<std::pair<results::WorldRefusal::Kind, std::string>, results::WorldRefusal> refusals_;
};

}  // namespace aforo::experiment
