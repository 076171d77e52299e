// Properties are tried on the same random cases on every machine; RC_PARAMS in the environment asks for others.
#include <cstdlib>

#define DOCTEST_CONFIG_IMPLEMENT
#include "tests/support/doctest.hpp"

int main(int argc, char** argv) {
  const int keep_what_is_set = 0;
  setenv("RC_PARAMS", "seed=1", keep_what_is_set);
  return doctest::Context(argc, argv).run();
}
