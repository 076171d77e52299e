#include "core/edit/commands.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/edit/entry_text.hpp"
#include "core/edit/language.hpp"
#include "core/model/findings_memo.hpp"

namespace accord {
namespace {

Diagnostic placed(Diagnostic d, const Assignment& assignment) {
  if (!assignment.place.file.empty()) {
    d.place.file = assignment.place.file;
    d.place.line = assignment.place.line;
    d.place.column = assignment.place.column;
  }
  return d;
}

Diagnostic unknown_field(const RecordType& type, const Assignment& assignment) {
  std::vector<std::string> names;
  for (const Field& f : type.fields) names.emplace_back(f.name);
  const auto near = nearest(assignment.field, names);
  return placed({.code = "field.unknown", .message = say("A {} has no field {}.", lower(say(type.label)), assignment.field),
                 .advice = near ? say("did you mean {}?", *near) : say("the fields are {}", join(names, ", "))},
                assignment);
}

// `restricted=yes`, `restricted.FIELD=yes`; `restricted=*` and lists of fields are read as any other field.
std::optional<Outcome> assign_restriction(const RecordType& type, Record& record, const Assignment& assignment) {
  const std::string name = lower(trim(assignment.field));
  const bool whole = name == "restricted", single = name.starts_with("restricted.");
  if (!whole && !single) return std::nullopt;
  const std::string value = lower(trim(assignment.value));
  const bool yes = value == "yes" || value == "true" || value == "1", no = value == "no" || value == "false" || value == "0";
  if (whole && !yes && !no) return std::nullopt;
  if (!yes && !no) return Outcome(placed({.code = "boolean.syntax", .message = say("This is neither yes nor no."), .expected = say("yes or no"), .found = assignment.value}, assignment));
  if (whole) record.restricted.set_record(yes);
  else {
    const Field* field = type.field(name.substr(std::string_view("restricted.").size()));
    if (!field) return Outcome(unknown_field(type, {name.substr(std::string_view("restricted.").size()), "", assignment.place}));
    record.restricted.set_field(std::string(field->name), yes);
  }
  return Outcome(Done{});
}

// "title.ru", or all of a record's translations in one.
bool is_translation(const Assignment& assignment) {
  const std::string name = lower(trim(assignment.field));
  const std::size_t dot = name.rfind('.');
  return name == "translations" || (dot != name.npos && name.size() - dot == 3);
}

// `title.ru=Подписание`: the field's text in another language.
std::optional<Outcome> assign_translation(const RecordType& type, Record& record, const Assignment& assignment) {
  const std::string name = lower(trim(assignment.field));
  const std::size_t dot = name.rfind('.');
  if (!is_translation(assignment) || dot == name.npos) return std::nullopt;
  const Field* field = type.field(name.substr(0, dot));
  if (!field) return Outcome(unknown_field(type, {name.substr(0, dot), "", assignment.place}));
  if (!field->prose)
    return Outcome(placed({.code = "translations.field", .message = say("{} is no text that could be translated.", say(field->label))}, assignment));
  record.translations.set(name.substr(dot + 1), std::string(field->name), assignment.value);
  return Outcome(Done{});
}

// Of the dossier's own record, `status_date=` a day, `today` or `none` says in one what mode and day say in two.
std::vector<Assignment> spelled_out(const RecordType& type, std::span<const Assignment> assignments) {
  std::vector<Assignment> out(assignments.begin(), assignments.end());
  if (type.kind != Kind::dossier) return out;
  const auto of = [&](std::string_view name) {
    return std::find_if(out.begin(), out.end(), [&](const Assignment& a) { return same_ignoring_case(trim(a.field), name); });
  };
  const auto mode = of("status_date_mode"), day = of("status_date");
  if (day != out.end() && mode == out.end()) {
    const std::string value = lower(trim(day->value));
    const bool is_word = value.empty() || value == "today" || value == "none";
    Assignment added{"status_date_mode", !is_word ? "fixed" : value == "none" ? "none" : "today", day->place};
    if (is_word) day->value.clear();
    out.push_back(std::move(added));
  } else if (mode != out.end() && day == out.end() && lower(trim(mode->value)) != "fixed") {
    out.push_back({"status_date", "", mode->place});
  }
  return out;
}

void assign(const Dossier& dossier, const RecordType& type, Record& record, std::span<const Assignment> assignments, Diagnostics& problems) {
  const auto add_all = [&](const Diagnostics& list, const Assignment& a) {
    for (const Diagnostic& d : list) problems.push_back(placed(d, a));
  };
  std::set<std::string_view> seen;
  std::vector<Assignment> spelled = spelled_out(type, assignments);
  std::stable_partition(spelled.begin(), spelled.end(), std::not_fn(is_translation));  // a new text takes the old translations away
  for (const Assignment& a : spelled) {
    auto handled = assign_restriction(type, record, a);
    if (!handled) handled = assign_translation(type, record, a);
    if (handled) {
      add_all(handled->errors(), a);
      continue;
    }
    const Field* field = type.field(a.field);
    if (!field) {
      problems.push_back(unknown_field(type, a));
      continue;
    }
    if (!seen.insert(field->name).second) {
      problems.push_back(placed({.code = "field.twice", .message = say("The field {} is given twice.", field->name), .advice = say("give it once")}, a));
      continue;
    }
    if (type.kind == Kind::evidence && field->name.starts_with("file_") && !trim(a.value).empty()) {
      problems.push_back(placed({.code = "evidence.by_hand", .message = say("What a file is called, holds and measures is known once it is attached; nobody can say it by hand."), .advice = say("attach the file: accord evidence attach FILE CODE PATH")}, a));
      continue;
    }
    const auto text = parse_entry(type.kind, *field, a.value, dossier, record.code);
    if (!text) {
      add_all(text.errors(), a);
      continue;
    }
    const std::string before = field->read(record);
    add_all(field->write(record, *text).errors(), a);
    if (field->prose && field->read(record) != before) forget_translations(record, field->name);
  }
}

// Links carry their ends in their code: after a milestone was renamed, or a link's end or type changed, they follow.
void follow_link_codes(const Dossier& changed, DossierBuilder& builder) {
  for (const Link& link : changed.all<Link>()) {
    const Milestone* from = changed.find(link.predecessor);
    const Milestone* to = changed.find(link.successor);
    if (!from || !to) continue;
    std::string code = link_code(from->code, to->code, link.type);
    if (code == link.code) continue;
    auto renamed = std::make_shared<Link>(link);
    renamed->code = std::move(code);
    builder.put(Kind::link, std::move(renamed));
  }
}

Result<ChangeSet> checked(const Dossier& before, const Dossier& changed, const ValidateOptions& options) {
  DossierBuilder builder(changed);
  follow_link_codes(changed, builder);
  const Dossier after = std::move(builder).build();
  const ChangeSet changes = diff(before, after);
  if (changes.empty()) return changes;
  Diagnostics problems;
  for (const Diagnostic& d : new_findings(findings_of(before, options), findings_of(after, options)))
    if (d.severity == Severity::error) problems.push_back(d);
  if (!problems.empty()) return problems;
  return changes;
}

// As checked(), where some of what was entered could not even be read: what is wrong with the other fields entered is
// told with it, but not what may only follow from what is missing.
Result<ChangeSet> checked_with(Diagnostics problems, std::span<const Assignment> entered, const Dossier& before, const Dossier& changed, const ValidateOptions& options) {
  auto changes = checked(before, changed, options);
  if (problems.empty() || changes) return problems.empty() ? std::move(changes) : Result<ChangeSet>(std::move(problems));
  std::set<std::string> unread;
  for (const Diagnostic& d : problems) unread.insert(lower(d.place.field));
  for (const Diagnostic& d : changes.errors()) {
    const auto about = [&](const Assignment& a) { return same_ignoring_case(a.field, d.place.field); };
    if (std::any_of(entered.begin(), entered.end(), about) && !unread.contains(lower(d.place.field))) problems.push_back(d);
  }
  return problems;
}

// What goes with a record because it only exists through it.
struct Owned {
  Kind kind;
  std::string_view field;
};
std::span<const Owned> owned_by(Kind kind) {
  static constexpr Owned of_milestone[] = {{Kind::link, "predecessor"}, {Kind::link, "successor"}, {Kind::goal, "milestone"}};
  static constexpr Owned of_mandate[] = {{Kind::goal, "mandate"}};
  static constexpr Owned of_calendar[] = {{Kind::calendar_exception, "calendar"}};
  static constexpr Owned of_sessions[] = {{Kind::session, "session_calendar"}};
  static constexpr Owned of_benchmark[] = {{Kind::measure, "benchmark"}, {Kind::assessment, "benchmark"}};
  static constexpr Owned of_party[] = {{Kind::position, "party"}};
  switch (kind) {
    case Kind::milestone: return of_milestone;
    case Kind::mandate: return of_mandate;
    case Kind::calendar: return of_calendar;
    case Kind::session_calendar: return of_sessions;
    case Kind::benchmark: return of_benchmark;
    case Kind::party: return of_party;
    default: return {};
  }
}

void remove_with_owned(const Dossier& dossier, DossierBuilder& builder, Kind kind, RecordId id, std::set<std::pair<Kind, RecordId>>& gone) {
  if (!gone.emplace(kind, id).second) return;
  for (const Owned& owned : owned_by(kind)) {
    const Field* field = type_of(owned.kind).field(owned.field);
    for (const Record* record : dossier.records(owned.kind))
      if (field->read(*record) == std::to_string(id.number)) remove_with_owned(dossier, builder, owned.kind, record->id, gone);
  }
  builder.erase(kind, id);
}

// Clears every other reference to what is gone.
void clear_references(const Dossier& changed, DossierBuilder& builder, const std::set<std::pair<Kind, RecordId>>& gone) {
  for (const RecordType& type : record_types())
    for (const Record* record : changed.records(type.kind)) {
      std::shared_ptr<Record> copy;
      for (const Field& field : type.fields) {
        if (field.type != FieldType::reference && field.type != FieldType::references) continue;
        std::vector<std::string> kept;
        const auto ids = split(field.read(*record), ';');
        for (const std::string& id : ids)
          if (gone.count({field.target, RecordId{parse_integer(id).value_or(0)}}) == 0) kept.push_back(id);
        if (kept.size() == ids.size()) continue;
        if (!copy) copy = type.copy(*record);
        if (!field.write(*copy, join(kept, ";"))) throw std::logic_error("a list of references cannot be shortened");
      }
      if (copy) builder.put(type.kind, copy);
    }
}

Diagnostics in_use(const Dossier& dossier, const Dossier::Named& record) {
  const auto refuse = [&](std::string code, std::vector<std::string> users, std::string_view words) -> Diagnostics {
    if (users.empty()) return {};
    if (users.size() > 5) users = {users[0], users[1], users[2], users[3], say("{} more", users.size() - 4)};
    return {{.code = std::move(code), .message = say(words, record.record->code, join_in_words(users, spoken())), .advice = say("move or remove those first")}};
  };
  std::vector<std::string> users;
  if (record.kind == Kind::dossier) return {{.code = "remove.dossier", .message = say("The dossier's own record cannot be removed.")}};
  if (record.kind == Kind::track) {
    for (const Milestone& m : dossier.all<Milestone>())
      if (m.track == record.record->id) users.push_back(m.code);
    return refuse("remove.track_in_use", users, message("{} cannot be removed: {} still on this track."));
  }
  if (record.kind == Kind::milestone) {
    for (const Milestone& m : dossier.all<Milestone>())
      if (m.parent == record.record->id) users.push_back(m.code);
    return refuse("remove.group_in_use", users, message("{} cannot be removed: {} still part of this group."));
  }
  return {};
}

}  // namespace

Result<Assignment> parse_assignment(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == text.npos || trim(text.substr(0, equals)).empty())
    return Diagnostic{.code = "assignment.syntax", .message = say("This does not say which field gets which value."), .expected = say("FIELD=VALUE, such as actual_finish=2026-12-02"), .found = std::string(text)};
  return Assignment{std::string(trim(text.substr(0, equals))), std::string(trim(text.substr(equals + 1)))};
}

