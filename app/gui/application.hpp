#pragma once
// The running program: reads the command line, opens the window.
#include <wx/app.h>

#include <optional>
#include <string>

#include "core/calendar/day.hpp"

namespace accord::gui {

class Application : public wxApp {
 public:
  bool OnInit() override;
  void OnInitCmdLine(wxCmdLineParser& parser) override;
  bool OnCmdLineParsed(wxCmdLineParser& parser) override;
  bool OnExceptionInMainLoop() override;

 private:
  std::string file_, author_;
  std::optional<Day> today_;
};

}  // namespace accord::gui
