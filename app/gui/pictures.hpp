#pragma once
// A document's pictures, painted and kept where the toolkit's page of hypertext finds them.
#include <wx/string.h>

#include <vector>

#include "core/report/document.hpp"

class wxWindow;

namespace accord::gui {

class Pictures {
 public:
  // Named as to_page() names them; painted in the fonts and at the resolution of `window`.
  Pictures(const Document& document, const wxWindow& window);
  ~Pictures();
  Pictures(const Pictures&) = delete;
  Pictures& operator=(const Pictures&) = delete;

 private:
  std::vector<wxString> names_;
};

}  // namespace accord::gui
