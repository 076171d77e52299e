#pragma once
// The words of notes in Russian and Kazakh: what is understood of a note is understood by the English words behind them.
#include <optional>
#include <string>
#include <string_view>

namespace accord {

// The English word that a Russian or Kazakh one stands for, in whatever case and letters: "раунда" is "round", "прошёл" is
// "held", "3-й" is "3th", "3-раунд" is "round". Nothing for any other word. One that may be two things is left out, and so
// are the Kazakh forms that say until when.
std::optional<std::string> english_behind(std::string_view word);

// The same for a Kazakh word in the dative, which is a date only where something is planned for it: "15 желтоқсанға
// жоспарланған". Nothing for others.
std::optional<std::string> english_behind_dative(std::string_view word);

// How many days, weeks or months a word in any of the three languages says: "two", "2", "две", "екі"; nothing for others.
std::optional<int> amount(std::string_view word);

// How the usual places are called, of whichever case their name stands in: "Брюсселе" is "Брюссель". Nothing for others.
std::optional<std::string> usual_place(std::string_view word);

}  // namespace accord
