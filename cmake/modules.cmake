# One module = one directory = one namespace = one target with its own include view.
#
# A target sees <build>/views/<module>/aforo/<module>, a link to include/aforo/<module>, and the views of the modules
# that it uses, directly or through them. A header of any other module is not on its path, so a forbidden include
# does not compile (tests/compile_fail proves it).

add_library(aforo_options INTERFACE)
target_compile_options(aforo_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Werror
  # A designated initialiser that leaves a member at its default is meant.
  -Wno-missing-field-initializers
  # The same bits everywhere: no fused multiply-add, no re-association.
  -ffp-contract=off)
if(AFORO_PAGE)  # another compiler, and 32 bits: what it warns of besides is not an error
  target_compile_options(aforo_options INTERFACE -Wno-error -Wno-shorten-64-to-32)
  target_precompile_headers(aforo_options INTERFACE <fmt/format.h> <algorithm> <functional> <map> <optional> <string> <vector>)
endif()
if(AFORO_SANITIZE)
  target_compile_options(aforo_options INTERFACE -fsanitize=${AFORO_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  target_link_options(aforo_options INTERFACE -fsanitize=${AFORO_SANITIZE})
endif()

# aforo_module(NAME [USES modules…] [LIBS public libraries…] [PRIVATE_LIBS libraries only its sources see…]
function(aforo_module name)
  cmake_parse_arguments(M "" "" "USES;LIBS;PRIVATE_LIBS" ${ARGN})
  set(view ${CMAKE_BINARY_DIR}/views/${name})
  file(MAKE_DIRECTORY ${view}/aforo)
  file(CREATE_LINK ${CMAKE_SOURCE_DIR}/include/aforo/${name} ${view}/aforo/${name} SYMBOLIC)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/sim/${name}/*.cpp ${CMAKE_SOURCE_DIR}/sim/${name}/*/*.cpp)
  foreach(left_out IN LISTS AFORO_LEFT_OUT)  # what the page's engine does without
    list(FILTER sources EXCLUDE REGEX ${left_out})
  endforeach()
  list(TRANSFORM M_USES PREPEND aforo_)
  if(sources)
    add_library(aforo_${name} STATIC ${sources})
    target_include_directories(aforo_${name} PUBLIC $<BUILD_INTERFACE:${view}>)
    target_link_libraries(aforo_${name} PUBLIC ${M_USES} ${M_LIBS}
      PRIVATE $<BUILD_INTERFACE:aforo_options> ${M_PRIVATE_LIBS})
  else()  # headers only
    add_library(aforo_${name} INTERFACE)
    target_include_directories(aforo_${name} INTERFACE $<BUILD_INTERFACE:${view}>)
    target_link_libraries(aforo_${name} INTERFACE ${M_USES} ${M_LIBS})
  endif()
  set_property(GLOBAL APPEND PROPERTY AFORO_MODULES ${name})
endfunction()
