#include "db/exchange/json_tree.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord {
namespace {

using nlohmann::json;

// What the library says that it waited for. Its marks stand between apostrophes and need no translation.
std::string awaited(const std::string& words) {
  constexpr std::string_view known[] = {message("string literal"), message("end of input")};
  if (words == "'[', '{', or a literal") return say("'[', '{{', or a literal");
  return std::ranges::find(known, words) == std::end(known) ? words : say(words);
}

// Where the reader is. The library's events carry no position, so its input tells us.
struct Cursor {
  const char* at;
  int line = 1;
};

class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, Cursor* cursor) : at_(at), cursor_(cursor) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    // A line break counts once the character after it is read: the reader looks one ahead after a number.
    if (cursor_->at != at_ && *cursor_->at == '\n') ++cursor_->line;
    cursor_->at = at_++;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator old = *this;
    ++*this;
    return old;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }

 private:
  const char* at_;
  Cursor* cursor_;
};

// Builds the tree, and stops at the first thing that is not JSON or is nested too deep.
class Builder : public nlohmann::json_sax<json> {
 public:
  Builder(const Cursor& cursor, const std::string& file, std::size_t depth) : cursor_(cursor), file_(file), depth_(depth) {}

  bool null() override { return scalar(JsonNode::Type::null, ""); }
  bool boolean(bool v) override { return scalar(JsonNode::Type::boolean, v ? "true" : "false"); }
  bool number_integer(number_integer_t v) override { return scalar(JsonNode::Type::number, std::to_string(v)); }
  bool number_unsigned(number_unsigned_t v) override { return scalar(JsonNode::Type::number, std::to_string(v)); }
  bool number_float(number_float_t, const string_t& written) override { return scalar(JsonNode::Type::number, written); }
  bool string(string_t& v) override { return scalar(JsonNode::Type::string, std::move(v)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(JsonNode::Type::object); }
  bool start_array(std::size_t) override { return open(JsonNode::Type::array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& v) override {
    const auto [at, fresh] = keys_.back().emplace(v, cursor_.line);
    if (!fresh)
      problems.push_back({.code = "json.duplicate_key", .message = say("The key \"{}\" stands twice in the same object.", v), .expected = say("each key once"),
                          .found = say("it stands on line {} already", at->second), .advice = say("remove one of them"), .place = {.file = file_, .line = cursor_.line}});
    key_ = std::move(v);
    return true;
  }

  bool parse_error(std::size_t, const std::string& token, const json::exception& problem) override {
    // The library's text is for programmers; only its last part says what was expected.
    std::string reason = problem.what();
    if (const auto colon = reason.rfind("; "); colon != reason.npos) reason = reason.substr(colon + 2);
    const bool number = problem.id == 406;  // out_of_range: a number beyond a double
    Diagnostic d{.code = "json.syntax", .message = number ? say("This number is too large.") : say("This is not valid JSON."), .place = {.file = file_, .line = cursor_.line}};
    if (reason.starts_with("expected ")) d.expected = awaited(reason.substr(9));
    const auto bad = first_invalid_utf8(token);
    d.found = bad ? say("a byte that is not UTF-8") : token.empty() ? say("the end of the text") : fmt::format("\"{}\"", token);
    d.advice = say("correct this place; a comma or a quotation mark is often missing just before it");
    problems.push_back(std::move(d));
    return false;
  }

  JsonNode root;
  Diagnostics problems;

 private:
  JsonNode& add(JsonNode::Type type) {
    JsonNode node{.type = type, .key = std::move(key_), .text = {}, .line = cursor_.line, .items = {}};
    key_.clear();
    if (open_.empty()) return root = std::move(node);
    return open_.back()->items.emplace_back(std::move(node));
  }
  bool scalar(JsonNode::Type type, std::string text) {
    add(type).text = std::move(text);
    return true;
  }
  bool open(JsonNode::Type type) {
    if (open_.size() == depth_) {
      problems.push_back({.code = "json.depth", .message = say("The values are nested too deep for a dossier."), .expected = say("at most {} levels", depth_),
                          .place = {.file = file_, .line = cursor_.line}});
      return false;
    }
    // Parents do not grow while a child is open, so the pointer stays good.
    open_.push_back(&add(type));
    keys_.emplace_back();
    return true;
  }
  bool close() {
    open_.pop_back();
    keys_.pop_back();
    return true;
  }

  const Cursor& cursor_;
  const std::string& file_;
  std::size_t depth_;
  std::string key_;
  std::vector<JsonNode*> open_;
  std::vector<std::unordered_map<std::string, int>> keys_;
};

}  // namespace

const JsonNode* JsonNode::find(std::string_view wanted) const {
  const auto at = std::find_if(items.begin(), items.end(), [&](const JsonNode& item) { return item.key == wanted; });
  return at == items.end() ? nullptr : &*at;
}

std::string_view json_type_name(JsonNode::Type type) {
  switch (type) {
    case JsonNode::Type::null: return "null";
    case JsonNode::Type::boolean: return message("true or false");
    case JsonNode::Type::number: return message("a number");
    case JsonNode::Type::string: return message("text");
    case JsonNode::Type::array: return message("a list");
    case JsonNode::Type::object: return message("an object");
  }
  return "";
}

Result<JsonNode> parse_json(std::string_view text, const std::string& file, const JsonLimits& limits) {
  if (text.size() > limits.bytes)
    return Diagnostic{.code = "json.size", .message = say("The file is too large for a dossier."), .expected = say("at most {} bytes", limits.bytes),
                      .found = say("{} bytes", text.size()), .place = {.file = file}};
  const char* begin = text.data();
  Cursor cursor{begin};
  Builder builder(cursor, file, limits.depth);
  if (text.empty()) {
    const std::string_view nothing = "";
    cursor.at = nothing.data();
    json::sax_parse(CountingIterator(cursor.at, &cursor), CountingIterator(cursor.at, &cursor), &builder);
  } else {
    json::sax_parse(CountingIterator(begin, &cursor), CountingIterator(begin + text.size(), &cursor), &builder);
  }
  if (!builder.problems.empty()) {
    if (builder.problems.back().code == "json.syntax") {
      const auto here = static_cast<std::size_t>(cursor.at - begin);
      const auto line_start = text.empty() ? 0 : text.substr(0, here).rfind('\n') + 1;  // npos + 1 = 0
      builder.problems.back().place.column = text.empty() ? 1 : static_cast<int>(here - line_start) + 1;
    }
    return builder.problems;
  }
  return std::move(builder.root);
}

}  // namespace accord
