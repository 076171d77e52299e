#pragma once
// A working calendar of the dossier's own. Its days are those of `base`, or of `week`, with its exceptions on top.
#include <string>
#include <vector>

#include "core/model/field.hpp"

namespace accord {

struct Calendar : Record {
  std::string title;
  std::string base;
  std::string week;  // empty = the base's

  static std::vector<Field> describe();
};

}  // namespace accord
