#pragma once
// A table as spreadsheets take it from the clipboard.
#include <string>

class wxDataViewCtrl;

namespace accord::gui {

// The heads of its columns as they are shown, then each row that is listed: cells with tabs between, lines ended by LF.
// Tabs and line ends inside a cell become blanks.
std::string as_tabbed_text(const wxDataViewCtrl& table);

}  // namespace accord::gui
