#include "core/base/spoken.hpp"

#include <utility>

namespace accord {
namespace {

Tongue& mother_tongue() {
  static Tongue tongue;
  return tongue;
}

thread_local const Tongue* for_a_while = nullptr;

}  // namespace

void speak(Tongue tongue) { mother_tongue() = std::move(tongue); }

const Tongue& spoken() { return for_a_while ? *for_a_while : mother_tongue(); }

Speaking::Speaking(Tongue tongue) : tongue_(std::move(tongue)), before_(for_a_while) { for_a_while = &tongue_; }

Speaking::~Speaking() { for_a_while = before_; }

std::string say_name(std::string_view name, const Tongue& tongue) {
  const bool has_gaps = name.find_first_of("{}") != name.npos;  // what a person typed is no message to fill
  return has_gaps ? std::string(name) : tongue(name);
}

}  // namespace accord
