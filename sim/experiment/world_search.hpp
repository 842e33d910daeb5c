// Draws all assumptions, and fits the draws that pass the screens to the published figures. Private to the module.
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

// The interval in which a mean is near enough to its aim, at a multiple of the stated tolerance.
struct Band {
    double aim = 0, below = 1, above = 1;  // allowed distances from the aim at a multiple of 1

    // The distance in tolerances, with its sign; needs() first subtracts `doubt`.
    [[nodiscard]] double residual(double mean) const { return (mean - aim) / (mean < aim ? below : above); }
    [[nodiscard]] double needs(double mean, double doubt) const {
        return std::max(0.0, std::abs(mean - aim) - doubt) / (mean < aim ? below : above);
    }
};

// A draw that may become a world.
struct Candidate {
    int draw = 0;
    std::vector<double> numbers;               // by drawn number
    std::vector<scenario::Setting> settings;   // of the drawn numbers
    scenario::Scenario scenario;               // with the drawn numbers, not fitted yet
    std::optional<Solver> solver;              // none where nothing is fitted
    std::vector<Band> bands;                   // by figure aimed at
    Point at;                                  // of the free keys
    std::optional<scenario::Scenario> fitted;  // with drawn and solved numbers
    std::vector<double> residuals;             // by figure, on replications not used in the fit
    double nearness = 0;                       // the multiple of the tolerances at which it would just be kept
};

class WorldSearch {
public:
    // All arguments must outlive it. What is simulated is archived from `first_place` on.
    WorldSearch(const scenario::Scenario& base, const CalibrationProblem* problem, const WorldsOptions& options,
                std::size_t first_place = first_place_of_fits);

    // Fits the base, whose Jacobian is where all draws start. Returns false when stopped.
    [[nodiscard]] bool begin();
    // Of the next `most` draws that pass the screens, those that agree with the figures within twice the tolerances, in
    // the order of the draws. Nothing when it was stopped.
    [[nodiscard]] std::optional<std::vector<Candidate>> next(std::size_t most);
    // A candidate with given numbers, not fitted yet; nothing where they are impossible.
    [[nodiscard]] std::optional<Candidate> candidate(const std::vector<double>& numbers, int draw = 0);
    // The candidates that agree with the figures, as in next().
    [[nodiscard]] std::optional<std::vector<Candidate>> fit(std::vector<Candidate> candidates);

    [[nodiscard]] const std::vector<scenario::Assumed>& drawn() const { return drawn_; }
    [[nodiscard]] const Solution& fit() const { return fit_; }
    [[nodiscard]] int draws() const { return draws_; }
    [[nodiscard]] int passed() const { return passed_; }
    [[nodiscard]] int fitted() const { return fitted_; }
    [[nodiscard]] int items() const { return items_; }  // simulated for fits
    [[nodiscard]] std::vector<results::WorldRefusal> refusals() const;
    // The values of all draws, by number, to show how densely they lie.
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
    std::vector<std::optional<std::size_t>> partner_;  // by drawn number: the one that it is drawn jointly with
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