Result<ChangeSet> set_fields(const Dossier& dossier, std::string_view code, std::span<const Assignment> assignments, const ValidateOptions& options) {
  const auto found = find_record(dossier, code);
  if (!found) return found.errors();
  const RecordType& type = type_of(found->kind);
  const auto record = type.copy(*found->record);
  Diagnostics problems;
  assign(dossier, type, *record, assignments, problems);
  DossierBuilder builder(dossier);
  builder.put(found->kind, record);
  return checked_with(std::move(problems), assignments, dossier, std::move(builder).build(), options);
}

Result<ChangeSet> attach_file(const Dossier& dossier, std::string_view code, const AttachedFile& file, const ValidateOptions& options) {
  const auto found = find_record(dossier, code, Kind::evidence);
  if (!found) return found.errors();
  const auto evidence = std::make_shared<Evidence>(static_cast<const Evidence&>(*found->record));
  evidence->kind = EvidenceKind::file;
  evidence->file_name = file.name;
  evidence->file_hash = file.hash;
  evidence->file_size = file.size;
  DossierBuilder builder(dossier);
  builder.put(Kind::evidence, evidence);
  return checked(dossier, std::move(builder).build(), options);
}

namespace {

std::string taken_already(Kind kind, const Dossier::Named& taken) {
  if (kind == Kind::link) return say("There is a link {} already.", taken.record->code);
  const std::string title = title_of(taken.kind, *taken.record);
  return title == taken.record->code ? say("The code {} is already taken.", taken.record->code)
                                     : say("The code {} is already taken by \"{}\".", taken.record->code, title);
}

}  // namespace

