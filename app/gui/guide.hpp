#pragma once
// The guide, in a window of its own.
#include <wx/frame.h>

#include <string>
#include <string_view>
#include <vector>

class wxButton;
class wxHtmlWindow;

namespace accord::gui {

// A page of the guide as the window's reader takes it. Knows what the guide uses: headings, paragraphs, lists, tables,
// code, strong words and links.
std::string guide_page(std::string_view markdown);

class GuideWindow : public wxFrame {
 public:
  explicit GuideWindow(wxWindow* parent);
  // Turns to that page: "window.md".
  void turn_to(const std::string& page);
  const std::string& page() const { return pages_.back(); }

 private:
  void show();
  std::vector<std::string> pages_;  // that were read, the present one last
  wxHtmlWindow* text_;
  wxButton* back_;
};

}  // namespace accord::gui
