# The libraries of the page's engine, compiled with emscripten. Those that are headers only are the ones of the native
# build; the others come from Debian's source packages, which `./dev setup page` fetches.
enable_language(C)
set(AFORO_PAGE_SOURCES ${CMAKE_BINARY_DIR}/sources CACHE PATH "Where the source packages are unpacked")
file(GLOB yaml ${AFORO_PAGE_SOURCES}/yaml-cpp-*/include)
file(GLOB mbedtls ${AFORO_PAGE_SOURCES}/mbedtls-*/include)
if(NOT yaml OR NOT mbedtls)
  message(FATAL_ERROR "the sources of yaml-cpp and mbedtls are not in ${AFORO_PAGE_SOURCES}: './dev page' fetches them")
endif()

# Exceptions everywhere, also through C. Functions that this libc++ lacks are in one header, included before all else.
add_compile_options(-fexceptions "$<$<COMPILE_LANGUAGE:CXX>:SHELL:-include ${CMAKE_CURRENT_LIST_DIR}/engine/old_libcxx.hpp>")
add_link_options(-fexceptions)

# A folder with links to the headers alone: those of the host's libc, beside them, must not be seen.
set(headers ${CMAKE_BINARY_DIR}/headers)
file(MAKE_DIRECTORY ${headers})
foreach(library boost fmt)
  file(CREATE_LINK /usr/include/${library} ${headers}/${library} SYMBOLIC)
endforeach()
file(CREATE_LINK /usr/include/eigen3/Eigen ${headers}/Eigen SYMBOLIC)
foreach(library Boost::headers Eigen3::Eigen fmt::fmt Threads::Threads)  # no threads: workers have an engine each
  add_library(${library} INTERFACE IMPORTED GLOBAL)
  set_target_properties(${library} PROPERTIES INTERFACE_INCLUDE_DIRECTORIES ${headers})
endforeach()
set_target_properties(fmt::fmt PROPERTIES INTERFACE_COMPILE_DEFINITIONS FMT_HEADER_ONLY)

cmake_path(GET yaml PARENT_PATH from)
file(GLOB sources ${from}/src/*.cpp)
add_library(yaml-cpp STATIC ${sources})
target_include_directories(yaml-cpp SYSTEM PUBLIC ${yaml})
target_compile_definitions(yaml-cpp PUBLIC YAML_CPP_STATIC_DEFINE)
target_compile_options(yaml-cpp PRIVATE -w)

cmake_path(GET mbedtls PARENT_PATH from)
add_library(mbedcrypto STATIC ${from}/library/sha256.c ${from}/library/base64.c ${from}/library/platform_util.c
  ${from}/library/constant_time.c)
target_include_directories(mbedcrypto SYSTEM PUBLIC ${mbedtls})
target_compile_options(mbedcrypto PRIVATE -w)

set(AFORO_CRYPTO mbedcrypto)
set(AFORO_XLSX)
# Replaced by sim/page/engine/sha256.cpp; and the workbook, whose library is not compiled here.
set(AFORO_LEFT_OUT sim/core/sha256.cpp sim/render/workbook)
