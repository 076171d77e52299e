#include "core/model/comparable_case.hpp"

#include <utility>

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {
namespace {

template <std::size_t Stage>
Field stage_field() {
  using Date = std::optional<FuzzyDate>;
  Field f;
  f.name = agreement_stages[Stage].code;
  f.label = agreement_stages[Stage].label;
  f.hint = "2025-04-28, 2025-04 or 2025";
  f.type = Codec<Date>::type;
  f.read = [](const Record& r) { return Codec<Date>::write(static_cast<const ComparableCase&>(r).dates[Stage]); };
  f.write = [](Record& r, std::string_view text) -> Outcome {
    auto date = Codec<Date>::read(text);
    if (!date) return date.errors();
    static_cast<ComparableCase&>(r).dates[Stage] = std::move(date).value();
    return Done{};
  };
  return f;
}

template <std::size_t... Stages>
void add_stages(std::vector<Field>& fields, std::index_sequence<Stages...>) {
  (fields.push_back(stage_field<Stages>()), ...);
}

}  // namespace

std::vector<Field> ComparableCase::describe() {
  std::vector<Field> fields{
      required(field<&ComparableCase::title>("title", "Partner", "Tajikistan")),
      required(no_prose(field<&ComparableCase::kind>("kind", "Kind", "visa_facilitation, readmission, visa_free, or a word of your own"))),
      no_prose(field<&ComparableCase::package>("package", "Package", "what was negotiated together counts once; the partner where empty")),
      field<&ComparableCase::status>("status", "Status"),
      no_prose(field<&ComparableCase::region>("region", "Region", "central-asia")),
  };
  add_stages(fields, std::make_index_sequence<agreement_stages.size()>{});
  return with_common(std::move(fields));
}

}  // namespace accord
