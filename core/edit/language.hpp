#pragma once
// A dossier as a reader of another language sees it.
#include <string>
#include <string_view>

#include "core/base/tongue.hpp"
#include "core/edit/change.hpp"
#include "core/model/dossier.hpp"

namespace accord {

// Every text of which a record holds a translation into the language ("ru", "kk") replaced by it; what has none stays as it
// is, but for the words that stand in the place of withheld ones, which the tongue itself knows. What the file itself holds
// stays at hand for own_text(). Pure; records without translations are shared with the original.
Dossier in_language(const Dossier& dossier, const Tongue& tongue);

// The text as the file itself holds it, where `shown` may be a translation of it. A finding that rests on words is made on this,
// so that it is the same in every language.
std::string own_text(const Record& record, std::string_view field, const std::string& shown);

// What a text was in other languages is not what a new text is: takes the field's translations away.
void forget_translations(Record& record, std::string_view field);

// Of a change of the field `translations`: the texts that are no longer there in other languages, "translation removed: title
// (Kazakh, Russian)"; "" where none is gone.
std::string lost_translations(const RecordType& type, const FieldChange& change, const Tongue& tongue);

}  // namespace accord
