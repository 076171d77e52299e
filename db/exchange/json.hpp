#pragma once
// The dossier as JSON, both ways: {"schema": "accord.dossier/1", "dossier": {…}, "milestones": [{…}], …}.
//
// One key per kind of record, in the plural; in each record the names of its fields. References are codes, several of them
// a list; numbers are numbers, flags true and false, days ISO texts, `restricted` "*" or a list of field names. What is
// absent is null. On input a key may also be left out (the field keeps what a new record has), aliases such as `started`
// are understood, and a record may come without its code: the program then makes one.
#include <string>
#include <string_view>

#include "core/model/dossier.hpp"

namespace accord {

inline constexpr std::string_view dossier_schema = "accord.dossier/1";

// Deterministic: equal dossiers give equal bytes. Ends with a line break.
std::string dossier_to_json(const Dossier& dossier);

// Everything or nothing: with one problem nothing is imported, and every problem is named with the line in `file`, the
// place in the document as a JSON pointer, and the record. Records get new ids in the order of the file. Does not judge
// the plan: that is validate()'s. Codes: json.* (json_tree.hpp), json.schema, json.key_unknown, json.type, json.required,
// code.syntax, code.duplicate, code.unknown, code.kind, and those of the field types.
Result<Dossier> dossier_from_json(std::string_view text, const std::string& file = {});

// The same, on top of a dossier: a record whose code exists already gets the fields that the file names and keeps the
// others; every other record is new. code.kind where the code belongs to a record of another kind.
Result<Dossier> merge_json(const Dossier& base, std::string_view text, const std::string& file = {});

}  // namespace accord
