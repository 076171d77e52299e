#include "app/session/reading_order.hpp"

#include <algorithm>
#include <utility>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/report/change_sentence.hpp"

namespace accord {
namespace {

const Field* date_field(const RecordType& type) {
  for (std::string_view name : {"date", "made", "day", "since"})
    if (const Field* field = type.field(name)) return field;
  return nullptr;
}

}  // namespace

std::string plural_in_words(const RecordType& type) { return several_in_words(type.kind, spoken()); }

std::vector<const Record*> in_reading_order(const Dossier& dossier, Kind kind) {
  if (kind == Kind::milestone) {
    const auto milestones = in_outline_order(dossier);
    return {milestones.begin(), milestones.end()};
  }
  auto records = dossier.records(kind);
  if (const Field* field = date_field(type_of(kind))) {
    std::vector<std::pair<FuzzyDate, const Record*>> dated;
    dated.reserve(records.size());
    for (const Record* record : records) {
      const auto date = FuzzyDate::parse(field->read(*record));
      dated.emplace_back(date ? *date : FuzzyDate(), record);
    }
    std::ranges::stable_sort(dated, {}, &std::pair<FuzzyDate, const Record*>::first);
    std::ranges::transform(dated, records.begin(), &std::pair<FuzzyDate, const Record*>::second);
  }
  return records;
}

bool refers_to(const RecordType& type, const Record& record, Kind kind, RecordId id) {
  const std::string number = std::to_string(id.number);
  return std::any_of(type.fields.begin(), type.fields.end(), [&](const Field& field) {
    if (field.target != kind || (field.type != FieldType::reference && field.type != FieldType::references))
      return false;
    const auto ids = split(field.read(record), ';');
    return std::find(ids.begin(), ids.end(), number) != ids.end();
  });
}

}  // namespace accord
