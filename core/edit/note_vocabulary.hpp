#pragma once
// The words by which a note says what kind of thing happened, and which one it was. English, lower case.
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/model/entry.hpp"

namespace accord {

// "met" is a meeting, "letter" a document; nothing for any other word.
std::optional<EntryKind> kind_of_word(std::string_view word);
// Where the words (lower case) say that something did not take place ("was not held", "postponed", "no answer"), the place
// of the word that says so. Nothing where they also say that something did ("held, the signing postponed").
std::optional<std::size_t> non_event_word(std::span<const std::string> words);
// 1 to 12 as words ("three", "third"), 1 to 99 in digits ("3", "3rd").
std::optional<int> count_word(std::string_view word);

}  // namespace accord
