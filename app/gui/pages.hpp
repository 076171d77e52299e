#pragma once
// The pages of the window, in the order of the page list.
#include <vector>

#include "app/gui/page.hpp"

namespace accord::gui {

PagePtr make_overview_page(Workspace& workspace);
PagePtr make_timeline_page(Workspace& workspace);

std::vector<PagePtr> make_pages(Workspace& workspace);

}  // namespace accord::gui
