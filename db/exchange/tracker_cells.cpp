#include "db/exchange/tracker_cells.hpp"

#include <fmt/format.h>

#include <vector>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/typed_date.hpp"
#include "core/model/codec.hpp"
#include "core/model/field.hpp"

namespace accord {
namespace {

Diagnostic no_such_field(const std::string& name) {
  std::vector<std::string> known;
  for (const Field& field : type_of(Kind::milestone).fields) known.emplace_back(field.name);
  const auto near = nearest(name, known);
  return {.code = "field.unknown",
          .message = say("A milestone has no such field, so it cannot be restricted."),
          .expected = say("yes, no, * for the whole milestone, or field names joined by ;"),
          .found = fmt::format("\"{}\"", name),
          .advice = near ? say("did you mean {}?", *near) : ""};
}

// The number alone, where its unit is the one that the whole estimate has.
std::string bare(std::string text, bool calendar_days) {
  const bool has_elapsed = text.ends_with("ed");
  if (calendar_days && has_elapsed) return text.substr(0, text.size() - 2);
  if (!calendar_days && !has_elapsed && text.ends_with("d")) return text.substr(0, text.size() - 1);
  return text;
}

}  // namespace

Result<Restrictions> tracker_marks(const std::string& text) {
  Restrictions marks;
  if (const auto whole = Codec<bool>::read(text)) {
    marks.set_record(*whole);
    return marks;
  }
  const auto named = Codec<Restrictions>::read(text);
  if (!named) return named.errors();
  marks.set_record(named->hides_record());
  Diagnostics problems;
  for (const std::string& name : named->fields()) {
    if (const Field* field = type_of(Kind::milestone).field(name)) marks.set_field(std::string(field->name), true);
    else problems.push_back(no_such_field(name));
  }
  if (!problems.empty()) return problems;
  return marks;
}

Result<Estimate> tracker_estimate(const TrackerSpread& spread) {
  const std::string shape = spread.shape ? lower(*spread.shape) : "pert";
  const std::optional<Duration>& likely = spread.duration;
  if (!spread.low || !spread.high || (!likely && shape != "uniform"))
    return Diagnostic{.code = "import.estimate",
                      .message = say("An estimate needs a least, a likely and a greatest duration."),
                      .expected = say("min, duration and max, all three")};
  if (likely && likely->unit == DurationUnit::months)
    return Diagnostic{.code = "estimate.unit",
                      .message = say("A spread is given in days, not in months."),
                      .expected = say("a duration in working days (d) or calendar days (ed)"),
                      .found = likely->text()};
  const bool calendar_days = likely && likely->unit == DurationUnit::calendar_days;
  const std::string unit = calendar_days ? "ed" : "";
  const std::string low = bare(*spread.low, calendar_days), high = bare(*spread.high, calendar_days);
  const int mode = likely ? likely->count : 0;
  if (shape == "uniform") return Estimate::parse(fmt::format("uniform:{},{}{}", low, high, unit));
  if (shape == "lognormal") return Estimate::parse(fmt::format("lognormal:{},{}{}", mode, high, unit));
  return Estimate::parse(fmt::format("{}:{},{},{}{}", shape, low, mode, high, unit));
}

std::string tracker_day(const std::string& text) {
  for (const char separator : {'.', '/'})
    if (const auto day = day_first(text, separator)) return *day;
  return day_as_typed(text);
}

}  // namespace accord
