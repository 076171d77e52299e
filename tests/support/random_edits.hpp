#pragma once
// Dossiers and edits made at random from a seed, the same on every machine: for laws that must hold for any sequence of edits.
// What is made meets the file's rules (codes, required fields, references), not every rule of validate().
#include <memory>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/model/dossier.hpp"

namespace accord::test {

class RandomEdits {
 public:
  explicit RandomEdits(std::uint64_t seed) : engine_(seed) {}

  // A dossier with `per_kind` records of every kind, every field of each filled.
  Dossier filled(int per_kind) {
    Dossier dossier;
    for (int i = 0; i < per_kind; ++i)
      for (const RecordType& type : record_types())
        if (type.kind != Kind::dossier && has_targets(type, dossier)) dossier = with_new(dossier, type);
    // References to kinds that come later can only be filled now.
    DossierBuilder builder(dossier);
    for (const RecordType& type : record_types())
      for (const Record* record : dossier.records(type.kind)) {
        const auto copy = type.copy(*record);
        for (const Field& field : type.fields)
          if (field.name != "code") set(type, *copy, field, dossier);
        builder.put(type.kind, copy);
      }
    return std::move(builder).build();
  }

  // One edit: mostly a few fields of one record, sometimes a new record, sometimes one less, sometimes several at once.
  Dossier next(const Dossier& dossier) {
    switch (below(10)) {
      case 0:
      case 1: return with_new(dossier, any_type(dossier));
      case 2: return without_one(dossier);
      case 3: return changed(changed(with_new(dossier, any_type(dossier))));
      default: return changed(dossier);
    }
  }

  // A canonical text for the field, other than absent where that is possible; references point to records of `dossier`.
  std::string text_for(const RecordType& type, const Field& field, const Dossier& dossier, const Record* self = nullptr) {
    const auto scratch = type.make();
    std::string text = raw_text(type, field, dossier, self);
    if (!field.write(*scratch, text)) throw std::logic_error("the generator made \"" + text + "\" for " + std::string(field.name));
    return field.read(*scratch);
  }

  std::uint64_t below(std::uint64_t n) { return engine_() % n; }

 private:
  template <std::size_t N>
  std::string one_of(const char* const (&texts)[N]) {
    return texts[below(N)];
  }

  std::string words(bool lines) {
    static const char* const some[] = {"round 3", "Brüssel", "Қазақстан", "визовый режим", "it's \"quoted\"", "a;b", "100 %", "<tag>", "back\\slash", "—", "𝄞", "initialling", "Art. 218(5)", "x", "=SUM(A1)"};
    std::string text;
    for (std::uint64_t i = 0, n = 1 + below(lines ? 12 : 3); i < n; ++i) text += (i == 0 ? "" : lines && below(3) == 0 ? "\n" : " ") + one_of(some);
    return text;
  }

  std::string raw_text(const RecordType& type, const Field& field, const Dossier& dossier, const Record* self) {
    switch (field.type) {
      case FieldType::text: return words(false);
      case FieldType::long_text:
        return field.name == "translations" ? "notes.ru=" + words(false) + "\nnotes.kk=" + words(false) : words(true);
      case FieldType::integer: return std::to_string(static_cast<int>(below(2000)) - 500);
      case FieldType::number: return number_text((static_cast<double>(below(20000)) - 5000) / (1 + static_cast<double>(below(9))));
      case FieldType::boolean: return "yes";
      case FieldType::day: return to_iso(first_day + date::days(static_cast<int>(below(109000))));
      case FieldType::fuzzy_date: return one_of({"2026-12-02", "2027-03", "2027", "spring 2027", "by the end of 2026", "2027-08-01..2027-12-31", "unknown", "~2026-11-20", "..2027-01-31", "2027-Q2"});
      case FieldType::duration: return one_of({"0d", "10d", "2w", "30ed", "3mo"});
      case FieldType::lag: return one_of({"5d", "-2ed", "50%", "1mo", "-10d"});
      case FieldType::estimate: return one_of({"fixed:10d", "triangular:17,70,354ed", "pert:10,20,45", "uniform:3,9d", "lognormal:30,90ed", "empirical:3,5,5,8d"});
      case FieldType::rule: return one_of({"first-of-month+2", "last-workday-of-month", "+30ed", "+3mo@1182", "+2ew;first-of-month+1"});
      case FieldType::choice: return choice(field);
      case FieldType::calendar: return one_of({"eu", "kz", "eu+kz", "weekdays", "every-day"});
      case FieldType::rung:
        return one_of({"not_started", "drafted", "adopted", "verified"});
      case FieldType::sessions: return one_of({"council", "college", "ep-plenary", "jha"});
      case FieldType::reference: return reference(field, dossier, self);
      case FieldType::references: return references(field, dossier);
      case FieldType::restrictions: return below(4) == 0 ? "*" : std::string(type.fields[below(type.fields.size())].name) + ";notes";
    }
    return {};
  }

