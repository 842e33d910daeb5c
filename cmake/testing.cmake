# Tests are found by their names: tests/<module>/<what>_<label>.cpp. A new file needs no line here.
#
# All files of one module and label are one doctest executable and one ctest entry, <module>.<label>, with that label.
# Labels: unit (milliseconds, the inner loop), property, oracle, golden. The labels compile_fail, docs and bench belong
# to tests that are not doctest.

set(AFORO_TEST_LABELS unit property oracle golden)
set(AFORO_TEST_TIMEOUT_unit 120)
set(AFORO_TEST_TIMEOUT_property 1200)
set(AFORO_TEST_TIMEOUT_oracle 1800)
set(AFORO_TEST_TIMEOUT_golden 600)
if(AFORO_SANITIZE)  # some ten times slower
  foreach(label IN LISTS AFORO_TEST_LABELS)
    math(EXPR AFORO_TEST_TIMEOUT_${label} "10 * ${AFORO_TEST_TIMEOUT_${label}}")
  endforeach()
endif()

# aforo_tests(DIRECTORY [USES modules…] [LIBS libraries…] [RUNS_AFORO])
# The tests of tests/DIRECTORY see the module of that name, if it is one, the modules it uses and those of USES. They
# know AFORO_SOURCE_DIR, and with RUNS_AFORO also AFORO_BINARY, the command itself.
# <what>_support.cpp is linked into every executable of the directory.
function(aforo_tests directory)
  cmake_parse_arguments(T "RUNS_AFORO" "" "USES;LIBS" ${ARGN})
  if(TARGET aforo_${directory})
    list(PREPEND T_USES ${directory})
  endif()
  list(TRANSFORM T_USES PREPEND aforo_)
  set(here ${CMAKE_SOURCE_DIR}/tests/${directory})
  file(GLOB known CONFIGURE_DEPENDS ${here}/*_support.cpp)
  set(support ${known})
  foreach(label IN LISTS AFORO_TEST_LABELS)
    file(GLOB sources CONFIGURE_DEPENDS ${here}/*_${label}.cpp)
    list(APPEND known ${sources})
    if(sources)
      set(name test_${directory}_${label})
      add_executable(${name} ${sources} ${support} $<TARGET_OBJECTS:aforo_doctest_main>)
      target_link_libraries(${name} PRIVATE aforo_options doctest::doctest ${T_USES} ${T_LIBS})
      target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
      target_compile_definitions(${name} PRIVATE AFORO_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
      set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
      if(T_RUNS_AFORO)
        target_compile_definitions(${name} PRIVATE AFORO_BINARY="$<TARGET_FILE:aforo>")
        add_dependencies(${name} aforo)
      endif()
      add_test(NAME ${directory}.${label} COMMAND ${name} --no-intro --no-version
               WORKING_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
      set_tests_properties(${directory}.${label} PROPERTIES
        LABELS ${label} TIMEOUT ${AFORO_TEST_TIMEOUT_${label}})
    endif()
  endforeach()
  # A file that no rule takes would be a test that never runs.
  file(GLOB all CONFIGURE_DEPENDS ${here}/*.cpp)
  list(REMOVE_ITEM all ${known})
  if(all)
    list(JOIN AFORO_TEST_LABELS ", " labels)
    message(FATAL_ERROR "a test's name ends in its label (${labels}) or in support: ${all}")
  endif()
  set_property(GLOBAL APPEND PROPERTY AFORO_TEST_DIRECTORIES ${directory})
endfunction()

# To call after the last aforo_tests: a folder with tests that nobody declared is an error, for the same reason.
function(aforo_no_test_is_forgotten)
  get_property(declared GLOBAL PROPERTY AFORO_TEST_DIRECTORIES)
  foreach(label IN LISTS AFORO_TEST_LABELS)
    file(GLOB sources RELATIVE ${CMAKE_SOURCE_DIR}/tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/*/*_${label}.cpp)
    foreach(source IN LISTS sources)
      cmake_path(GET source PARENT_PATH directory)
      if(NOT directory IN_LIST declared)
        message(FATAL_ERROR "tests/${source} would never run: tests/CMakeLists.txt has no aforo_tests(${directory})")
      endif()
    endforeach()
  endforeach()
endfunction()
