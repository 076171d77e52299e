#include "app/forms/record_form.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "app/forms/estimate_entry.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/catalogue.hpp"
#include "core/edit/commands.hpp"
#include "core/edit/entry_text.hpp"
#include "core/edit/typed_date.hpp"
#include "core/schedule/words.hpp"

namespace accord {
namespace {

constexpr std::string_view between_code_and_title = " · ";
constexpr std::size_t most_suggestions = 200;

struct Heading {
  std::string_view text;
  std::vector<std::string_view> fields;
};

// What belongs together on a form. Fields that are named nowhere follow under "More".
std::vector<Heading> headings(Kind kind) {
  if (kind == Kind::milestone)
    return {{"", {"title", "owner", "co_owner"}},
            {message("What happened"), {"actual_start", "actual_finish", "percent", "remaining"}},
            {message("What comes next"), {"next_step", "next_step_owner", "next_step_due"}},
            {message("What is expected"), {"estimate", "duration", "expected", "deadline"}},
            {message("Where it is known from"), {"notes", "source", "confidence"}}};
  if (kind == Kind::entry)
    return {{"", {"title", "kind", "date", "number", "place"}},
            {message("Belongs to"), {"tracks", "milestones", "people", "parties"}},
            {message("What came of it"), {"agenda", "outcome", "next_announced"}},
            {message("Where it is known from"), {"notes", "source", "confidence"}}};
  if (kind == Kind::benchmark)
    return {{"", {"title", "block", "phase", "topic"}},
            {message("How far it is"), {"ladder", "own_score", "assessor_score", "wording"}},
            {message("Who and by when"), {"owner", "co_owner", "deadline", "milestone"}},
            {message("Traffic light"), {"light", "light_why"}},
            {message("Where it is known from"), {"notes", "source", "confidence"}}};
  if (kind == Kind::risk)
    return {{"", {"title", "state", "owner"}},
            {message("How likely, and what it hits"), {"probability", "milestones", "delay"}},
            {message("What is done about it"), {"mitigation", "mitigated_probability", "mitigated_delay"}},
            {message("Where it is known from"), {"notes", "source", "confidence"}}};
  return {};
}

std::string day_understood(std::string_view text) {
  const auto day = parse_day(text);
  return day ? weekday_in_words(*day) : std::string();
}

}  // namespace

RecordForm::RecordForm(Dossier dossier, Kind kind, RecordId id) : dossier_(std::move(dossier)), kind_(kind), id_(id) {
  title_ = title_of(kind_, record());
}

const Record& RecordForm::record() const {
  const Record* record = dossier_.find(kind_, id_);
  if (!record) throw std::logic_error("a form needs a record");
  return *record;
}

const Field& RecordForm::described(std::string_view field) const {
  const Field* found = type_of(kind_).field(field);
  if (!found) throw std::logic_error("no field " + std::string(field));
  return *found;
}

std::vector<FieldGroup> RecordForm::groups(Kind kind) {
  const RecordType& type = type_of(kind);
  std::set<std::string_view> placed;
  std::vector<FieldGroup> out;
  for (const Heading& heading : headings(kind)) {
    FieldGroup group{std::string(heading.text), {}, true};
    for (const std::string_view name : heading.fields)
      if (const Field* field = type.field(name); field && placed.insert(field->name).second)
        group.fields.push_back(field);
    out.push_back(std::move(group));
  }
  FieldGroup rest{out.empty() ? "" : "More", {}, out.empty()};
  for (const Field& field : type.fields)
    if (!placed.count(field.name)) rest.fields.push_back(&field);
  if (!rest.fields.empty()) out.push_back(std::move(rest));
  return out;
}

std::vector<std::string> RecordForm::suggestions(const Field& field) const {
  std::vector<std::string> out;
  const auto add = [&](std::string_view code, std::string_view title) {
    out.push_back(std::string(code) + std::string(between_code_and_title) + std::string(title));
  };
  if (field.type == FieldType::reference && dossier_.count(field.target) <= most_suggestions)
    for (const Record* target : dossier_.records(field.target)) add(target->code, title_of(field.target, *target));
  if (field.type == FieldType::estimate && kind_ == Kind::milestone)
    return comparable_classes(dossier_, Id<Milestone>(id_));
  if (field.type == FieldType::calendar)
    for (const BuiltInCalendar& calendar : built_in_calendars()) add(calendar.code, calendar.title);
  if (field.type == FieldType::calendar)
    for (const Calendar& calendar : dossier_.all<Calendar>()) add(calendar.code, calendar.title);
  if (field.type == FieldType::sessions)
    for (const BuiltInSessions& sessions : built_in_sessions()) add(sessions.code, sessions.title);
  if (field.type == FieldType::rung)
    for (const Rung& rung : ladder_of(dossier_)) add(rung.code, rung.label);
  return out;
}

std::string RecordForm::text(std::string_view name) const {
  const Field& field = described(name);
  if (const auto at = entered_.find(field.name); at != entered_.end()) return at->second;
  if (field.type == FieldType::choice) return say_name(display_label(field, record(), dossier_));
  const std::string shown = display_field(field, record(), dossier_);
  return field.type == FieldType::fuzzy_date ? date_to_type(shown, spoken()) : shown;
}

void RecordForm::enter(std::string_view name, std::string_view text) {
  const Field& field = described(name);
  entered_.erase(std::string(field.name));
  std::string typed = field.type == FieldType::long_text ? std::string(text) : std::string(trim(text));
  if (const auto cut = typed.find(between_code_and_title);
      cut != typed.npos && (field.type == FieldType::reference || field.type == FieldType::calendar ||
                            field.type == FieldType::sessions || field.type == FieldType::rung))
    typed.resize(cut);
  if (typed != this->text(name)) entered_.emplace(field.name, std::move(typed));
}

void RecordForm::revert(std::string_view field) { entered_.erase(std::string(described(field).name)); }

// As the commands take it.
std::string RecordForm::plain(const Field& field, std::string_view text) const {
  if (field.type == FieldType::choice)
    for (const Choice& choice : field.choices)
      if (same_ignoring_case(choice.label, text) || say(choice.label) == text) return std::string(choice.code);
  return std::string(text);
}

Result<std::string> RecordForm::canonical(const Field& field) const {
  return parse_entry(kind_, field, plain(field, text(field.name)), dossier_, code());
}

std::string RecordForm::understood(std::string_view name) const {
  const Field& field = described(name);
  const std::string shown = text(name);
  const auto value = canonical(field);
  if (shown.empty() || !value) return {};
  switch (field.type) {
    case FieldType::day:
      return day_understood(*value);
    case FieldType::fuzzy_date: {
      const auto date = FuzzyDate::parse(*value);
      if (!date) return {};
      return date->is_exact() ? weekday_in_words(*date->earliest()) : date->explained();
    }
    case FieldType::duration: {
      const auto duration = Duration::parse(*value);
      return duration ? duration->in_words() : std::string();
    }
    case FieldType::estimate: {
      const auto estimate = Estimate::parse(*value);
      return estimate ? estimate->in_words() : std::string();
    }
    case FieldType::reference:
      if (const auto found = dossier_.find_code(shown)) return title_of(found->kind, *found->record);
      return {};
    case FieldType::calendar:
      return calendar_in_words(dossier_, *value);
    default:
      return {};
  }
}

Diagnostics RecordForm::errors(std::string_view name) const {
  const Field& field = described(name);
  if (!entered_.count(field.name)) return {};
  if (field.required && text(name).empty())
    return {{.code = "field.required",
             .message = say("This field must say something."),
             .place = {.record = code(), .field = std::string(field.name)}}};
  return canonical(field).errors();
}

Diagnostics RecordForm::errors() const {
  Diagnostics out;
  for (const auto& [name, text] : entered_) {
    const Diagnostics found = errors(name);
    out.insert(out.end(), found.begin(), found.end());
  }
  return out;
}

bool RecordForm::changed() const { return !entered_.empty(); }

EditCommand RecordForm::to_command() const {
  std::vector<Assignment> assignments;
  for (const auto& [name, text] : entered_) assignments.push_back({name, plain(described(name), text)});
  EditCommand command;
  command.changes = [kind = kind_, id = id_, assignments](const Dossier& dossier, const ValidateOptions& options) {
    return set_fields(dossier, dossier.code_of(kind, id), assignments, options);
  };
  return command;
}

}  // namespace accord
