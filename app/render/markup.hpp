#pragma once
// Escaping for HTML, SVG and XML.
#include <string>
#include <string_view>

namespace accord {

// Fit for text and for attributes in double quotes; control characters that XML forbids are left out.
std::string escape_markup(std::string_view text);

// http, https and mailto only: anything else could run in the reader's browser.
bool is_safe_link(std::string_view address);

// At most two decimals, a point, no trailing zeros; independent of the locale.
std::string coordinate(double value);

// Parts with " · " between them, as a footer has them: a line breaks between the parts only, since all other spaces become
// such as do not break.
std::string parts_held_together(std::string_view text);

}  // namespace accord
