// The one source that compiles Boost.JSON, which is header-only in 1.81.
#include <boost/json/src.hpp>
