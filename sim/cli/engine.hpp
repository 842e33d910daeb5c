// The digest of the libraries that compute. The same for all programs of a build, and of builds whose engines are the
// same bytes.
#pragma once

namespace aforo::cli {

extern const char* const engine;

}  // namespace aforo::cli
