#include "app/gui/pages.hpp"

namespace accord::gui {

std::vector<PagePtr> make_pages(Workspace& workspace) {
  std::vector<PagePtr> pages;
  pages.push_back(make_overview_page(workspace));
  return pages;
}

}  // namespace accord::gui
