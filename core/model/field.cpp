#include "core/model/field.hpp"

#include <array>

#include "core/model/records.hpp"

namespace accord {
namespace {

template <class T>
RecordType make_type(std::string_view name, std::string_view plural, std::string_view label, std::string_view prefix) {
  static const std::vector<Field> fields = T::describe();
  return {KindOf<T>::value, name, plural, label, prefix, fields,
          []() -> std::shared_ptr<Record> { return std::make_shared<T>(); },
          [](const Record& r) -> std::shared_ptr<Record> { return std::make_shared<T>(static_cast<const T&>(r)); }};
}

const std::array<RecordType, kind_count>& table() {
  static const std::array<RecordType, kind_count> types{
      make_type<DossierInfo>("dossier", "dossiers", "Dossier", "D"),
      make_type<Track>("track", "tracks", "Track", "T"),
      make_type<Milestone>("milestone", "milestones", "Milestone", "MS"),
      make_type<Link>("link", "links", "Link", "L"),
      make_type<Mandate>("mandate", "mandates", "Mandate", "M"),
      make_type<Goal>("goal", "goals", "Goal", "G"),
      make_type<Party>("party", "parties", "Party", "P"),
      make_type<Person>("person", "people", "Person", "PE"),
      make_type<Calendar>("calendar", "calendars", "Calendar", "CAL"),
      make_type<CalendarExceptionRecord>("calendar_exception", "calendar_exceptions", "Calendar exception", "CX"),
      make_type<SessionCalendarRecord>("session_calendar", "session_calendars", "Session calendar", "SC"),
      make_type<SessionRecord>("session", "sessions", "Session", "SE"),
      make_type<Entry>("entry", "entries", "Entry", "E"),
      make_type<Evidence>("evidence", "evidence", "Evidence", "EV"),
      make_type<Commitment>("commitment", "commitments", "Promise", "C"),
      make_type<Question>("question", "questions", "Question", "Q"),
      make_type<Benchmark>("benchmark", "benchmarks", "Benchmark", "B"),
      make_type<Measure>("measure", "measures", "Measure", "ME"),
      make_type<Assessment>("assessment", "assessments", "Assessment", "AS"),
      make_type<OpenPoint>("open_point", "open_points", "Open point", "OP"),
      make_type<Position>("position", "positions", "Position", "PO"),
      make_type<Risk>("risk", "risks", "Risk", "R"),
      make_type<Indicator>("indicator", "indicators", "Indicator", "I"),
      make_type<Baseline>("baseline", "baselines", "Baseline", "BL"),
      make_type<Scenario>("scenario", "scenarios", "Scenario", "S"),
      make_type<Forecast>("forecast", "forecasts", "Forecast", "F"),
      make_type<ComparableCase>("comparable_case", "comparable_cases", "Comparable case", "CC"),
  };
  return types;
}

struct Alias {
  std::string_view name, field;
};
constexpr Alias aliases[] = {{"started", "actual_start"}, {"finished", "actual_finish"}, {"cite", "citation"}, {"name", "title"}};

std::string with_underscores(std::string_view name) {
  std::string out = lower(trim(name));
  for (char& c : out)
    if (c == '-' || c == ' ') c = '_';
  return out;
}

}  // namespace

std::span<const RecordType> record_types() { return table(); }

const RecordType& type_of(Kind kind) { return table()[static_cast<std::size_t>(kind)]; }

const RecordType* find_type(std::string_view name) {
  const std::string wanted = with_underscores(name);
  for (const RecordType& type : table())
    if (type.name == wanted || type.plural == wanted) return &type;
  return nullptr;
}

const Field* RecordType::field(std::string_view wanted) const {
  const std::string folded = with_underscores(wanted);
  for (const Field& f : fields)
    if (f.name == folded) return &f;
  for (const Alias& alias : aliases)
    if (alias.name == folded) return field(alias.field);
  return nullptr;
}

std::string title_of(Kind kind, const Record& record) {
  const Field* title = type_of(kind).field("title");
  std::string text = title ? title->read(record) : "";
  return text.empty() ? record.code : text;
}

}  // namespace accord
