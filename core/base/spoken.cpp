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

std::string say_name(std::string_view name, const Tongue& tongue) {
  const bool has_gaps = name.find_first_of("{}") != name.npos;  // what a person typed is no message to fill
  return has_gaps ? std::string(name) : tongue(name);
}

}  // namespace accord
