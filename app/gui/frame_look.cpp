// How the window keeps its look: notices over the page with what was done, the system's colours, its size.
#include <wx/dataview.h>
#include <wx/simplebook.h>
#include <wx/toolbar.h>

#include <algorithm>
#include <utility>

#include "app/gui/done_words.hpp"
#include "app/gui/frame.hpp"
#include "app/gui/icons.hpp"
#include "app/gui/notice.hpp"
#include "app/gui/settings.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "app/session/effects.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord::gui {

// Beside the page list, above the status line; what is said decides on its height.
void Frame::place_notice() {
  if (!notice_->IsShown()) return;
  const wxRect page = book_->GetRect();
  const int gap = FromDIP(12), width = std::min(page.width - 2 * gap, FromDIP(720));
  if (width <= 0) return;
  const int height = std::min(notice_->height_at(width), page.height);
  notice_->SetSize(page.x + gap, page.GetBottom() - gap - height, width, height);
  notice_->Raise();
}

void Frame::show_done(const EditDone& done) { show_done(done, done_in_words(done)); }

// Told anew, it takes the place of what was told of the same edit.
void Frame::show_done(const EditDone& done, std::string told) {
  if (done.others_wrote) told += " " + say("Somebody else changed the file meanwhile; this was added to what they did.");
  const bool undone = done.action == Action::undo;
  const char* next = undone ? "edit.redo" : "edit.undo";
  Notice::Offer offer;
  if (commands_.is_enabled(next)) offer = {undone ? say("&Redo") : say("&Undo"), [this, next] { commands_.run(next); }};
  effects_ = workspace_.compute<std::string>(
      [before = done.before, options = workspace_.snapshot().outlook ? workspace_.snapshot().outlook->options
                                                                     : ScheduleOptions{}](const Snapshot& after) {
        const auto then = compute_outlook(before, options);
        return then && after.outlook ? join(effects(**then, *after.outlook), " ") : std::string();
      },
      [this, told, offer](const std::string& effect) {
        const std::string all = effect.empty() ? told : told + "\n" + effect;
        notice_->say(all, doc::Tone::good, offer, true);
      });
}

void Frame::take_colours() {
  const Theme* was = std::exchange(colours_, &theme());
  if (was == colours_) return;
  recolour(*this, *was, *colours_);
  for (const Command& command : commands_.all())
    if (GetToolBar()->FindById(commands_.number(command.id)))
      GetToolBar()->SetToolNormalBitmap(commands_.number(command.id), icon(command.icon, 20));
  for (unsigned row = 0; row < pages_.size(); ++row)
    page_list_->SetValue(wxVariant(wxDataViewIconText(wx(say(pages_[row]->name())), icon(pages_[row]->icon(), 18, 7))), row, 0);
  show_snapshot();
  Refresh();
}

void Frame::choose_language(const std::string& code) {
  settings().set_text(language_setting, code);
  notice_->say(say("The choice is kept: the window speaks that language from its next start on."), doc::Tone::neutral, {}, true);
}

void Frame::keep_layout() {
  settings().set_flag("window/maximised", IsMaximized());
  if (!IsMaximized()) {
    settings().set_number("window/width", GetSize().x);
    settings().set_number("window/height", GetSize().y);
  }
  if (!page_.empty()) settings().set_text("window/page", page_);
}

}  // namespace accord::gui
