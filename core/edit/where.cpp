#include "core/edit/where.hpp"

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/duration.hpp"
#include "core/calendar/fuzzy_date.hpp"
#include "core/edit/entry_text.hpp"
#include "core/edit/typed_date.hpp"

namespace accord {
namespace {

enum class TokenKind { word, quoted, op, open, close, comma, end };

struct Token {
  TokenKind kind;
  std::string text;
  int column;  // from 1
};

Diagnostic syntax(int column, std::string message, std::string expected, std::string found) {
  Diagnostic d{.code = "where.syntax", .message = std::move(message), .expected = std::move(expected), .found = std::move(found)};
  d.place = {.file = "--where", .line = 1, .column = column, .record = {}, .field = {}};
  return d;
}

Result<std::vector<Token>> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  std::size_t i = 0;
  while (i < text.size()) {
    const char c = text[i];
    const int column = static_cast<int>(i) + 1;
    if (c == ' ' || c == '\t') ++i;
    else if (c == '(' || c == ')' || c == ',') {
      tokens.push_back({c == '(' ? TokenKind::open : c == ')' ? TokenKind::close : TokenKind::comma, std::string(1, c), column});
      ++i;
    } else if (c == '"' || c == '\'') {
      const std::size_t end = text.find(c, i + 1);
      if (end == text.npos) return syntax(column, say("A quotation mark is never closed."), std::string(1, c), say("the end of the text"));
      tokens.push_back({TokenKind::quoted, std::string(text.substr(i + 1, end - i - 1)), column});
      i = end + 1;
    } else if (std::string_view("=!<>~").find(c) != std::string_view::npos) {
      const std::size_t length = i + 1 < text.size() && text[i + 1] == '=' && c != '~' && c != '=' ? 2 : 1;
      tokens.push_back({TokenKind::op, std::string(text.substr(i, length)), column});
      i += length;
    } else {
      const std::size_t end = std::min(text.find_first_of(" \t(),=!<>~\"'", i), text.size());
      tokens.push_back({TokenKind::word, std::string(text.substr(i, end - i)), column});
      i = end;
    }
  }
  tokens.push_back({TokenKind::end, say("the end of the text"), static_cast<int>(text.size()) + 1});
  return tokens;
}

// What a value is compared as: an interval on one axis; text where the type has no order of its own.
struct Interval {
  double low, high;
};

constexpr double far = 1e12;
double number_of(Day day) { return static_cast<double>(day.time_since_epoch().count()); }

std::optional<Interval> interval_of(FieldType type, const std::string& text) {
  const auto point = [](double v) { return Interval{v, v}; };
  switch (type) {
    case FieldType::integer:
    case FieldType::number:
      if (const auto n = parse_number(text)) return point(*n);
      return std::nullopt;
    case FieldType::day:
    case FieldType::fuzzy_date:
      if (const auto date = FuzzyDate::parse(date_as_typed(text)); date && !date->is_unknown())
        return Interval{date->earliest() ? number_of(*date->earliest()) : -far, date->latest() ? number_of(*date->latest()) : far};
      return std::nullopt;
    case FieldType::duration:
      if (const auto d = Duration::parse(text)) return point(d->count * (d->unit == DurationUnit::workdays ? 7.0 / 5 : d->unit == DurationUnit::months ? 365.2425 / 12 : 1));
      return std::nullopt;
    default: return std::nullopt;
  }
}

bool is_ordered(FieldType type) {
  return type == FieldType::integer || type == FieldType::number || type == FieldType::day || type == FieldType::fuzzy_date || type == FieldType::duration;
}

bool holds(const std::string& op, const Interval& a, const Interval& b) {
  if (op == "<") return a.high < b.low;
  if (op == "<=") return a.high <= b.high;
  if (op == ">") return a.low > b.high;
  if (op == ">=") return a.low >= b.low;
  return a.low <= b.high && b.low <= a.high;
}

// Text of a record's field as people see it, and its parts where it lists several records.
bool equals_text(const Field& field, const std::string& shown, const std::string& wanted) {
  if (field.type == FieldType::references || field.type == FieldType::restrictions) {
    for (const std::string& part : split(shown, ';'))
      if (same_ignoring_case(part, wanted)) return true;
    return false;
  }
  if (field.type == FieldType::boolean) return same_ignoring_case(shown.empty() ? "no" : "yes", wanted);
  return same_ignoring_case(shown, wanted);
}

Filter comparison(const Field& field, const std::string& op, const std::string& wanted, const Dossier& dossier) {
  const Field* f = &field;
  if (op == "~")
    return [f, needle = lower(wanted), dossier](const Record& r) { return lower(display_field(*f, r, dossier)).find(needle) != std::string::npos; };
  if (is_ordered(field.type)) {
    const Interval right = interval_of(field.type, wanted).value_or(Interval{0, 0});
    const bool negated = op == "!=";
    return [f, op, right, negated](const Record& r) {
      const auto left = interval_of(f->type, f->read(r));
      return left ? holds(op, *left, right) != negated : negated;
    };
  }
  if (op == "=" || op == "!=")
    return [f, wanted, equal = op == "=", dossier](const Record& r) { return equals_text(*f, display_field(*f, r, dossier), wanted) == equal; };
  return [f, op, wanted = lower(wanted), dossier](const Record& r) {
    const std::string shown = lower(display_field(*f, r, dossier));
    if (shown.empty()) return false;
    const int order = shown.compare(wanted);
    return op == "<" ? order < 0 : op == "<=" ? order <= 0 : op == ">" ? order > 0 : order >= 0;
  };
}

class Parser {
 public:
  Parser(const RecordType& type, const Dossier& dossier, std::vector<Token> tokens) : type_(type), dossier_(dossier), tokens_(std::move(tokens)) {}

