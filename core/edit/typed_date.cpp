#include "core/edit/typed_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/letters.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/edit/note_tongues.hpp"
#include "core/edit/spoken_date.hpp"

namespace accord {
namespace {

using Words = std::vector<std::string>;

struct Meaning {
  std::string_view word;   // of the grammar
  std::string_view forms;  // Russian and Kazakh, in small letters
};

// What dates need beyond the words of notes.
constexpr std::array meanings{
    Meaning{"unknown", "неизвестно неизвестна неизвестен белгісіз"},
    Meaning{"known", "известно известна известен"},
    Meaning{"early", "начало начала началу басы басында басына"},
    Meaning{"mid", "середина середины середину середине ортасы ортасында ортасына"},
    Meaning{"end", "конец конца концу аяғы аяғында аяғына соңы соңында соңына"},
    Meaning{"spring", "весны весне көктемі көктемінде көктеміне"},
    Meaning{"summer", "лету жаз жазы жазында жазына"},
    Meaning{"autumn", "осени күз күзі күзінде күзіне"},
    Meaning{"winter", "зиме қыс қысы қысында қысына"},
    Meaning{"quarter", "квартал квартала квартале кварталу тоқсан тоқсаны тоқсанда тоқсанында тоқсанына"},
    Meaning{"half", "полугодие полугодия полугодии полугодию жартыжылдық жартыжылдығы жартыжылдығында жартыжылдығына"},
    Meaning{"year", "году годам жылдың жылда ж"},
    Meaning{"until", "дейін"},
    Meaning{"1", "i"},
    Meaning{"2", "ii"},
    Meaning{"3", "iii"},
    Meaning{"4", "iv"},
};

// Case endings of Kazakh words: "наурызға", "наурыздың".
constexpr std::array<std::string_view, 16> endings{"ға",  "ге",  "қа",  "ке",  "на",  "не",  "ның", "нің",
                                                   "дың", "дің", "тың", "тің", "ына", "іне", "дағы", "дегі"};

std::optional<std::string> known(const std::string& word) {
  for (const Meaning& meaning : meanings) {
    const auto forms = split(meaning.forms, ' ');
    if (std::find(forms.begin(), forms.end(), word) != forms.end()) return std::string(meaning.word);
  }
  return english_behind(word);
}

std::string meant(std::string_view typed) {
  std::string word = in_small_letters(typed);
  while (!word.empty() && (word.back() == '.' || word.back() == ',')) word.pop_back();
  // "2-й", "1-е", "2-тоқсан": the number, and what follows it.
  if (const auto hyphen = word.find('-'); hyphen == 1 && word.front() >= '1' && word.front() <= '4') {
    const auto rest = known(word.substr(hyphen + 1));
    return rest ? word.substr(0, 1) + " " + *rest : word.substr(hyphen + 1).size() <= 4 ? word.substr(0, 1) : word;
  }
  if (const auto found = known(word)) return *found;
  for (const std::string_view ending : endings)
    if (word.size() > ending.size() && word.ends_with(ending))
      if (const auto found = known(word.substr(0, word.size() - ending.size()))) return *found;
  return word;
}

bool is_year(const std::string& word) { return word.size() == 4 && parse_integer(word).value_or(0) >= 1000; }

Words meant_words(std::string_view text) {
  Words out;
  for (const std::string& typed : split(text, ' ')) {
    if (typed.empty()) continue;
    const auto parts = split(meant(typed), ' ');
    out.insert(out.end(), parts.begin(), parts.end());
  }
  return out;
}

// The order of the grammar: by, which part of it, day, month, year.
Words in_order(Words words) {
  // In Kazakh the year comes first, and "until" last.
  if (words.size() > 2 && is_year(words[0]) && words[1] == "year") {
    const auto end = words.back() == "until" ? words.end() - 1 : words.end();
    std::rotate(words.begin(), words.begin() + 1, end);
  }
  std::erase(words, "year");
  if (!words.empty() && words.back() == "until") {
    words.pop_back();
    words.insert(words.begin(), "by");
  }
  if (!words.empty() && (words[0] == "in" || words[0] == "for")) words.erase(words.begin());
  // "конец марта 2027", and in Kazakh "2027 жылғы наурыздың соңы".
  for (std::size_t i = 1; i + 1 < words.size(); ++i)
    if (month_number(words[i - 1]) && (words[i] == "early" || words[i] == "mid" || words[i] == "end")) std::swap(words[i - 1], words[i]);
  return words;
}

// "15 march 2027" → 2027-03-15, "march 2027" → 2027-03, "2 quarter 2027" → 2027-Q2, from the end of the words.
void shorten(Words& words) {
  const auto last = words.size();
  if (last < 2 || !is_year(words[last - 1])) return;
  std::string whole;
  std::size_t taken = 2;
  const auto before = last >= 3 ? parse_integer(words[last - 3]) : std::nullopt;
  if (const int month = month_number(words[last - 2])) {
    whole = fmt::format("{}-{:02}", words[last - 1], month);
    if (before && *before >= 0 && *before <= 99) {
      whole += fmt::format("-{:02}", *before);
      taken = 3;
    }
  } else if (before && (words[last - 2] == "quarter" || words[last - 2] == "half")) {
    whole = fmt::format("{}-{}{}", words[last - 1], words[last - 2] == "quarter" ? 'Q' : 'H', *before);
    taken = 3;
  } else {
    return;
  }
  words.resize(last - taken);
  words.push_back(std::move(whole));
}

std::string one_date(std::string_view typed) {
  std::string_view text = trim(typed);
  const bool about = text.starts_with('~');
  if (about) text = trim(text.substr(1));
  const std::string sign = about ? "~" : "";
  if (text.ends_with('.') && text.size() > 1 && text[text.size() - 2] >= '0' && text[text.size() - 2] <= '9') text.remove_suffix(1);
  if (const auto day = day_first(text, '.')) return sign + *day;
  // 5/3/2027 is the fifth of March to some and the third of May to others.
  if (const auto day = day_first(text, '/'); day && parse_integer(text.substr(0, 2)).value_or(0) > 12) return sign + *day;
  if (const auto parts = split(text, '.'); parts.size() == 2 && is_year(parts[1]))
    if (const auto month = parse_integer(parts[0]); month && *month > 0 && parts[0].size() <= 2) return sign + fmt::format("{}-{:02}", parts[1], *month);
  Words words = in_order(meant_words(text));
  if (words == Words{"not", "known"}) return "unknown";
  shorten(words);
  for (std::string& word : words)
    if (word == "end") word = "end of";
  return sign + join(words, " ");
}

// The two ends of "X..Y", "с X по Y" and "X – Y".
std::pair<std::string_view, std::optional<std::string_view>> from_and_to(std::string_view text) {
  for (const std::string_view between : {"..", " по ", " – ", " — "}) {
    const auto at = text.find(between);
    if (at == text.npos) continue;
    std::string_view first = text.substr(0, at);
    for (const std::string_view from : {"со ", "с ", "Со ", "С "})
      if (between == " по " && first.starts_with(from)) {
        first.remove_prefix(from.size());
        break;
      }
    return {first, text.substr(at + between.size())};
  }
  return {text, std::nullopt};
}

}  // namespace

std::optional<std::string> day_first(std::string_view text, char separator) {
  const auto parts = split(trim(text), separator);
  if (parts.size() != 3 || !is_year(parts[2])) return std::nullopt;
  const auto day = parse_integer(parts[0]), month = parse_integer(parts[1]);
  if (!day || !month || *day < 0 || *month < 0 || parts[0].size() > 2 || parts[1].size() > 2) return std::nullopt;
  return fmt::format("{}-{:02}-{:02}", parts[2], *month, *day);
}

std::string dates_to_type() {
  return say(
      "a date such as 15 March 2027, 15.03.2027, 2027-03-15, March 2027, 2027, 2027-Q2, 2027-H1, spring 2027, early 2027, "
      "end of March 2027, by the end of 2027, 2027-03-01..2027-04-15, ~2027-03-15 or unknown");
}

std::string date_as_typed(std::string_view text) {
  if (FuzzyDate::parse(text)) return std::string(text);
  std::string found;
  if (const auto [first, last] = from_and_to(text); last) found = one_date(first) + ".." + one_date(*last);
  else found = one_date(first);
  const auto date = FuzzyDate::parse(found);
  // A day that does not exist is said to be missing, not called a text that nobody understands.
  const bool is_date = date || date.errors().front().code != "fuzzy_date.syntax";
  return is_date ? found : std::string(text);
}

std::string date_to_type(std::string_view canonical, const Tongue& tongue) {
  const auto date = FuzzyDate::parse(canonical);
  if (!date) return std::string(canonical);
  const std::string shown = as_noted(*date, tongue);
  const auto read = FuzzyDate::parse(date_as_typed(shown));
  return read && read->earliest() == date->earliest() && read->latest() == date->latest() ? shown : std::string(canonical);
}

std::string day_as_typed(std::string_view text) {
  std::string date = date_as_typed(text);
  const auto read = FuzzyDate::parse(date);
  return read && read->is_exact() ? to_iso(*read->earliest()) : date;
}

}  // namespace accord
