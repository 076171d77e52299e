#pragma once
// The buttons at a dialog's foot.
#include <string>

class wxButton;
class wxDialog;

namespace accord::gui {

// Gives OK its own label, and Cancel one in the spoken language, whatever the toolkit speaks; returns OK.
wxButton* label_buttons(wxDialog& dialog, const std::string& ok);

}  // namespace accord::gui
