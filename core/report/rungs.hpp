#pragma once
// The rungs of a benchmark's ladder in the reader's language.
#include <string>
#include <string_view>

#include "core/base/tongue.hpp"
#include "core/model/ladder.hpp"

namespace accord {

// "by-laws in place", to stand inside a sentence. The usual ladder's words are in the catalogues; a dossier's own are said
// as it says them, in lower case.
std::string ladder_word(const LadderRungs& ladder, std::string_view code, const Tongue& tongue);
// "By-laws in place", to stand by itself; a dossier's own label as it is.
std::string rung_name(const LadderRungs& ladder, std::string_view code, const Tongue& tongue);

}  // namespace accord
