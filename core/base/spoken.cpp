#include "core/base/spoken.hpp"

#include <utility>

namespace accord {
namespace {

Tongue& mother_tongue() {
  static Tongue tongue;
  return tongue;
}

}  // namespace

void speak(Tongue tongue) { mother_tongue() = std::move(tongue); }

const Tongue& spoken() { return mother_tongue(); }

}  // namespace accord
