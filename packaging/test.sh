#!/usr/bin/env bash
# Installs what is missing, builds Accord with its tests and runs them all. Arguments go to ctest.
# ACCORD_PRESET=asan+ubsan or tsan runs the same under a sanitizer.
set -euo pipefail
cd "$(dirname "$0")/.."

preset="${ACCORD_PRESET:-dev}"
packaging/install.sh build test
mkdir -p build
cmake -G Ninja -C "packaging/presets/$preset.cmake" -S . -B "build/$preset" >build/configure.log 2>&1 || { cat build/configure.log >&2; exit 1; }
cmake --build "build/$preset"
exec ctest --test-dir "build/$preset" --output-on-failure -j 2 "$@"
