#include "db/exchange/plan_builder.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/spoken.hpp"

namespace accord {

PlanBuilder::PlanBuilder() : info(std::make_shared<DossierInfo>(Dossier{}.info())), builder_(Dossier{}) {
  codes_.insert(info->code);
}

std::string PlanBuilder::code_from(const std::string& name, const std::string& fallback) {
  std::string code;
  for (const char c : name) {
    const bool keep = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
    if (keep) code += c;
    else if (!code.empty() && code.back() != '-') code += '-';
  }
  code = code.substr(0, 32);
  while (!code.empty() && code.back() == '-') code.pop_back();
  return code.empty() ? fallback : code;
}

std::string PlanBuilder::unique_code(std::string code) {
  const std::string stem = code.substr(0, 26);
  while (!codes_.insert(code).second) code = fmt::format("{}-{}", stem, ++last_number_[stem] + 1);
  return code;
}

Id<Track> PlanBuilder::track(const std::string& name) {
  if (const auto at = tracks_.find(name); at != tracks_.end()) return at->second;
  auto track = make<Track>(code_from(name, "TRACK"));
  track->title = name;
  track->position = static_cast<double>(tracks_.size() + 1);
  const Id<Track> id{track->id};
  put(std::move(track));
  return tracks_[name] = id;
}

Id<Party> PlanBuilder::party(const std::string& name) {
  if (const auto at = parties_.find(name); at != parties_.end()) return at->second;
  auto party = make<Party>(code_from(name, "P"));
  party->title = name;
  const Id<Party> id{party->id};
  put(std::move(party));
  return parties_[name] = id;
}

std::string PlanBuilder::closed_on(const std::string& base, const std::vector<Day>& holidays, std::string_view source) {
  if (holidays.empty()) return base;
  if (const auto at = closed_.find(base); at != closed_.end()) return at->second;
  auto calendar = make<Calendar>(code_from("PLAN-" + base, "PLAN"));
  calendar->title = fmt::format("{}, with the closed days of the plan", base);
  calendar->base = base;
  calendar->source = source;
  const Id<Calendar> id{calendar->id};
  const std::string code = calendar->code;
  put(std::move(calendar));
  for (const Day day : holidays) {
    auto exception = make<CalendarExceptionRecord>("CX." + to_iso(day));
    exception->title = "Closed day of the plan";
    exception->calendar = id;
    exception->first = day;
    exception->source = source;
    put(std::move(exception));
  }
  return closed_[base] = code;
}

Dossier PlanBuilder::build() && {
  put(info);
  return std::move(builder_).build();
}

std::pair<Day, std::string> plan_start(const ImportOptions& options, std::optional<Day> in_file, std::optional<Day> earliest) {
  if (options.start) return {*options.start, say("as given")};
  if (in_file) return {*in_file, say("as the file says")};
  if (earliest) return {*earliest, say("the earliest date in the file")};
  return {options.today, say("today, because the file has no date")};
}

Result<std::vector<Day>> parse_holidays(std::string_view text, const std::string& file) {
  std::vector<Day> days;
  Diagnostics problems;
  int line = 0;
  for (std::size_t from = 0; from <= text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    const std::string_view cell = trim(text.substr(from, end - from));
    from = end + 1;
    if (cell.empty() || cell.front() == '#') continue;
    const auto day = parse_day(cell);
    if (day) days.push_back(*day);
    for (Diagnostic d : day.errors()) {
      d.place = {.file = file, .line = line + 1, .column = 1, .record = {}, .field = {}};
      problems.push_back(std::move(d));
    }
  }
  if (!problems.empty()) return problems;
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

}  // namespace accord
