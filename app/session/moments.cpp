#include "app/session/moments.hpp"

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/report/changes.hpp"

namespace accord {

Result<std::int64_t> revision_at(std::string_view text, std::span<const JournalEntry> entries, const Clock& clock) {
  const std::int64_t newest = entries.empty() ? 0 : entries.back().number;
  if (same_ignoring_case(text, "now")) return newest;
  if (const auto number = parse_integer(text)) {
    if (*number >= 0 && *number <= newest) return static_cast<std::int64_t>(*number);
    return Diagnostic{.code = "moment.no_such_revision",
                      .message = say("There is no revision {}.", *number),
                      .expected = say("0 to {}", newest)};
  }
  const auto day = parse_day(text);
  if (!day)
    return Diagnostic{.code = "moment.syntax",
                      .message = say("This is neither a day nor a revision."),
                      .expected = say("a day such as 2026-11-22, a revision such as 12, or now"),
                      .found = fmt::format("\"{}\"", text)};
  const std::int64_t revision =
      revision_on(entries, *day, [&clock](std::int64_t moment) { return clock.local_day(moment); });
  if (revision == 0 && !entries.empty())
    return Diagnostic{
        .code = "as_of.before_file",
        .message = say("This file begins on {}; it cannot say what was written down on {}.",
                       to_iso(clock.local_day(entries.front().time)), to_iso(*day)),
        .advice = say("for what is known now about the time up to then, use \"accord status FILE --status-date {}\"",
                      to_iso(*day))};
  return revision;
}

}  // namespace accord
