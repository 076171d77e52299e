#pragma once
// A dossier as a reader of another language sees it.
#include <string>
#include <string_view>

#include "core/base/tongue.hpp"
#include "core/edit/change.hpp"

namespace accord {

// Every text of which a record holds a translation into the language ("ru", "kk") replaced by it; what has none stays as it
// is. Pure; rows without translations are shared with the original.
Dossier in_language(const Dossier& dossier, std::string_view language);

// What a text was in other languages is not what a new text is: takes the field's translations away.
void forget_translations(Record& record, std::string_view field);

// Of a change of the field `translations`: the texts that are no longer there in other languages, "translation removed: title
// (Kazakh, Russian)"; "" where none is gone.
std::string lost_translations(const RecordType& type, const FieldChange& change, const Tongue& tongue);

}  // namespace accord
