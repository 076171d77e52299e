#pragma once
// A field's canonical text as a column's value, both ways.
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

#include "core/model/field.hpp"

namespace accord {

// "" for NULL.
std::string column_text(const SQLite::Column& value, const Field& field);
// std::logic_error where the text is not canonical for the field's type.
void bind_text(SQLite::Statement& statement, int index, const Field& field, const std::string& text);

}  // namespace accord
