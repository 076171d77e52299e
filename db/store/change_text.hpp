#pragma once
// A change set as the journal's text: one line of JSON.
//   [{"add":"milestone","fields":[["code","VFA.1"],["title","Mandate"]],"id":17},
//    {"fields":[["title","Mandate","Negotiating mandate"]],"id":17,"update":"milestone"},
//    {"fields":[["code","VFA.1>VFA.2:FS"]],"id":18,"remove":"link"}]
#include <string>
#include <string_view>

#include "core/edit/change.hpp"

namespace accord {

// std::logic_error when a text in it is not UTF-8: nothing that came through a field's write() can be.
std::string change_text(const ChangeSet& changes);
// Code journal.text where it is not such a text, or names a kind that this program does not know.
Result<ChangeSet> parse_changes(std::string_view text);

}  // namespace accord