  Result<Filter> parse() {
    auto filter = any_of();
    if (filter && now().kind != TokenKind::end) return expected(say("and, or, or the end of the text"));
    return filter;
  }

 private:
  const Token& now() const { return tokens_[at_]; }
  bool take(TokenKind kind) { return now().kind == kind && (++at_, true); }
  bool take_word(std::string_view word) { return now().kind == TokenKind::word && same_ignoring_case(now().text, word) && (++at_, true); }
  Diagnostic expected(std::string what) const { return syntax(now().column, say("This cannot be read here."), std::move(what), now().text); }

  Result<Filter> any_of() {
    auto left = all_of();
    while (left && take_word("or")) {
      auto right = all_of();
      if (!right) return right;
      left = Filter([a = *left, b = *right](const Record& r) { return a(r) || b(r); });
    }
    return left;
  }

  Result<Filter> all_of() {
    auto left = factor();
    while (left && take_word("and")) {
      auto right = factor();
      if (!right) return right;
      left = Filter([a = *left, b = *right](const Record& r) { return a(r) && b(r); });
    }
    return left;
  }

  Result<Filter> factor() {
    if (depth_ > 200) return syntax(now().column, say("This is nested too deeply."), say("at most 200 levels"), say("more"));
    if (take_word("not")) {
      ++depth_;
      auto inner = factor();
      --depth_;
      return inner ? Result<Filter>(Filter([f = *inner](const Record& r) { return !f(r); })) : inner;
    }
    if (take(TokenKind::open)) {
      ++depth_;
      auto inner = any_of();
      --depth_;
      if (inner && !take(TokenKind::close)) return expected(say("a closing parenthesis"));
      return inner;
    }
    return test();
  }

  Result<Filter> test() {
    if (now().kind != TokenKind::word) return expected(say("the name of a field"));
    const Token name = now();
    const Field* field = type_.field(name.text);
    if (!field) return unknown_field(name);
    ++at_;
    if (take_word("is")) return emptiness(*field);
    if (take_word("in")) return membership(*field);
    if (now().kind != TokenKind::op || now().text == "!") return expected(say("one of = != < <= > >= ~, is empty, or in (…)"));
    const std::string op = tokens_[at_++].text;
    auto value = this->value(*field, op);
    return value ? Result<Filter>(comparison(*field, op, *value, dossier_)) : value.errors();
  }

  Result<Filter> emptiness(const Field& field) {
    const bool negated = take_word("not");
    if (!take_word("empty")) return expected(say("empty, or not empty"));
    return Filter([f = &field, negated](const Record& r) { return f->read(r).empty() != negated; });
  }

  Result<Filter> membership(const Field& field) {
    if (!take(TokenKind::open)) return expected(say("an opening parenthesis"));
    std::vector<Filter> options;
    do {
      auto value = this->value(field, "=");
      if (!value) return value.errors();
      options.push_back(comparison(field, "=", *value, dossier_));
    } while (take(TokenKind::comma));
    if (!take(TokenKind::close)) return expected(say("a comma or a closing parenthesis"));
    return Filter([options](const Record& r) { return std::any_of(options.begin(), options.end(), [&](const Filter& f) { return f(r); }); });
  }

  // A quoted text, or words up to the next keyword or sign: `early 2027` needs no quotation marks.
  Result<std::string> value(const Field& field, const std::string& op) {
    const Token first = now();
    std::string text;
    if (take(TokenKind::quoted)) text = first.text;
    else {
      while (now().kind == TokenKind::word && !same_ignoring_case(now().text, "and") && !same_ignoring_case(now().text, "or"))
        text += (text.empty() ? "" : " ") + tokens_[at_++].text;
      if (text.empty()) return expected(say("a value"));
    }
    if (op != "~" && is_ordered(field.type) && !interval_of(field.type, text)) {
      Diagnostic d = syntax(first.column, say("This cannot be compared with {}.", field.name), field.hint.empty() ? say("a number") : say(field.hint), text);
      d.code = "where.value";
      return d;
    }
    return text;
  }

  Diagnostic unknown_field(const Token& name) const {
    std::vector<std::string> names;
    for (const Field& f : type_.fields) names.emplace_back(f.name);
    const auto near = nearest(name.text, names);
    Diagnostic d = syntax(name.column, say("A {} has no field {}.", lower(say(type_.label)), name.text), "", "");
    d.code = "where.field";
    d.advice = near ? say("did you mean {}?", *near) : say("the fields are {}", join(names, ", "));
    return d;
  }

  const RecordType& type_;
  const Dossier& dossier_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

Result<Filter> parse_where(const RecordType& type, std::string_view text, const Dossier& dossier) {
  auto tokens = tokens_of(text);
  if (!tokens) return tokens.errors();
  return Parser(type, dossier, std::move(tokens).value()).parse();
}

}  // namespace accord
