# cmake -C packaging/presets/dev.cmake -S . -B build/dev
set(CMAKE_BUILD_TYPE Debug CACHE STRING "")
set(ACCORD_SANITIZE "" CACHE STRING "")
set(ACCORD_TESTS ON CACHE BOOL "")
set(ACCORD_BENCH ON CACHE BOOL "")
