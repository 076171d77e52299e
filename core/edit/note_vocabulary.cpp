#include "core/edit/note_vocabulary.hpp"

#include <algorithm>
#include <array>

#include "core/base/text.hpp"

namespace accord {
namespace {

struct KindWord {
  std::string_view word;
  EntryKind kind;
};
constexpr std::array<KindWord, 33> kind_words{{
    {"round", EntryKind::round},
    {"visit", EntryKind::visit},
    {"visits", EntryKind::visit},
    {"visited", EntryKind::visit},
    {"visiting", EntryKind::visit},
    {"mission", EntryKind::visit},
    {"meeting", EntryKind::meeting},
    {"meetings", EntryKind::meeting},
    {"met", EntryKind::meeting},
    {"call", EntryKind::meeting},
    {"called", EntryKind::meeting},
    {"phoned", EntryKind::meeting},
    {"videoconference", EntryKind::meeting},
    {"vtc", EntryKind::meeting},
    {"consultations", EntryKind::meeting},
    {"summit", EntryKind::meeting},
    {"council", EntryKind::meeting},
    {"appointed", EntryKind::appointment},
    {"appointment", EntryKind::appointment},
    {"credentials", EntryKind::appointment},
    {"letter", EntryKind::document},
    {"document", EntryKind::document},
    {"note", EntryKind::document},
    {"minutes", EntryKind::document},
    {"draft", EntryKind::document},
    {"report", EntryKind::document},
    {"published", EntryKind::document},
    {"decree", EntryKind::document},
    {"statement", EntryKind::statement},
    {"said", EntryKind::statement},
    {"announced", EntryKind::statement},
    {"interview", EntryKind::statement},
    {"context", EntryKind::context},
}};

constexpr std::array<std::string_view, 13> counts{"",        "first",  "second", "third", "fourth",   "fifth",  "sixth",
                                                  "seventh", "eighth", "ninth",  "tenth", "eleventh", "twelfth"};
constexpr std::array<std::string_view, 13> cardinals{"",      "one",   "two",  "three", "four",   "five",  "six",
                                                     "seven", "eight", "nine", "ten",   "eleven", "twelve"};

}  // namespace

std::optional<EntryKind> kind_of_word(std::string_view word) {
  const auto at = std::find_if(kind_words.begin(), kind_words.end(), [&](const KindWord& k) { return k.word == word; });
  return at == kind_words.end() ? std::nullopt : std::optional<EntryKind>(at->kind);
}

std::optional<int> count_word(std::string_view word) {
  for (std::size_t i = 1; i < counts.size(); ++i)
    if (word == counts[i] || word == cardinals[i]) return static_cast<int>(i);
  std::string_view digits = word;
  for (std::string_view suffix : {"st", "nd", "rd", "th"})
    if (digits.size() > 2 && digits.ends_with(suffix)) digits.remove_suffix(2);
  const auto n = parse_integer(digits);
  return n && *n >= 1 && *n <= 99 ? std::optional<int>(static_cast<int>(*n)) : std::nullopt;
}

}  // namespace accord
