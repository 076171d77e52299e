#include "db/store/column_text.hpp"

#include <stdexcept>

#include "core/base/text.hpp"

namespace accord {
namespace {

template <class Number>
Number required_number(const std::optional<Number>& number, const Field& field, const std::string& text) {
  if (!number) throw std::logic_error(std::string(field.name) + " cannot hold \"" + text + "\"");
  return *number;
}

}  // namespace

std::string column_text(const SQLite::Column& value, const Field& field) {
  if (value.isNull()) return {};
  switch (field.type) {
    case FieldType::boolean: return value.getInt() != 0 ? "yes" : "";
    case FieldType::number: return number_text(value.getDouble());
    case FieldType::integer:
    case FieldType::reference: return std::to_string(value.getInt64());
    default: return value.getString();
  }
}

void bind_text(SQLite::Statement& statement, int index, const Field& field, const std::string& text) {
  if (field.type == FieldType::boolean) return statement.bind(index, text.empty() ? 0 : 1);
  if (text.empty()) return statement.bind(index);
  switch (field.type) {
    case FieldType::number: return statement.bind(index, required_number(parse_number(text), field, text));
    case FieldType::integer:
    case FieldType::reference: return statement.bind(index, static_cast<std::int64_t>(required_number(parse_integer(text), field, text)));
    default: return statement.bind(index, text);
  }
}

}  // namespace accord
