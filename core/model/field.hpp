#pragma once
// One description per record. From this single list come the diff, the journal, the store's rows, JSON and CSV columns,
// `accord set`, `accord list --where`, forms and their messages.
//
// Every field has a canonical text: what the journal and the file hold. "" means absent. Days are ISO, references are ids,
// flags are "yes" or "". People see and enter references as codes; core/model/entry_text.hpp translates.
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/model/record.hpp"

namespace accord {

enum class FieldType {
  text,
  long_text,
  integer,
  number,
  boolean,
  day,
  fuzzy_date,
  duration,
  lag,
  estimate,
  rule,
  choice,
  calendar,      // code of a working calendar, built in or of the dossier, or several joined by "+"
  sessions,      // code of a session calendar, built in or of the dossier
  rung,          // code of a step of the dossier's ladder of completion, see core/model/ladder.hpp
  reference,     // one record of kind `target`
  references,    // several, separated by ";"
  restrictions,  // "*" or field names separated by ";"
};

struct Choice {
  std::string_view code;
  std::string_view label;
};

// Gives the choices of an enumeration, in the order of its enumerators. Specialised beside each enumeration.
template <class E>
struct Choices;

struct Field {
  std::string_view name;   // the one spelling: "actual_finish"
  std::string_view label;  // for people: "Finished on"
  std::string_view hint;   // unit and example, for forms and help; may be empty
  FieldType type = FieldType::text;
  std::span<const Choice> choices = {};
  Kind target = Kind::dossier;  // of references
  bool required = false;
  bool prose = false;  // words for people, which a record may hold in other languages too: titles, wordings, notes
  bool restricted_from_start = false;  // in `restricted` of every new record of the kind
  std::string (*read)(const Record&) = nullptr;                // canonical text
  Outcome (*write)(Record&, std::string_view text) = nullptr;  // from canonical text; nothing is changed on failure
};

struct RecordType {
  Kind kind;
  std::string_view name;    // "calendar_exception", the singular used in JSON and on the command line
  std::string_view plural;  // "calendar_exceptions"
  std::string_view label;   // "Calendar exception"
  std::string_view prefix;  // of codes made by the program: "E" gives E.1, E.2 …
  std::span<const Field> fields;
  std::shared_ptr<Record> (*make)();
  std::shared_ptr<Record> (*copy)(const Record&);

  // By name or alias (`started`, `finished`, `cite`), without regard to case; null when there is none.
  const Field* field(std::string_view name) const;
};

// All kinds, indexed by Kind.
std::span<const RecordType> record_types();
const RecordType& type_of(Kind kind);
// By singular or plural name, "_" or "-", without regard to case; null when there is none.
const RecordType* find_type(std::string_view name);

// The record's main text for people: its title where it has one, else its code.
std::string title_of(Kind kind, const Record& record);

}  // namespace accord
