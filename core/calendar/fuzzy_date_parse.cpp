// The grammar of imprecise dates. A text is cut into tokens; each function below reads one notion from them.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/fuzzy_date.hpp"

namespace accord {
namespace {

constexpr std::string_view forms =
    message("a date such as 2027-03-15, 2 December 2027, 2027-03, March 2027, 2027, 2027-Q2, 2027-H1, spring 2027, early 2027, "
            "end of March 2027, "
            "by the end of 2027, 2027-03-01..2027-04-15, ..2027-03-01, 2027-03-01.., ~2027-03-15 or unknown");

struct Token {
  enum class Kind { number, word, mark, end };
  Kind kind = Kind::end;
  std::string text;  // lower case
  std::size_t offset = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

std::vector<Token> tokens_of(std::string_view text) {
  const std::string lowered = lower(text);
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < lowered.size();) {
    const std::size_t from = i;
    if (std::string_view(" \t\r\n\f\v").find(lowered[i]) != std::string_view::npos) {
      ++i;
      continue;
    }
    Token::Kind kind = Token::Kind::mark;
    if (is_digit(lowered[i])) {
      kind = Token::Kind::number;
      while (i < lowered.size() && is_digit(lowered[i])) ++i;
    } else if (is_letter(lowered[i])) {
      kind = Token::Kind::word;
      while (i < lowered.size() && is_letter(lowered[i])) ++i;
    } else {
      i += lowered.compare(i, 2, "..") == 0 ? 2U : 1U;
    }
    tokens.push_back({kind, lowered.substr(from, i - from), from});
  }
  tokens.push_back({Token::Kind::end, "", lowered.size()});
  return tokens;
}

// Days first … last, both included.
struct Span {
  Day first, last;
};

constexpr std::array month_names{"january", "february", "march",     "april",   "may",      "june",
                                 "july",    "august",   "september", "october", "november", "december"};

std::optional<int> month_number(std::string_view word) {
  if (word == "sept") return 9;
  for (std::size_t i = 0; i < month_names.size(); ++i)
    if (word == month_names[i] || word == std::string_view(month_names[i]).substr(0, 3)) return static_cast<int>(i) + 1;
  return std::nullopt;
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(trim(text)), tokens_(tokens_of(text_)) {}

  Result<FuzzyDate> parse() {
    if (take_word("unknown")) return finish(std::nullopt, std::nullopt);
    if (take_mark("~")) return about();
    if (take_word("by")) return by();
    if (take_mark("..")) {
      const Result<Span> last = span();
      return last ? finish(std::nullopt, last->last) : Result<FuzzyDate>(last.errors());
    }
    const Result<Span> first = span();
    if (!first) return first.errors();
    if (!take_mark("..")) return finish(first->first, first->last);
    if (at_end()) return finish(first->first, std::nullopt);
    const Result<Span> last = span();
    return last ? finish(first->first, last->last) : Result<FuzzyDate>(last.errors());
  }

 private:
  const Token& peek(std::size_t ahead = 0) const { return tokens_[std::min(next_ + ahead, tokens_.size() - 1)]; }
  bool at_end() const { return peek().kind == Token::Kind::end; }
  bool is_mark(std::string_view mark, std::size_t ahead = 0) const {
    return peek(ahead).kind == Token::Kind::mark && peek(ahead).text == mark;
  }
  bool take_mark(std::string_view mark) { return is_mark(mark) && ++next_; }
  bool take_word(std::string_view word) { return peek().kind == Token::Kind::word && peek().text == word && ++next_; }
  bool take_any_word(std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [this](std::string_view word) { return take_word(word); });
  }

  Diagnostic not_understood(std::string advice = {}) const {
    Diagnostic problem{.code = "fuzzy_date.syntax",
                       .message = say("This is not a date that Accord understands"),
                       .expected = say(forms),
                       .found = fmt::format("\"{}\"", text_),
                       .advice = std::move(advice)};
    problem.place.column = static_cast<int>(peek().offset) + 1;
    return problem;
  }

  Result<FuzzyDate> finish(std::optional<Day> earliest, std::optional<Day> latest) const {
    if (!at_end()) return not_understood();
    return FuzzyDate::between(earliest, latest, text_);
  }

  Result<FuzzyDate> about() {
    const Result<Span> day = span();
    if (!day) return day.errors();
    if (day->first != day->last)
      return not_understood(say("leave out the \"~\": a month or a longer time is imprecise already"));
    return finish(day->first - date::days{7}, day->first + date::days{7});
  }

  // "by March 2027", "by the end of March 2027": both mean not after 31 March.
  Result<FuzzyDate> by() {
    const std::size_t start = next_;
    take_word("the");
    if (!(take_word("end") && take_word("of"))) next_ = start;
    take_word("the");
    const Result<Span> last = span();
    return last ? finish(std::nullopt, last->last) : Result<FuzzyDate>(last.errors());
  }

  Result<Span> span() {
    take_word("the");
    if (take_any_word({"early", "beginning", "start"})) return part_of(0);
    if (take_any_word({"mid", "middle"})) return part_of(1);
    if (take_any_word({"end", "late"})) return part_of(2);
    if (take_word("q")) return fraction(4, std::nullopt);
    if (take_word("h")) return fraction(2, std::nullopt);
    for (int i = 0; i < 4; ++i) {
      constexpr std::array names{"spring", "summer", "autumn", "winter"};
      if (take_word(names[static_cast<std::size_t>(i)])) return season(3 * i + 3);
    }
    if (peek().kind == Token::Kind::word) return named_month_first();
    return numbers();
  }

