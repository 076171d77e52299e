#include "core/model/estimate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord {
namespace {

using Shape = Estimate::Shape;

constexpr std::string_view forms =
    message("10d, triangular:10,20,45d, pert:130,215,860ed, uniform:10,20d, lognormal:40,90ed, empirical:12,30,41ed or "
            "class:KIND/FROM/TO");
constexpr double century_of_days = 36'525;

struct ShapeName {
  std::string_view name;
  Shape shape;
  std::size_t values;  // how many belong to it; 0 = any number
  std::string_view form;
};

constexpr std::array shapes{
    ShapeName{"fixed", Shape::fixed, 1, message("one whole number, such as 10d")},
    ShapeName{"triangular", Shape::triangular, 3, message("shortest, most likely and longest, such as triangular:10,20,45d")},
    ShapeName{"pert", Shape::pert, 3, message("shortest, most likely and longest, such as pert:10,20,45d")},
    ShapeName{"uniform", Shape::uniform, 2, message("shortest and longest, such as uniform:10,20d")},
    ShapeName{"lognormal", Shape::lognormal, 2, message("the median and the 90 % point, such as lognormal:40,90ed")},
    ShapeName{"empirical", Shape::empirical, 0, message("observed lengths, such as empirical:12,30,41ed")},
    ShapeName{"class", Shape::reference_class, 0, message("a reference class, such as class:visa_facilitation/opened/signed")},
};

const ShapeName& named(Shape shape) {
  return *std::find_if(shapes.begin(), shapes.end(), [shape](const ShapeName& s) { return s.shape == shape; });
}

std::string in_quotes(std::string_view text) { return fmt::format("\"{}\"", text); }

Diagnostic not_understood(std::string_view text, std::string_view expected = forms, std::string advice = {}) {
  return {.code = "estimate.syntax",
          .message = say("This is not an estimate"),
          .expected = say(expected),
          .found = in_quotes(text),
          .advice = std::move(advice)};
}

// A fixed estimate is a duration; its diagnostics keep their words under the estimate's codes.
Result<Estimate> parse_fixed(std::string_view text) {
  const Result<Duration> length = Duration::parse(text);
  if (length)
    return Estimate{.shape = Shape::fixed,
                    .values = {static_cast<double>(length->count)},
                    .unit = length->unit,
                    .low_percent = {},
                    .high_percent = {},
                    .reference = {}};
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> codes{
      {{"duration.syntax", "estimate.syntax"},
       {"duration.negative", "estimate.negative"},
       {"duration.range", "estimate.range"},
       {"duration.ambiguous", "estimate.unit"}}};
  Diagnostics problems = length.errors();
  for (Diagnostic& problem : problems)
    for (const auto& [from, to] : codes)
      if (problem.code == from) problem.code = to;
  if (problems.front().code == "estimate.syntax") return not_understood(text);
  return problems;
}

Result<Estimate> parse_class(std::string_view rest, std::string_view text) {
  const std::vector<std::string> parts = split(rest, ';');
  const std::vector<std::string> names = parts.empty() ? parts : split(parts.front(), '/');
  const bool has_names =
      names.size() == 3 && std::none_of(names.begin(), names.end(), [](const std::string& n) { return n.empty(); });
  if (!has_names || parts.size() > 2) return not_understood(text, named(Shape::reference_class).form);
  Estimate estimate{.shape = Shape::reference_class,
                    .values = {},
                    .unit = DurationUnit::calendar_days,
                    .low_percent = {},
                    .high_percent = {},
                    .reference = join(names, "/")};
  if (parts.size() == 2) {
    const std::size_t equals = parts[1].find('=');
    const std::string_view era =
        equals == std::string::npos ? std::string_view{} : trim(std::string_view(parts[1]).substr(equals + 1));
    if (era.empty() || !same_ignoring_case(trim(std::string_view(parts[1]).substr(0, equals)), "era"))
      return not_understood(text, message("the era as ;era=NAME behind the class"));
    estimate.reference += ";era=" + std::string(era);
  }
  return estimate;
}

// "@p10p90", without the at sign.
std::optional<std::pair<int, int>> parse_percentiles(std::string_view text) {
  const std::string compact = lower(trim(text));
  const std::size_t second = compact.find('p', 1);
  if (!compact.starts_with('p') || second == std::string::npos) return std::nullopt;
  const auto number = [](std::string_view digits) -> std::optional<int> {
    const bool is_number = !digits.empty() && digits.size() <= 3 &&
                           std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    return is_number ? std::optional(static_cast<int>(*parse_integer(digits))) : std::nullopt;
  };
  const auto low = number(trim(std::string_view(compact).substr(1, second - 1)));
  const auto high = number(trim(std::string_view(compact).substr(second + 1)));
  if (!low || !high) return std::nullopt;
  return std::pair(*low, *high);
}

std::optional<double> plain_number(std::string_view text) {
  const bool is_plain = std::all_of(text.begin(), text.end(),
                                    [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+'; });
  return is_plain ? parse_number(text) : std::nullopt;
}

// What is wrong with the numbers of a spread that could be read.
void check_values(const Estimate& e, std::string_view text, Diagnostics& problems) {
  if (std::any_of(e.values.begin(), e.values.end(), [](double v) { return v < 0; }))
    problems.push_back({.code = "estimate.negative",
                        .message = say("An estimate cannot be negative"),
                        .expected = say("zero or more"),
                        .found = in_quotes(text)});
  if (std::any_of(e.values.begin(), e.values.end(), [](double v) { return v > century_of_days; }))
    problems.push_back({.code = "estimate.range",
                        .message = say("This estimate is longer than 100 years"),
                        .expected = say("at most 100 years"),
                        .found = in_quotes(text)});
  if (e.shape != Shape::empirical && !std::is_sorted(e.values.begin(), e.values.end()))
    problems.push_back({.code = "estimate.order",
                        .message = say("The numbers of this estimate are not in ascending order"),
                        .expected = say(named(e.shape).form),
                        .found = in_quotes(text),
                        .advice = say("write the shortest first and the longest last")});
  else if (e.shape == Shape::lognormal && (e.values[0] <= 0 || e.values[0] == e.values[1]))
    problems.push_back({.code = "estimate.order",
                        .message = say("A lognormal estimate needs a median above zero and a 90 % point above the median"),
                        .expected = say(named(e.shape).form),
                        .found = in_quotes(text)});
  if (e.low_percent && !(*e.low_percent >= 0 && *e.low_percent < *e.high_percent && *e.high_percent <= 100))
    problems.push_back({.code = "estimate.percent",
                        .message = say("These percentiles cannot be"),
                        .expected = say("two different percentages from 0 to 100, the lower one first, such as @p10p90"),
                        .found = in_quotes(text)});
}

// The numbers and the unit behind the last of them; false when they cannot be read.
bool read_values(std::string_view body, const ShapeName& shape, Estimate& estimate, std::string& unit) {
  const std::size_t last_digit = body.find_last_of("0123456789.");
  if (last_digit == std::string_view::npos) return false;
  unit = lower(trim(body.substr(last_digit + 1)));
  for (const std::string& part : split(body.substr(0, last_digit + 1), ',')) {
    const auto value = plain_number(part);
    if (!value) return false;
    estimate.values.push_back(*value);
  }
  return shape.values == 0 || estimate.values.size() == shape.values;
}

Result<Estimate> parse_spread(std::string_view rest, const ShapeName& shape, std::string_view text) {
  Estimate estimate{.shape = shape.shape,
                    .values = {},
                    .unit = DurationUnit::workdays,
                    .low_percent = {},
                    .high_percent = {},
                    .reference = {}};
  Diagnostics problems;
  const std::size_t at = rest.find('@');
  if (at != std::string_view::npos) {
    const bool may_have = shape.shape == Shape::triangular || shape.shape == Shape::pert;
    const auto percentiles = parse_percentiles(rest.substr(at + 1));
    if (percentiles && may_have) {
      estimate.low_percent = percentiles->first;
      estimate.high_percent = percentiles->second;
    } else {
      problems.push_back(
          {.code = "estimate.percent",
           .message = may_have ? say("The percentiles of this estimate cannot be read")
                               : say("Only triangular and pert estimates take percentiles"),
           .expected = may_have ? say("two percentages behind the numbers, such as @p10p90") : say(shape.form),
           .found = in_quotes(rest.substr(at))});
    }
  }
  std::string unit;
  if (read_values(rest.substr(0, at), shape, estimate, unit)) {
    if (unit == "ed") estimate.unit = DurationUnit::calendar_days;
    else if (!unit.empty() && unit != "d")
      problems.push_back({.code = "estimate.unit",
                          .message = say("A spread is counted in days"),
                          .expected = say("d (working days) or ed (calendar days) behind the last number"),
                          .found = in_quotes(unit)});
    check_values(estimate, text, problems);
  } else {
    problems.push_back(not_understood(text, shape.form, say("give the unit once, behind the last number")));
  }
  if (!problems.empty()) return problems;
  return estimate;
}

std::string bound_in_words(double value, std::optional<int> percent) {
  return percent ? say("{} ({} % point)", number_text(value), *percent) : number_text(value);
}

Duration fixed_length(const Estimate& e) { return {.count = static_cast<int>(e.values.at(0)), .unit = e.unit}; }

}  // namespace

Result<Estimate> Estimate::parse(std::string_view text) {
  text = trim(text);
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return parse_fixed(text);
  const std::string_view word = trim(text.substr(0, colon));
  const std::string_view rest = trim(text.substr(colon + 1));
  const auto shape = std::find_if(shapes.begin(), shapes.end(),
                                  [word](const ShapeName& s) { return same_ignoring_case(s.name, word); });
  if (shape == shapes.end()) {
    std::vector<std::string> known(shapes.size());
    std::transform(shapes.begin(), shapes.end(), known.begin(), [](const ShapeName& s) { return std::string(s.name); });
    const auto meant = nearest(word, known);
    return not_understood(text, forms, meant ? say("did you mean {}?", *meant) : "");
  }
  if (shape->shape == Shape::fixed) return parse_fixed(rest);
  if (shape->shape == Shape::reference_class) return parse_class(rest, text);
  return parse_spread(rest, *shape, text);
}

std::string Estimate::text() const {
  if (shape == Shape::fixed) return fixed_length(*this).text();
  if (shape == Shape::reference_class) return "class:" + reference;
  std::vector<std::string> numbers;
  std::transform(values.begin(), values.end(), std::back_inserter(numbers), number_text);
  std::string out =
      fmt::format("{}:{}{}", named(shape).name, join(numbers, ","), unit == DurationUnit::workdays ? "d" : "ed");
  if (low_percent) out += fmt::format("@p{}p{}", *low_percent, *high_percent);
  return out;
}

std::string Estimate::in_words() const {
  const bool workdays = unit == DurationUnit::workdays;
  const auto spread = [&](std::string_view in_workdays, std::string_view in_calendar_days, const auto&... numbers) {
    return say(workdays ? in_workdays : in_calendar_days, numbers...);
  };
  switch (shape) {
    case Shape::fixed:
      return fixed_length(*this).in_words();
    case Shape::triangular:
    case Shape::pert:
      return spread(message("about {} working days, between {} and {}"), message("about {} calendar days, between {} and {}"),
                    number_text(values.at(1)), bound_in_words(values.at(0), low_percent),
                    bound_in_words(values.at(2), high_percent));
    case Shape::uniform:
      return spread(message("between {} and {} working days"), message("between {} and {} calendar days"),
                    number_text(values.at(0)), number_text(values.at(1)));
    case Shape::lognormal:
      return spread(message("about {} working days, nine times in ten at most {}"),
                    message("about {} calendar days, nine times in ten at most {}"), number_text(values.at(0)),
                    number_text(values.at(1)));
    case Shape::empirical: {
      const auto [least, most] = std::minmax_element(values.begin(), values.end());
      const std::string cases = say_plural("{} case", "{} cases", static_cast<long long>(values.size()));
      return spread(message("as observed in {}, from {} to {} working days"),
                    message("as observed in {}, from {} to {} calendar days"), cases, number_text(*least),
                    number_text(*most));
    }
    case Shape::reference_class:
      return say("as long as in the reference class {}", reference);
  }
  throw std::logic_error("an estimate of an unknown shape");
}

}  // namespace accord
