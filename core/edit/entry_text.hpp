#pragma once
// Between what people see and enter (codes, "yes", ISO dates, "spring 2027") and the canonical text of a field (ids).
#include <string>
#include <string_view>

#include "core/model/dossier.hpp"

namespace accord {

// The canonical text of what a person entered for a field of a record of `kind`; `record_code` is for the messages. Codes become ids; an unknown
// code is refused with the nearest one suggested (reference.unknown), one of the wrong kind with reference.kind.
// Every problem carries the record and the field in its place.
Result<std::string> parse_entry(Kind kind, const Field& field, std::string_view text, const Dossier& dossier, std::string_view record_code = {});

// What people see: references as codes separated by "; ", choices as codes, everything else as it is.
std::string display_text(const Field& field, std::string_view canonical, const Dossier& dossier);
// The same for a record's field.
std::string display_field(const Field& field, const Record& record, const Dossier& dossier);
// The label of a choice, as a person reads it; the code itself where the field has no such choice.
std::string choice_label(const Field& field, std::string_view canonical);
// The canonical text of a record's restrictions with the fields' labels: "finished on, notes"; "*" and "" as they are.
std::string restricted_in_words(const RecordType& type, std::string_view canonical);
// As display_text, but a choice by its label and references with their titles, milestones with their codes too, which
// tell those of the same title apart: for sentences and forms.
std::string display_label(const Field& field, const Record& record, const Dossier& dossier);

// A code: `[A-Za-z0-9._-]{1,32}`; a link's `A>B:FS` is accepted where a link may stand. Codes: code.syntax.
Outcome check_code(std::string_view code);

// The record of a code, or code.unknown with the nearest code suggested. `kind` narrows it (code.kind).
Result<Dossier::Named> find_record(const Dossier& dossier, std::string_view code, std::optional<Kind> kind = {});

}  // namespace accord
