#pragma once
// What a person can do to a dossier, each as a pure function: dossier and arguments in, changes or every problem out.
// The result is checked with validate(): a command never yields a dossier with an error that was not there before.
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "core/edit/change.hpp"
#include "core/model/validate.hpp"

namespace accord {

// FIELD=VALUE as entered, in order. `restricted=yes` marks the record, `restricted.FIELD=yes` one field,
// `FIELD.ru=…` says the field's text in Russian.
struct Assignment {
  std::string field;
  std::string value;
  Place place = {};  // where it was read from, for messages; may be empty
};

// Splits "field=value"; assignment.syntax where there is no "=".
Result<Assignment> parse_assignment(std::string_view text);

// Changes fields of the record of a code. Renaming a milestone renames its links. Unknown fields: field.unknown with the
// nearest suggested; nothing to change gives an empty ChangeSet.
Result<ChangeSet> set_fields(const Dossier& dossier, std::string_view code, std::span<const Assignment> assignments, const ValidateOptions& options);

// A file that lies in the store.
struct AttachedFile {
  std::string name;
  std::string hash;  // SHA-256, 64 hexadecimal digits
  int size = 0;      // bytes
};
// Makes evidence hold the file. Its name, hash and size are set by this alone: by hand they could only be taken away
// (evidence.by_hand).
Result<ChangeSet> attach_file(const Dossier& dossier, std::string_view code, const AttachedFile& file, const ValidateOptions& options);

// A new record; its code is made by the program where none is given ("E.7"). Required fields: field.required.
Result<ChangeSet> add_record(const Dossier& dossier, Kind kind, std::span<const Assignment> assignments, const ValidateOptions& options);

// Removes a record and what only exists through it (links and goals of a milestone or mandate, exceptions of a calendar,
// sessions of a list, measures and assessments of a benchmark); other references to it are cleared. `kind` may narrow the code.
// remove.dossier, remove.track_in_use (milestones still on it), remove.group_in_use (members still in it).
Result<ChangeSet> remove_record(const Dossier& dossier, std::string_view code, std::optional<Kind> kind, const ValidateOptions& options);

// A link between two milestones or groups. link.exists where there is one of that type already.
Result<ChangeSet> add_link(const Dossier& dossier, std::string_view predecessor, std::string_view successor, std::span<const Assignment> assignments, const ValidateOptions& options);

// `A.1; A.2FS+5d; A.3SS-2ed; A.4FF+50%` as predecessors of a milestone: (code, type, lag).
struct Predecessor {
  std::string code;
  LinkType type = LinkType::finish_start;
  std::optional<Lag> lag;
};
// Every problem at once. Codes: predecessor.syntax and those of Lag::parse. Codes may themselves end in letters: the longest
// code known to `known` wins ("T1FS" is the code T1FS where there is one).
Result<std::vector<Predecessor>> parse_predecessors(std::string_view text, const std::function<bool(std::string_view)>& known);

// The next free code that the program would give to a new record of the kind.
std::string next_code(const Dossier& dossier, Kind kind);

}  // namespace accord
