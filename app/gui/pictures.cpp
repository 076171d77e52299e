#include "app/gui/pictures.hpp"

#include <wx/dcmemory.h>
#include <wx/filesys.h>
#include <wx/fs_mem.h>
#include <wx/graphics.h>
#include <wx/image.h>
#include <wx/window.h>

#include <cmath>
#include <memory>

#include "app/gui/scene_painter.hpp"

namespace accord::gui {
namespace {

constexpr double pixels_per_point = 1.6;
constexpr double label_size = 8;  // of the scene's labels

wxBitmap painted(const chart::Scene& scene, const wxWindow& window) {
  const double scale = pixels_per_point * window.GetContentScaleFactor();
  wxBitmap bitmap(static_cast<int>(std::ceil(scene.width * scale)), static_cast<int>(std::ceil(scene.height * scale)),
                  32);
  wxMemoryDC dc(bitmap);
  dc.SetBackground(theme().surface);
  dc.Clear();
  const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
  context->Scale(scale, scale);
  wxFont font = window.GetFont();
  font.SetPixelSize(wxSize(0, static_cast<int>(label_size)));
  paint(scene, *context, theme(), font, label_size);
  return bitmap;
}

}  // namespace

Pictures::Pictures(const Document& document, const wxWindow& window) {
  static const bool once = [] {
    wxFileSystem::AddHandler(new wxMemoryFSHandler);
    wxImage::AddHandler(new wxPNGHandler);
    return true;
  }();
  static_cast<void>(once);
  for (const doc::Block& block : document.blocks) {
    const auto* scene = std::get_if<chart::Scene>(&block);
    if (!scene) continue;
    names_.push_back(wxString::Format("picture-%zu.png", names_.size() + 1));
    if (scene->height > 0) wxMemoryFSHandler::AddFile(names_.back(), painted(*scene, window), wxBITMAP_TYPE_PNG);
  }
}

Pictures::~Pictures() {
  for (const wxString& name : names_) wxMemoryFSHandler::RemoveFile(name);
}

}  // namespace accord::gui
