// The commit of the sources that this program was built from, "" if they came without git. Known to the program alone,
// so that nothing else is built anew when the commit changes.
#pragma once

namespace aforo::cli {

extern const char* const commit;

}  // namespace aforo::cli
