#include "core/edit/compose.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "core/base/spoken.hpp"

namespace accord {
namespace {

std::size_t place_of(const RecordType& type, std::string_view name) {
  const Field* field = type.field(name);
  if (!field) throw std::logic_error(fmt::format("a change names {}.{}, which is no field", type.name, name));
  return static_cast<std::size_t>(field - type.fields.data());
}

// What each field of a new record holds before anybody sets it; mostly "".
const std::vector<std::string>& preset_texts(const RecordType& type) {
  static const auto all = [] {
    std::vector<std::vector<std::string>> texts;
    for (const RecordType& t : record_types()) {
      const auto fresh = t.make();
      texts.emplace_back();
      for (const Field& f : t.fields) texts.back().push_back(f.read(*fresh));
    }
    return texts;
  }();
  return all[static_cast<std::size_t>(type.kind)];
}

Diagnostic mismatch(const RecordChange& change, std::string code, std::string message) {
  Diagnostic d{.code = std::move(code), .message = std::move(message)};
  d.place.record = fmt::format("{} {}", type_of(change.kind).name, change.id.number);
  return d;
}

}  // namespace

Outcome Composition::check(const RecordChange& change) const {
  const RecordType& type = type_of(change.kind);
  const auto known = states_.find({change.kind, change.id});
  if (known == states_.end()) return Done{};
  const State& state = known->second;
  if (change.change == ChangeKind::add && state.exists) return mismatch(change, "compose.exists", say("The change adds a record that is already there."));
  if (change.change != ChangeKind::add && !state.exists) return mismatch(change, "compose.gone", say("The change is about a record that is not there."));
  Diagnostics problems;
  for (const FieldChange& f : change.fields) {
    const auto at = state.fields.find(place_of(type, f.field));
    const bool untouched = at == state.fields.end();
    // A record that was added here has nothing in fields that were never written; one from before may have anything.
    if (untouched && state.existed) continue;
    const std::string now = untouched ? "" : at->second.after;
    if (now == f.before) continue;
    problems.push_back(mismatch(change, "compose.field", say("The change does not follow from those before it.")));
    problems.back().place.field = f.field;
    problems.back().expected = f.before;
    problems.back().found = now;
  }
  if (change.change == ChangeKind::remove) check_whole(change, state, problems);
  if (!problems.empty()) return problems;
  return Done{};
}

// A removal that leaves out what the record held could not be taken back.
void Composition::check_whole(const RecordChange& change, const State& state, Diagnostics& problems) {
  const RecordType& type = type_of(change.kind);
  for (const auto& [place, texts] : state.fields) {
    const std::string_view name = type.fields[place].name;
    const bool named = std::any_of(change.fields.begin(), change.fields.end(), [&](const FieldChange& f) { return f.field == name; });
    if (texts.after.empty() || named) continue;
    problems.push_back(mismatch(change, "compose.field", say("The change removes a record without saying all that it held.")));
    problems.back().place.field = name;
    problems.back().found = texts.after;
  }
}

void Composition::take(const RecordChange& change) {
  const RecordType& type = type_of(change.kind);
  const auto [at, first] = states_.try_emplace({change.kind, change.id});
  State& state = at->second;
  if (first) state.existed = change.change != ChangeKind::add;
  state.exists = change.change != ChangeKind::remove;
  if (change.change == ChangeKind::add) {
    const auto& presets = preset_texts(type);
    for (std::size_t i = 0; i < presets.size(); ++i)
      if (!presets[i].empty()) state.fields[i].after = presets[i];
  }
  for (const FieldChange& f : change.fields) {
    const auto [field, fresh] = state.fields.try_emplace(place_of(type, f.field));
    if (fresh && state.existed) field->second.before = f.before;
    field->second.after = f.after;
  }
}

Outcome Composition::add(const ChangeSet& changes) {
  Diagnostics problems;
  for (const RecordChange& change : changes)
    if (const Outcome fits = check(change); !fits) problems.insert(problems.end(), fits.errors().begin(), fits.errors().end());
  if (!problems.empty()) return problems;
  for (const RecordChange& change : changes) take(change);
  return Done{};
}

ChangeSet Composition::result() const {
  ChangeSet out;
  for (const auto& [key, state] : states_) {
    if (!state.existed && !state.exists) continue;
    const RecordType& type = type_of(key.first);
    const auto& presets = preset_texts(type);
    RecordChange change;
    change.kind = key.first;
    change.id = key.second;
    change.change = !state.existed ? ChangeKind::add : !state.exists ? ChangeKind::remove : ChangeKind::update;
    for (const auto& [place, texts] : state.fields) {
      const bool recorded_anyway = change.change != ChangeKind::update && !presets[place].empty();
      if (texts.before != texts.after || recorded_anyway) change.fields.push_back({std::string(type.fields[place].name), texts.before, texts.after});
    }
    if (change.change != ChangeKind::update || !change.fields.empty()) out.push_back(std::move(change));
  }
  return out;
}

}  // namespace accord
