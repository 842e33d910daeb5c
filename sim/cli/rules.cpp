#include "rules.hpp"

#include "aforo/reference/reference.hpp"
#include "output.hpp"

namespace aforo::cli {

int rules(core::Lang lang) {
    print_out("{}", reference::rules(lang));
    return done;
}

}  // namespace aforo::cli
