# Writes the SHA-256 of FILES, the libraries that compute, as a source file, TO.
set(digests "")
foreach(file ${FILES})
  file(SHA256 ${file} one)
  string(APPEND digests ${one})
endforeach()
string(SHA256 all "${digests}")
file(WRITE ${TO} "// Written by cmake/engine.cmake.\n#include \"engine.hpp\"\n\nconst char* const aforo::cli::engine = \"${all}\";\n")
