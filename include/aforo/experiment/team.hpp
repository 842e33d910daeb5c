// Processes that carry out one experiment together, on one machine or several.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace aforo::experiment {

// All of them make the same calls in the same order, because they hold the same scenarios and learn the same values.
// One leads: it alone has an archive, tells progress and is interrupted.
class Team {
public:
    virtual ~Team() = default;

    [[nodiscard]] virtual bool leads() const = 0;
    // All others get the leader's bytes.
    virtual void share(std::string& bytes) = 0;

    struct Work {
        // Makes one piece, in any process but the leader.
        std::function<std::string(std::size_t piece)> make;
        // Called in the leader with each, in the order in which they end.
        std::function<void(std::string_view made)> take;
        // Asked in the leader now and then; true ends it without what is not made yet. After that the leader goes on
        // alone, and nothing is shared or dealt any more.
        std::function<bool()> stop;
    };
    // Hands out the pieces 0 … n − 1, each to a process that is free.
    virtual void deal(std::size_t n, const Work& work) = 0;
};

// Thrown by share() and deal() to all but the leader, when it goes on without them.
struct Dismissed {};

}  // namespace aforo::experiment
