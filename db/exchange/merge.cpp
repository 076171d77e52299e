#include <map>

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/language.hpp"
#include "core/model/validate.hpp"
#include "db/exchange/import.hpp"

namespace accord {
namespace {

class Merger {
 public:
  Merger(const Dossier& dossier, const Dossier& other, const GivenFields& given) : dossier_(dossier), other_(other), given_(given), builder_(dossier) {}

  Result<Dossier> run() {
    assign_ids();
    if (!problems_.empty()) return problems_;
    for (const RecordType& type : record_types())
      if (type.kind != Kind::dossier)
        for (const Record* record : other_.records(type.kind)) lay_over(type, *record);
    if (!problems_.empty()) return problems_;
    Dossier merged = std::move(builder_).build();
    for (const Diagnostic& d : new_findings(validate(dossier_), validate(merged)))
      if (d.severity == Severity::error) problems_.push_back(d);
    if (!problems_.empty()) return problems_;
    return merged;
  }

 private:
  void assign_ids() {
    std::int64_t next = dossier_.next_id().number;
    for (const RecordType& type : record_types())
      for (const Record* record : other_.records(type.kind)) {
        const auto here = dossier_.find_code(record->code);
        if (here && here->kind != type.kind)
          problems_.push_back({.code = "merge.kind", .message = say("The code {} is a {} here and a {} in the other plan.", record->code, lower(say(type_of(here->kind).label)), lower(say(type.label))), .advice = say("rename one of the two"), .place = {.file = {}, .line = 0, .column = 0, .record = record->code, .field = "code"}});
        ids_[{type.kind, record->id}] = type.kind == Kind::dossier ? RecordId{1} : here ? here->record->id : RecordId{next++};
      }
  }

  void lay_over(const RecordType& type, const Record& theirs) {
    const RecordId id = ids_.at({type.kind, theirs.id});
    const Record* mine = dossier_.find(type.kind, id);
    const auto record = mine ? type.copy(*mine) : type.make();
    record->id = id;
    const auto fresh = type.make();
    for (const Field& field : type.fields) {
      const std::string text = translated(field, field.read(theirs));
      if (mine && !is_given(field, theirs, text, *fresh)) continue;
      if (mine && field.prose && text != field.read(*mine)) forget_translations(*record, field.name);  // theirs, if any, come after it
      for (Diagnostic d : field.write(*record, text).errors()) {
        d.place.record = theirs.code;
        d.place.field = field.name;
        problems_.push_back(std::move(d));
      }
    }
    builder_.put(type.kind, record);
  }

  // Whether the other side says something about a field, rather than leaving it as every new record has it. A title that
  // is the code alone was made for a record that the other side only mentions.
  bool is_given(const Field& field, const Record& theirs, const std::string& text, const Record& fresh) const {
    const auto named = given_.find(theirs.id);
    if (named != given_.end()) return named->second.count(field.name) > 0;
    return !text.empty() && text != field.read(fresh) && !(field.name == "title" && text == theirs.code);
  }

  // References of the other dossier as references of this one.
  std::string translated(const Field& field, const std::string& text) const {
    if (field.type != FieldType::reference && field.type != FieldType::references) return text;
    std::vector<std::string> out;
    for (const std::string& id : split(text, ';')) {
      const auto at = ids_.find({field.target, RecordId{parse_integer(id).value_or(0)}});
      if (at != ids_.end()) out.push_back(std::to_string(at->second.number));
    }
    return join(out, ";");
  }

  const Dossier& dossier_;
  const Dossier& other_;
  const GivenFields& given_;
  DossierBuilder builder_;
  std::map<std::pair<Kind, RecordId>, RecordId> ids_;
  Diagnostics problems_;
};

}  // namespace

Result<Dossier> merge_into(const Dossier& dossier, const Dossier& other, const GivenFields& given) { return Merger(dossier, other, given).run(); }

}  // namespace accord
