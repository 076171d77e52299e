#pragma once
// What a person is told when something broke instead of being wrong: a disk, the system, the program itself.
#include <exception>

#include "core/base/diagnostic.hpp"

namespace accord {

// Codes: the StorageError's, those of unwritable(), storage.system, and internal for a mistake of the program.
Diagnostic breakage(const std::exception& problem);

}  // namespace accord
