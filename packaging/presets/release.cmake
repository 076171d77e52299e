# cmake -C packaging/presets/release.cmake -S . -B build/release
set(CMAKE_BUILD_TYPE Release CACHE STRING "")
set(ACCORD_SANITIZE "" CACHE STRING "")
set(ACCORD_TESTS ON CACHE BOOL "")
set(ACCORD_BENCH ON CACHE BOOL "")
