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

std::optional<std::size_t> non_event_word(std::span<const std::string> words) {
  const auto is_one_of = [](std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  const auto at = [&](std::size_t i) { return i < words.size() ? std::string_view(words[i]) : std::string_view(); };
  std::optional<std::size_t> found;
  bool took_place = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = at(i);
    const bool negates = is_one_of(word, {"not", "never"}) || word.ends_with("n't") || word.ends_with("n’t");
    if (negates)
      for (std::size_t k = i + 1; k <= i + 3; ++k)
        if (is_one_of(at(k), {"held", "hold", "take", "taken", "happen", "happened", "meet", "met", "place", "occur", "come",
                              "came", "answer", "answered", "reply", "replied", "receive", "received", "sent", "signed"})) {
          found = found.value_or(i);
          i = k;
          break;
        }
    if (negates) continue;
    const bool called_off = is_one_of(word, {"called", "put"}) && at(i + 1) == "off";
    const bool none = word == "no" && is_one_of(at(i + 1), {"round", "meeting", "visit", "call", "news", "answer", "reply",
                                                            "response", "contact", "movement", "progress"});
    if (called_off || none ||
        is_one_of(word, {"cancelled", "canceled", "postponed", "rescheduled", "deferred", "suspended"}))
      found = found.value_or(i);
    const bool to_come = i > 0 && is_one_of(at(i - 1), {"be", "will"});  // "to be held"; a Russian "will" has no "be"
    took_place = took_place || (!to_come && is_one_of(word, {"held", "met", "concluded"})) ||
                 (word == "took" && at(i + 1) == "place");
  }
  return took_place ? std::nullopt : found;
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
