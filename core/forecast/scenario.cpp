#include "core/forecast/scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord {
namespace {

bool is_name(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '-' || c == '>' || c == ':';
  });
}

std::optional<Override> override_in(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) return std::nullopt;
  const std::string_view left = trim(text.substr(0, equals));
  const std::size_t point = left.rfind('.');
  if (point == std::string_view::npos || !is_name(left) || point == 0 || point + 1 == left.size()) return std::nullopt;
  return Override{std::string(left.substr(0, point)),
                  {std::string(left.substr(point + 1)), std::string(trim(text.substr(equals + 1)))}};
}

}  // namespace

Result<const Scenario*> find_scenario(const Dossier& dossier, std::string_view name) {
  std::vector<const Scenario*> named;
  std::vector<std::string> names;
  for (const Scenario& scenario : dossier.all<Scenario>()) {
    if (same_ignoring_case(scenario.code, trim(name))) return &scenario;
    names.push_back(fmt::format("{} (\"{}\")", scenario.code, scenario.title));
    if (same_ignoring_case(trim(scenario.title), trim(name))) named.push_back(&scenario);
  }
  if (named.size() == 1) return named.front();
  if (named.empty())
    return Diagnostic{.code = "scenario.unknown",
                      .message = say("There is no scenario \"{}\".", trim(name)),
                      .expected = join(names, ", "),
                      .advice = names.empty() ? say("\"accord scenario add\" makes one") : ""};
  return Diagnostic{.code = "scenario.ambiguous",
                    .message = say_plural("{} scenario is called \"{}\".", "{} scenarios are called \"{}\".", std::ssize(named), trim(name)),
                    .expected = join(names, ", "),
                    .advice = say("name the one that is meant by its code")};
}

Result<std::vector<Override>> parse_overrides(std::string_view text) {
  std::vector<Override> out;
  for (const std::string& part : split(text, ';')) {
    if (part.empty()) continue;
    if (auto found = override_in(part)) out.push_back(std::move(*found));
    else if (!out.empty()) out.back().assignment.value += ";" + part;
    else
      return Diagnostic{.code = "scenario.syntax",
                        .message = say("This is not a change of a scenario."),
                        .expected = say("CODE.FIELD=VALUE, such as VFA.5.remaining=30ed"),
                        .found = part};
  }
  return out;
}

Result<Dossier> with_overrides(const Dossier& dossier, std::string_view overrides, const ValidateOptions& options) {
  const auto parsed = parse_overrides(overrides);
  if (!parsed) return parsed.errors();
  Dossier changed = dossier;
  Diagnostics problems;
  for (const Override& one : *parsed) {
    const auto changes = set_fields(changed, one.code, {&one.assignment, 1}, options);
    auto next = changes ? apply_changes(changed, *changes) : Result<Dossier>(changes.errors());
    if (next) changed = std::move(next).value();
    else problems.insert(problems.end(), next.errors().begin(), next.errors().end());
  }
  if (!problems.empty()) return problems;
  DossierBuilder builder(std::move(changed));
  builder.set_revision(dossier.revision());
  return std::move(builder).build();
}

Result<Dossier> with_scenario(const Dossier& dossier, const Scenario& scenario, const ValidateOptions& options) {
  auto changed = with_overrides(dossier, scenario.overrides, options);
  if (changed) return changed;
  Diagnostics problems = changed.errors();
  for (Diagnostic& problem : problems)
    if (problem.place.record.empty()) problem.place = {.record = scenario.code, .field = "overrides"};
  return problems;
}

}  // namespace accord
