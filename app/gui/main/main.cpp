#include "app/gui/application.hpp"

wxIMPLEMENT_APP(accord::gui::Application);
