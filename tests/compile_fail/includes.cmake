# Reads the includes of all headers and sources: what the views cannot see.
# ROOT: the repository.
cmake_minimum_required(VERSION 3.25)

set(found "")
file(GLOB_RECURSE headers RELATIVE ${ROOT} ${ROOT}/include/*.hpp)
file(GLOB_RECURSE sources RELATIVE ${ROOT} ${ROOT}/sim/*.hpp ${ROOT}/sim/*.cpp)
if(NOT headers OR NOT sources)
  message(FATAL_ERROR "no headers or no sources in ${ROOT}: this would prove nothing")
endif()
foreach(file IN LISTS headers sources)
  file(STRINGS ${ROOT}/${file} lines REGEX "^[ \t]*#[ \t]*include")
  foreach(line IN LISTS lines)
    # A relative path climbs out of the view.
    if(line MATCHES "\"\\.\\./")
      list(APPEND found "${file}: ${line}: includes start at aforo/, never with ..")
    endif()
    # What a public header includes, all its users see, and a library that one module hides would no longer be hidden.
    # fmt is no secret: core gives it to everyone.
    if(file MATCHES "^include/" AND NOT line MATCHES "include \"aforo/|include <[a-z0-9_]+>|include <fmt/")
      list(APPEND found "${file}: ${line}: a public header includes only aforo, fmt and the standard library")
    endif()
  endforeach()
endforeach()
if(found)
  list(JOIN found "\n" found)
  message("${found}")
  message(FATAL_ERROR "includes that must not be")
endif()
