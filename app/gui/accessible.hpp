#pragma once
// What a screen reader is told about a control.
#include <string_view>

class wxWindow;

namespace accord::gui {

// The control's name, as a screen reader says it; a longer description where one word or two do not do.
void set_accessible(wxWindow& window, std::string_view name, std::string_view description = {});

// Makes Tab stop once at a combo box: at its text, not at the button as well, which Alt+Down opens.
void stop_once(wxWindow& combo);

}  // namespace accord::gui