Result<ChangeSet> add_record(const Dossier& dossier, Kind kind, std::span<const Assignment> assignments, const ValidateOptions& options) {
  if (kind == Kind::dossier) return Diagnostic{.code = "dossier.single", .message = say("A dossier has exactly one record about itself; change it with set."), .advice = say("accord set FILE {} FIELD=VALUE", dossier.info().code)};
  const RecordType& type = type_of(kind);
  const auto record = type.make();
  record->id = dossier.next_id();
  for (const Field& field : type.fields)
    if (field.restricted_from_start) record->restricted.set_field(std::string(field.name), true);
  Diagnostics problems;
  assign(dossier, type, *record, assignments, problems);
  if (kind == Kind::link) {
    const Link& link = static_cast<const Link&>(*record);
    record->code = link_code(dossier.code_of(Kind::milestone, link.predecessor), dossier.code_of(Kind::milestone, link.successor), link.type);
  } else if (record->code.empty()) {
    record->code = next_code(dossier, kind);
  }
  if (!problems.empty()) return problems;
  if (const auto taken = dossier.find_code(record->code))
    return Diagnostic{.code = kind == Kind::link ? "link.exists" : "code.duplicate", .message = taken_already(kind, *taken), .advice = kind == Kind::link ? say("change the existing link with set") : say("choose another code, or leave it out to get the next free one")};
  DossierBuilder builder(dossier);
  builder.put(kind, record);
  return checked(dossier, std::move(builder).build(), options);
}

