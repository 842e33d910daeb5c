# libxlsxwriter, whose Debian package has no CMake file of its own. Installed with aforo's, for those who embed it.
find_path(XLSXWRITER_INCLUDE xlsxwriter.h)
find_library(XLSXWRITER_LIBRARY xlsxwriter)
mark_as_advanced(XLSXWRITER_INCLUDE XLSXWRITER_LIBRARY)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(xlsxwriter REQUIRED_VARS XLSXWRITER_LIBRARY XLSXWRITER_INCLUDE)
if(xlsxwriter_FOUND AND NOT TARGET xlsxwriter)
  add_library(xlsxwriter UNKNOWN IMPORTED)
  set_target_properties(xlsxwriter PROPERTIES IMPORTED_LOCATION ${XLSXWRITER_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${XLSXWRITER_INCLUDE})
endif()
