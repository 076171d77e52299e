#include "app/gui/pages.hpp"

namespace accord::gui {

std::vector<PagePtr> make_pages(Workspace& workspace) {
  std::vector<PagePtr> pages;
  pages.push_back(make_overview_page(workspace));
  pages.push_back(make_timeline_page(workspace));
  return pages;
}

}  // namespace accord::gui