Result<ChangeSet> remove_record(const Dossier& dossier, std::string_view code, std::optional<Kind> kind, const ValidateOptions& options) {
  const auto found = find_record(dossier, code, kind);
  if (!found) return found.errors();
  if (Diagnostics problems = in_use(dossier, *found); !problems.empty()) return problems;
  DossierBuilder builder(dossier);
  std::set<std::pair<Kind, RecordId>> gone;
  remove_with_owned(dossier, builder, found->kind, found->record->id, gone);
  const Dossier without = std::move(builder).build();
  DossierBuilder cleared(without);
  clear_references(without, cleared, gone);
  return checked(dossier, std::move(cleared).build(), options);
}

Result<ChangeSet> add_link(const Dossier& dossier, std::string_view predecessor, std::string_view successor, std::span<const Assignment> assignments, const ValidateOptions& options) {
  std::vector<Assignment> all{{"predecessor", std::string(predecessor)}, {"successor", std::string(successor)}};
  all.insert(all.end(), assignments.begin(), assignments.end());
  return add_record(dossier, Kind::link, all, options);
}

std::string next_code(const Dossier& dossier, Kind kind) {
  const std::string prefix = fmt::format("{}.", type_of(kind).prefix);
  long long highest = 0;
  for (const std::string& code : dossier.codes(kind))
    if (code.size() > prefix.size() && same_ignoring_case(std::string_view(code).substr(0, prefix.size()), prefix))
      if (const auto n = parse_integer(std::string_view(code).substr(prefix.size()))) highest = std::max(highest, *n);
  std::string code = fmt::format("{}{}", prefix, highest + 1);
  while (dossier.find_code(code)) code = fmt::format("{}{}", prefix, ++highest + 1);
  return code;
}

}  // namespace accord
