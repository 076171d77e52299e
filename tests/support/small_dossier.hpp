#pragma once
// Builds small dossiers for tests from the same field texts that people enter; references are codes.
#include <initializer_list>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "core/base/text.hpp"
#include "core/model/dossier.hpp"

namespace accord::test {

class SmallDossier {
 public:
  using Fields = std::vector<std::pair<std::string, std::string>>;

  SmallDossier() { records_.push_back({Kind::dossier, std::make_shared<DossierInfo>(Dossier().info())}); }

  // Sets fields of the dossier itself.
  SmallDossier& info(const Fields& fields) { return write(records_.front(), fields); }

  SmallDossier& add(Kind kind, const std::string& code, const Fields& fields = {}) {
    records_.push_back({kind, type_of(kind).make()});
    records_.back().record->id = RecordId{next_};
    records_.back().record->code = code;
    ids_[lower(code)] = next_++;
    return write(records_.back(), fields);
  }
  // A stage with an estimate, such as stage("A", "5d"); an event; a link "A" -> "B".
  SmallDossier& stage(const std::string& code, const std::string& estimate, Fields fields = {}) {
    fields.insert(fields.begin(), {{"title", "Stage " + code}, {"kind", "stage"}, {"estimate", estimate}});
    return add(Kind::milestone, code, fields);
  }
  SmallDossier& event(const std::string& code, Fields fields = {}) {
    fields.insert(fields.begin(), {{"title", "Event " + code}, {"kind", "event"}});
    return add(Kind::milestone, code, fields);
  }
  SmallDossier& link(const std::string& from, const std::string& to, Fields fields = {}) {
    fields.insert(fields.begin(), {{"predecessor", from}, {"successor", to}});
    return add(Kind::link, from + ">" + to + ":" + std::to_string(next_), fields);
  }
  // Changes fields of a record that is already there.
  SmallDossier& set(const std::string& code, const Fields& fields) {
    for (Row& row : records_)
      if (same_ignoring_case(row.record->code, code)) return write(row, fields);
    throw std::logic_error("no record " + code);
  }

  Dossier build() const {
    DossierBuilder builder{Dossier()};
    for (const Row& row : records_) builder.put(row.kind, type_of(row.kind).copy(*row.record));
    return std::move(builder).build();
  }
  template <class T>
  Id<T> id(const std::string& code) const {
    return Id<T>(ids_.at(lower(code)));
  }

 private:
  struct Row {
    Kind kind;
    std::shared_ptr<Record> record;
  };

  // Copies of a SmallDossier share their records, so that writing begins with an own one.
  SmallDossier& write(Row& row, const Fields& fields) {
    row.record = type_of(row.kind).copy(*row.record);
    for (const auto& [name, text] : fields) {
      const Field* field = type_of(row.kind).field(name);
      if (!field) throw std::logic_error("no field " + name);
      const bool refers = field->type == FieldType::reference || field->type == FieldType::references;
      const Outcome outcome = field->write(*row.record, refers ? as_ids(text) : text);
      if (!outcome.ok()) throw std::logic_error(name + "=" + text + ": " + to_text(outcome.errors().front()));
    }
    return *this;
  }
  std::string as_ids(const std::string& codes) const {
    std::string ids;
    for (const std::string& code : split(codes, ';'))
      ids += (ids.empty() ? "" : ";") + std::to_string(ids_.at(lower(code)));
    return ids;
  }

  std::vector<Row> records_;
  std::map<std::string, std::int64_t> ids_;
  std::int64_t next_ = 2;
};

inline Day day(const std::string& iso) { return parse_day(iso).value(); }

}  // namespace accord::test
