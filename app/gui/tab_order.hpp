#pragma once
// The way that the Tab key takes through a window.

class wxWindow;

namespace accord::gui {

// Lets Tab into whatever is shown below `window` and takes the keyboard, in the order in which it stands there. The toolkit notes
// once which windows take it: what was hidden or empty then, such as a page that nobody had turned to, would be passed over for good.
void let_tab_in(wxWindow& window);

}  // namespace accord::gui