  std::string choice(const Field& field) {
    for (;;)
      if (const std::string code(field.choices[below(field.choices.size())].code); !code.empty() || field.choices.size() == 1) return code;
  }

  std::string reference(const Field& field, const Dossier& dossier, const Record* self) {
    const auto records = dossier.records(field.target);
    if (records.empty()) return {};
    const Record* target = records[below(records.size())];
    return self && target->id == self->id && !field.required ? "" : std::to_string(target->id.number);
  }

  std::string references(const Field& field, const Dossier& dossier) {
    std::string text;
    for (std::uint64_t i = 0, n = 1 + below(3); i < n; ++i) {
      const std::string one = reference(field, dossier, nullptr);
      if (!one.empty()) text += (text.empty() ? "" : ";") + one;
    }
    return text;
  }

  bool has_targets(const RecordType& type, const Dossier& dossier) const {
    for (const Field& field : type.fields)
      if (field.required && field.type == FieldType::reference && dossier.count(field.target) == 0) return false;
    return true;
  }

  const RecordType& any_type(const Dossier& dossier) {
    for (;;) {
      const RecordType& type = record_types()[below(kind_count)];
      if (type.kind != Kind::dossier && has_targets(type, dossier)) return type;
    }
  }

  void set(const RecordType& type, Record& record, const Field& field, const Dossier& dossier) {
    (void)field.write(record, text_for(type, field, dossier, &record));
  }

  Dossier with_new(const Dossier& dossier, const RecordType& type) {
    const auto record = type.make();
    record->id = dossier.next_id();
    record->code = type.kind == Kind::link ? "A" + std::to_string(record->id.number) + ">B:FS" : std::string(type.prefix) + "." + std::to_string(record->id.number);
    for (const Field& field : type.fields)
      if (field.name != "code" && (field.required || below(3) != 0)) set(type, *record, field, dossier);
    DossierBuilder builder(dossier);
    builder.put(type.kind, record);
    return std::move(builder).build();
  }

  Dossier changed(const Dossier& dossier) {
    const RecordType& type = record_types()[below(kind_count)];
    const auto records = dossier.records(type.kind);
    if (records.empty()) return dossier;
    const auto copy = type.copy(*records[below(records.size())]);
    for (std::uint64_t i = 0, n = 1 + below(4); i < n; ++i) {
      const Field& field = type.fields[below(type.fields.size())];
      if (field.name == "code") {
        if (type.kind != Kind::link) copy->code = std::string(type.prefix) + "-" + std::to_string(copy->id.number) + "." + std::to_string(below(1000000));
      } else if (!field.required && below(4) == 0) {
        (void)field.write(*copy, "");
      } else {
        set(type, *copy, field, dossier);
      }
    }
    DossierBuilder builder(dossier);
    builder.put(type.kind, copy);
    return std::move(builder).build();
  }

  // Takes away a record that nothing refers to, if it finds one.
  Dossier without_one(const Dossier& dossier) {
    std::set<std::string> used;
    for (const RecordType& type : record_types())
      for (const Field& field : type.fields)
        if (field.type == FieldType::reference || field.type == FieldType::references)
          for (const Record* record : dossier.records(type.kind))
            for (const std::string& id : split(field.read(*record), ';')) used.insert(id);
    for (int attempt = 0; attempt < 10; ++attempt) {
      const RecordType& type = any_type(dossier);
      const auto records = dossier.records(type.kind);
      if (records.empty()) continue;
      const Record* record = records[below(records.size())];
      if (used.count(std::to_string(record->id.number))) continue;
      DossierBuilder builder(dossier);
      builder.erase(type.kind, record->id);
      return std::move(builder).build();
    }
    return changed(dossier);
  }

  std::mt19937_64 engine_;
};

}  // namespace accord::test
