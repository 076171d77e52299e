#include "core/model/baseline_dates.hpp"

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord {
namespace {

std::string day_or_dash(const std::optional<Day>& day) { return day ? to_iso(*day) : "-"; }

// False when the text is neither a day nor "-".
bool read_day(const std::string& text, std::optional<Day>& day) {
  if (text == "-") return true;
  const auto parsed = parse_day(text);
  if (parsed) day = *parsed;
  return parsed.ok();
}

}  // namespace

std::string baseline_text(const std::vector<BaselineDates>& dates) {
  std::string out;
  for (const BaselineDates& d : dates)
    out += fmt::format("{}{} {} {}", out.empty() ? "" : "; ", d.milestone.number, day_or_dash(d.start), day_or_dash(d.finish));
  return out;
}

Result<std::vector<BaselineDates>> parse_baseline(std::string_view text) {
  std::vector<BaselineDates> dates;
  for (const std::string& line : split(text, ';')) {
    const auto parts = split(line, ' ');
    const auto id = parts.size() == 3 ? parse_integer(parts[0]) : std::nullopt;
    BaselineDates d;
    if (!id || !read_day(parts[1], d.start) || !read_day(parts[2], d.finish))
      return Diagnostic{.code = "baseline.syntax", .message = say("A line of this baseline cannot be read."), .expected = say("a milestone's number, its start and its finish"), .found = line};
    d.milestone = Id<Milestone>{*id};
    dates.push_back(d);
  }
  return dates;
}

}  // namespace accord
