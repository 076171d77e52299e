#pragma once
// What the shipped dossiers say, in the languages of the program. A template is written in English; app/data/texts holds its
// texts in Russian and Kazakh, known by the English ones, and the dossier made from it carries both.
#include <functional>
#include <string>
#include <string_view>

#include "core/base/tongue.hpp"
#include "core/model/dossier.hpp"

namespace accord {

// Every text of the dossier that the shipped catalogues know, with its translations; one that they lack keeps those it has.
Dossier with_translations(const Dossier& dossier);

// A shipped text, or the name of a comparable agreement's partner, in a language; itself where no catalogue knows it.
std::string shipped_text(std::string_view english, const Tongue& tongue);

// Sets a field's translations to what `says` answers in each language; returns the English, for the field itself. Where the
// languages agree, as about a name that nobody translated, there is no translation.
std::string in_every_language(Record& record, const std::string& field, const std::function<std::string(const Tongue&)>& says);

}  // namespace accord
