#pragma once
// The words by which a note says what kind of thing happened, and which one it was. English, lower case.
#include <optional>
#include <string_view>

#include "core/model/entry.hpp"

namespace accord {

// "met" is a meeting, "letter" a document; nothing for any other word.
std::optional<EntryKind> kind_of_word(std::string_view word);
// 1 to 12 as words ("three", "third"), 1 to 99 in digits ("3", "3rd").
std::optional<int> count_word(std::string_view word);

}  // namespace accord
