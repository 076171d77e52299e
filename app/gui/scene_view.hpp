#pragma once
// A picture as a control: drawn anew for the width that it is given, in the theme's colours.
#include <wx/control.h>

#include <functional>
#include <memory>

#include "core/chart/scene.hpp"
#include "core/chart/text_metrics.hpp"

namespace accord::gui {

// How wide the labels of a view's scenes are in a window's lettering.
std::shared_ptr<const chart::TextMetrics> label_metrics(const wxWindow& window);

class SceneView : public wxControl {
 public:
  // Draws for a width in the scene's units (points). Called whenever the width changes.
  using Draw = std::function<chart::Scene(double width)>;

  SceneView(wxWindow* parent, Draw draw);
  // What it draws has changed.
  void draw_again();
  const chart::Scene& scene() const { return scene_; }
  bool AcceptsFocus() const override { return false; }

 protected:
  wxSize DoGetBestClientSize() const override;

 private:
  void draw_for(int width);
  void paint();

  Draw draw_;
  chart::Scene scene_;
  int width_ = 0;  // pixels for which the scene was drawn
};

}  // namespace accord::gui
