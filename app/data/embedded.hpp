#pragma once
// The data files that are compiled into the program.
#include <string_view>

namespace accord {

// The bytes of a file of app/data, by its name ("sample.json"); a view without data where there is none of that name.
std::string_view embedded_file(std::string_view name);

}  // namespace accord
