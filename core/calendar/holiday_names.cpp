#include "core/calendar/holiday_names.hpp"

#include "core/base/spoken.hpp"
#include "core/calendar/day.hpp"

namespace accord {
namespace {

// The ends of the built-in names that tell another day, and how each is said.
struct Told {
  std::string_view before_day, with_name, alone;
};
constexpr Told told[] = {{", moved from ", message("{}, moved from {}"), {}},
                         {"Day off moved from ", {}, message("Day off moved from {}")},
                         {"Worked in place of ", {}, message("Worked in place of {}")}};

}  // namespace

std::string holiday_in_words(std::string_view name) {
  for (const Told& form : told) {
    const std::size_t at = name.find(form.before_day);
    if (at == name.npos) continue;
    const std::string_view day = name.substr(at + form.before_day.size());
    if (!parse_day(day)) continue;
    if (at > 0 && !form.with_name.empty()) return say(form.with_name, say_name(name.substr(0, at)), day);
    if (at == 0 && !form.alone.empty()) return say(form.alone, day);
  }
  return say_name(name);
}

}  // namespace accord
