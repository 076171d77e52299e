#include <wx/scrolwin.h>
#include <wx/sizer.h>

#include "app/gui/accessible.hpp"
#include "app/gui/pages.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/theme.hpp"

namespace accord::gui {
namespace {

class OverviewPage : public Page {
 public:
  std::string name() const override { return "Overview"; }
  std::string icon() const override { return "overview"; }

  wxWindow* create(wxWindow* parent) override {
    window_ = new wxScrolledWindow(parent);
    window_->SetScrollRate(0, window_->FromDIP(12));
    set_accessible(*window_, name());
    summary_ = new Prose(window_);
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(summary_, wxSizerFlags().Expand().Border(wxALL, window_->FromDIP(16)));
    window_->SetSizer(sizer);
    return window_;
  }

  void show(const Snapshot& snapshot) override {
    summary_->set(snapshot.standing ? snapshot.standing->summary : "");
    wrap_all(*window_);
  }
  void selected(const Selection&) override {}
  void focus() override { window_->SetFocus(); }

 private:
  wxScrolledWindow* window_ = nullptr;
  Prose* summary_ = nullptr;
};

}  // namespace

PagePtr make_overview_page(Workspace&) { return std::make_unique<OverviewPage>(); }

}  // namespace accord::gui
