#pragma once
// A JSON text as a tree that remembers the line of every value, so that a problem can be shown where it stands.
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace accord {

struct JsonNode {
  enum class Type { null, boolean, number, string, array, object };
  Type type = Type::null;
  std::string key;              // of a member of an object
  std::string text;             // scalars: "true", the number as digits, the string without quotes and escapes
  int line = 0;                 // counted from 1, where the value begins (a container) or ends (a scalar)
  std::vector<JsonNode> items;  // members of an object, elements of an array; in the order of the text

  // The member of that key; null where there is none.
  const JsonNode* find(std::string_view wanted) const;
};

// "an object", "a list", "text", …: for messages.
std::string_view json_type_name(JsonNode::Type type);

struct JsonLimits {
  std::size_t bytes = 256u << 20;
  std::size_t depth = 8;
};

// Strict JSON in UTF-8. Codes: json.size, json.depth, json.syntax (with line and column), json.duplicate_key (every one).
Result<JsonNode> parse_json(std::string_view text, const std::string& file, const JsonLimits& limits = {});

}  // namespace accord
