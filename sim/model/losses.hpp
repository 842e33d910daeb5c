// Counts who leaves unserved: a queue in which few are willing or allowed to wait never looks long.
#pragma once

#include <cstddef>

namespace aforo::model {

// Of those who came to a place in this month and the last, the number that left unserved for lack of room or patience,
// while funds were lacking or while only persons or slots were.
class Losses {
public:
    void come() { ++this_month_.came; }
    // Counts one that left so many months ago, which may be noticed only now.
    void lose(std::size_t months_ago, bool funds_lacked) {
        if (months_ago > 1) return;
        Visits& month = months_ago == 0 ? this_month_ : last_month_;
        ++(funds_lacked ? month.lost_for_funds : month.lost);
    }
    void begin_month() {
        last_month_ = this_month_;
        this_month_ = {};
    }
    Losses& operator+=(const Losses& other) {
        this_month_ += other.this_month_;
        last_month_ += other.last_month_;
        return *this;
    }
    [[nodiscard]] bool are_large() const { return is_large(this_month_.lost + last_month_.lost); }
    [[nodiscard]] bool are_large_for_funds() const {
        return is_large(this_month_.lost_for_funds + last_month_.lost_for_funds);
    }

private:
    struct Visits {
        int came = 0, lost = 0, lost_for_funds = 0;
        Visits& operator+=(const Visits& other) {
            came += other.came;
            lost += other.lost;
            lost_for_funds += other.lost_for_funds;
            return *this;
        }
    };
    // More than a fifth: the loss that a wait of 30 days causes when patience is 120 days on average.
    [[nodiscard]] bool is_large(int lost) const {
        const int came = this_month_.came + last_month_.came;
        return came > 0 && lost * 5 > came;
    }

    Visits this_month_, last_month_;
};

}  // namespace aforo::model
