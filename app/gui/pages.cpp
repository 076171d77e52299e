#include "app/gui/pages.hpp"

namespace accord::gui {

std::vector<PagePtr> make_pages(Workspace& workspace, const Commands& commands) {
  std::vector<PagePtr> pages;
  pages.push_back(make_overview_page(workspace, commands));
  pages.push_back(make_milestones_page(workspace));
  pages.push_back(make_timeline_page(workspace));
  pages.push_back(make_forecast_page(workspace, commands));
  pages.push_back(make_entries_page(workspace));
  pages.push_back(make_benchmarks_page(workspace));
  pages.push_back(make_risks_page(workspace));
  pages.push_back(make_registers_page(workspace, commands));
  pages.push_back(make_reports_page(workspace, commands));
  pages.push_back(make_journal_page(workspace));
  return pages;
}

}  // namespace accord::gui
