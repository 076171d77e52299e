#pragma once
// The pages of the window, in the order of the page list.
#include <vector>

#include "app/gui/command.hpp"
#include "app/gui/page.hpp"

namespace accord::gui {

PagePtr make_overview_page(Workspace& workspace, const Commands& commands);
PagePtr make_milestones_page(Workspace& workspace);
PagePtr make_timeline_page(Workspace& workspace);
PagePtr make_forecast_page(Workspace& workspace, const Commands& commands);
PagePtr make_entries_page(Workspace& workspace);
PagePtr make_benchmarks_page(Workspace& workspace);
PagePtr make_risks_page(Workspace& workspace);
PagePtr make_registers_page(Workspace& workspace, const Commands& commands);
PagePtr make_reports_page(Workspace& workspace, const Commands& commands);
PagePtr make_journal_page(Workspace& workspace);

// `commands` may still be empty while the pages are made.
std::vector<PagePtr> make_pages(Workspace& workspace, const Commands& commands);

}  // namespace accord::gui