  // A four-digit year within range.
  Result<int> year() {
    if (peek().kind != Token::Kind::number || peek().text.size() != 4)
      return not_understood(say("write the year with four digits"));
    const int value = std::stoi(peek().text);
    if (const Result<Day> day = make_day(value, 1, 1, text_); !day) return day.errors();
    ++next_;
    return value;
  }

  // A number of one or two digits; nothing when the next token is not one.
  std::optional<int> small_number() {
    if (peek().kind != Token::Kind::number || peek().text.size() > 2) return std::nullopt;
    return std::stoi(tokens_[next_++].text);
  }

  // Months first … first + count - 1 of a year; they may run into the next one.
  Result<Span> months(int y, int first, int count) const {
    const Result<Day> start = make_day(y, first, 1, text_);
    if (!start) return start.errors();
    return Span{*start, month_end(add_months(*start, count - 1))};
  }

  Result<Span> one_day(int y, int m, int d) const {
    const Result<Day> day = make_day(y, m, d, text_);
    if (!day) return day.errors();
    return Span{*day, *day};
  }

  // "spring 2027"; winter 2027 begins in December 2027.
  Result<Span> season(int first_month) {
    take_word("of");
    const Result<int> y = year();
    return y ? months(*y, first_month, 3) : Result<Span>(y.errors());
  }

  // "2027-Q2" after its year, or "Q2 2027": the n-th of `parts` equal parts of a year.
  Result<Span> fraction(int parts, std::optional<int> known_year) {
    const auto n = small_number();
    if (!n || *n < 1 || *n > parts)
      return not_understood(parts == 4 ? say("quarters are Q1 to Q4") : say("halves are H1 and H2"));
    if (!known_year) {
      if (!take_mark("/")) take_word("of");
      const Result<int> y = year();
      if (!y) return y.errors();
      known_year = *y;
    }
    const int length = 12 / parts;
    return months(*known_year, (*n - 1) * length + 1, length);
  }

  // Early, mid, end of a year (Jan–Mar, May–Aug, Oct–Dec) or of a month (1–10, 11–20, 21–end).
  Result<Span> part_of(int part) {
    take_mark("-");
    take_word("of");
    const std::size_t start = next_;
    const Result<Span> whole = peek().kind == Token::Kind::word ? named_month_first() : numbers();
    if (!whole) return whole.errors();
    if (whole->last == month_end(whole->first)) {
      const std::array<Day, 4> cuts{whole->first, whole->first + date::days{10}, whole->first + date::days{20},
                                    whole->last + date::days{1}};
      return Span{cuts[static_cast<std::size_t>(part)], cuts[static_cast<std::size_t>(part) + 1] - date::days{1}};
    }
    const int y = static_cast<int>(date::year_month_day{whole->first}.year());
    if (whole->last == Day{date::year{y} / 12 / 31} && whole->first == Day{date::year{y} / 1 / 1}) {
      constexpr std::array<std::pair<int, int>, 3> thirds{{{1, 3}, {5, 4}, {10, 3}}};
      return months(y, thirds[static_cast<std::size_t>(part)].first, thirds[static_cast<std::size_t>(part)].second);
    }
    next_ = start;
    return not_understood(say("early, mid and end go with a year or a month"));
  }

  // "March 2027", "March 2, 2027".
  Result<Span> named_month_first() {
    const auto month = month_number(peek().text);
    if (!month) return not_understood();
    ++next_;
    if (peek().kind == Token::Kind::number && peek().text.size() <= 2) {
      const int day = *small_number();
      take_any_word({"st", "nd", "rd", "th"});
      take_mark(",");
      const Result<int> y = year();
      return y ? one_day(*y, *month, day) : Result<Span>(y.errors());
    }
    take_word("of");
    const Result<int> y = year();
    return y ? months(*y, *month, 1) : Result<Span>(y.errors());
  }

  // "2027", "2027-03", "2027-03-15", "2027-Q2", "2 December 2027".
  Result<Span> numbers() {
    if (const auto day = small_number()) {
      take_any_word({"st", "nd", "rd", "th"});
      take_word("of");
      const auto month = month_number(peek().text);
      if (!month) return not_understood(say("write dates as 2027-03-15 or 15 March 2027"));
      ++next_;
      const Result<int> y = year();
      return y ? one_day(*y, *month, *day) : Result<Span>(y.errors());
    }
    const Result<int> y = year();
    if (!y) return y.errors();
    const bool has_hyphen = is_mark("-");
    const Token& after = peek(has_hyphen ? 1 : 0);
    if (after.kind == Token::Kind::word && (after.text == "q" || after.text == "h")) {
      next_ += has_hyphen ? 2 : 1;
      return fraction(after.text == "q" ? 4 : 2, *y);
    }
    if (!take_mark("-")) return months(*y, 1, 12);
    const auto month = small_number();
    if (!month) return not_understood(say("for an interval write two dots, such as 2026..2027"));
    if (!take_mark("-")) return months(*y, *month, 1);
    const auto day = small_number();
    return day ? one_day(*y, *month, *day) : Result<Span>(not_understood());
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t next_ = 0;
};

}  // namespace

Result<FuzzyDate> FuzzyDate::parse(std::string_view text) { return Parser(text).parse(); }

}  // namespace accord
