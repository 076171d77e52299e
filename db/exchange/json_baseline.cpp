#include "db/exchange/json_baseline.hpp"

#include "core/base/text.hpp"
#include "core/edit/entry_text.hpp"
#include "core/model/records.hpp"

namespace accord {
namespace {

struct Part {
  std::string first;  // the milestone
  std::string rest;   // " START FINISH", with the space before it
};

std::vector<Part> parts_of(std::string_view dates) {
  std::vector<Part> parts;
  for (const std::string& part : split(dates, ';')) {
    if (part.empty()) continue;
    const auto space = std::min(part.find(' '), part.size());
    parts.push_back({part.substr(0, space), part.substr(space)});
  }
  return parts;
}

std::string together(const std::vector<Part>& parts) {
  std::string out;
  for (const Part& part : parts) out += (out.empty() ? "" : "; ") + part.first + part.rest;
  return out;
}

}  // namespace

std::string baseline_dates_with_codes(std::string_view dates, const Dossier& dossier) {
  std::vector<Part> kept;
  for (Part& part : parts_of(dates)) {
    const auto id = parse_integer(part.first);
    const Milestone* milestone = id ? dossier.find(Id<Milestone>(*id)) : nullptr;
    if (milestone) kept.push_back({milestone->code, std::move(part.rest)});
  }
  return together(kept);
}

Result<std::string> baseline_dates_with_ids(std::string_view dates, const Dossier& dossier) {
  Diagnostics problems;
  std::vector<Part> parts = parts_of(dates);
  for (Part& part : parts) {
    const auto found = find_record(dossier, part.first, Kind::milestone);
    if (found) part.first = std::to_string(found->record->id.number);
    else problems.insert(problems.end(), found.errors().begin(), found.errors().end());
  }
  if (!problems.empty()) return problems;
  return together(parts);
}

}  // namespace accord
