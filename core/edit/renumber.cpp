#include "core/edit/renumber.hpp"

#include <set>

namespace accord {
namespace {

std::string moved(std::string_view number, const std::set<std::int64_t>& added, std::int64_t by) {
  const auto id = parse_integer(number);
  if (!id || added.count(*id) == 0) return std::string(number);
  return std::to_string(*id + by);
}

std::string moved_list(std::string_view text, const std::set<std::int64_t>& added, std::int64_t by) {
  std::vector<std::string> parts = split(text, ';');
  for (std::string& part : parts) part = moved(part, added, by);
  return join(parts, ";");
}

// A baseline's dates are "MILESTONE-ID START FINISH; …": only the number in front of each part moves.
std::string moved_baseline(std::string_view text, const std::set<std::int64_t>& added, std::int64_t by) {
  std::string out;
  while (!text.empty()) {
    const std::size_t digits = text.find_first_of("0123456789");
    if (digits == text.npos) break;
    const std::size_t after = std::min(text.find_first_not_of("0123456789", digits), text.size());
    const std::size_t end = std::min(text.find(';', after), text.size());
    out += text.substr(0, digits);
    out += moved(text.substr(digits, after - digits), added, by);
    out += text.substr(after, end - after);
    if (end < text.size()) out += ';';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out.append(text);
}

}  // namespace

ChangeSet renumbered(const ChangeSet& changes, RecordId from, std::int64_t by) {
  std::set<std::int64_t> added;
  for (const RecordChange& c : changes)
    if (c.change == ChangeKind::add && c.id >= from) added.insert(c.id.number);
  ChangeSet out = changes;
  if (added.empty() || by == 0) return out;
  for (RecordChange& c : out) {
    if (added.count(c.id.number)) c.id.number += by;
    for (FieldChange& f : c.fields) {
      const Field* field = type_of(c.kind).field(f.field);
      if (!field) continue;
      if (field->type == FieldType::reference || field->type == FieldType::references) f.after = moved_list(f.after, added, by);
      else if (c.kind == Kind::baseline && f.field == "dates") f.after = moved_baseline(f.after, added, by);
    }
  }
  return out;
}

}  // namespace accord
