# Writes the commit of SOURCES as a source file, TO, if it is not there yet; with a + where files have changed since.
# Only of sources that are a repository themselves: others may lie unpacked inside somebody's.
set(commit "")
if(EXISTS ${SOURCES}/.git)
  execute_process(COMMAND git -C ${SOURCES} describe --always --abbrev=12 --exclude=* --dirty=+
    OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
set(text "// Written by cmake/commit.cmake.\n#include \"commit.hpp\"\n\nconst char* const aforo::cli::commit = \"${commit}\";\n")
set(old "")
if(EXISTS ${TO})
  file(READ ${TO} old)
endif()
if(NOT old STREQUAL text)
  file(WRITE ${TO} "${text}")
endif()
