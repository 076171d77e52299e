#pragma once
// What an edit did, for the person who made it. The file keeps its own line about it, in English whoever made it.
#include <string>

#include "app/session/session.hpp"

namespace accord::gui {

std::string done_in_words(const EditDone& done);

}  // namespace accord::gui
