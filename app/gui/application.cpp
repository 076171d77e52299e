#include "app/gui/application.hpp"

#include <wx/cmdline.h>
#include <wx/config.h>
#include <wx/fileconf.h>
#include <wx/filename.h>
#include <wx/msgdlg.h>
#include <wx/stdpaths.h>
#include <wx/utils.h>

#include <cstdlib>

#include "app/data/reference.hpp"
#include "app/data/tongues.hpp"
#include "app/gui/frame.hpp"
#include "app/gui/settings.hpp"
#include "app/gui/strings.hpp"
#include "app/session/breakage.hpp"
#include "core/base/spoken.hpp"

namespace accord::gui {

namespace {

// What a person chose, else what the environment asks for. The toolkit's own dialogs follow the environment, so it is told too.
void choose_tongue() {
  const auto chosen = tongue(settings().text(language_setting));
  if (chosen) {
    speak(*chosen);
    wxSetEnv("LANGUAGE", wx(chosen->code()));
  } else {
    speak(*tongue(language_asked_for([](const char* name) -> const char* { return std::getenv(name); })));
  }
}

}  // namespace

void Application::OnInitCmdLine(wxCmdLineParser& parser) {
  wxApp::OnInitCmdLine(parser);
  parser.AddParam("FILE", wxCMD_LINE_VAL_STRING, wxCMD_LINE_PARAM_OPTIONAL);
  parser.AddOption("", "today", wx(say("take this day for today, such as 2026-11-22")));
  parser.AddOption("", "as", wx(say("the author of what is changed")));
}

bool Application::OnCmdLineParsed(wxCmdLineParser& parser) {
  wxString text;
  if (parser.GetParamCount() > 0) file_ = utf8(parser.GetParam(0));
  if (parser.Found("as", &text)) author_ = utf8(text);
  if (parser.Found("today", &text)) {
    const auto day = parse_day(utf8(text));
    if (!day) {
      wxMessageOutput::Get()->Printf("%s", wx(day.errors().front().message));
      return false;
    }
    today_ = *day;
  }
  return wxApp::OnCmdLineParsed(parser);
}

bool Application::OnInit() {
  SetAppName("accord");
  SetAppDisplayName("Accord");
  wxStandardPaths::Get().SetFileLayout(wxStandardPaths::FileLayout_XDG);
  const wxString folder = wxStandardPaths::Get().GetUserConfigDir() + "/accord";
  wxFileName::Mkdir(folder, wxS_DIR_DEFAULT, wxPATH_MKDIR_FULL);
  wxConfigBase::Set(new wxFileConfig({}, {}, folder + "/desktop.conf", {}, wxCONFIG_USE_LOCAL_FILE));
  choose_tongue();
  if (!wxApp::OnInit()) return false;
  World world{.author = author_.empty() ? utf8(wxGetUserId()) : author_,
              .clock = today_ ? pinned_clock(*today_) : machine_clock()};
  if (world.author.empty()) world.author = "unknown";
  world.comparable = ReferenceClass(shipped_reference());
  auto* frame = new Frame(std::move(world));
  frame->Show();
  if (!file_.empty()) frame->open(file_);
  return true;
}

bool Application::OnExceptionInMainLoop() {
  try {
    throw;
  } catch (const std::exception& problem) {
    const Diagnostic said = breakage(problem);
    wxMessageDialog dialog(nullptr, wx(said.message + (said.advice.empty() ? "" : "\n\n" + said.advice)), "Accord", wxOK | wxICON_ERROR);
    dialog.SetOKLabel(wx(say("&OK")));
    dialog.ShowModal();
  }
  return true;
}

}  // namespace accord::gui
