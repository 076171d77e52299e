#pragma once
#include <memory>

#include "app/render/pages.hpp"

class wxWindow;

namespace accord::gui {

// Asks for a printer and prints the pages as they are. False where nothing was printed; the person knows why.
bool print_pages(wxWindow& parent, std::shared_ptr<const Pages> pages);

}  // namespace accord::gui
