#include "tests/gui/hand.hpp"

#include <gdk/gdkx.h>
#include <wx/defs.h>
#include <wx/event.h>

#include <X11/XKBlib.h>
#include <X11/extensions/XInput2.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

#include <utility>
#include <vector>

namespace accord::test {
namespace {

Display* display() { return GDK_DISPLAY_XDISPLAY(gdk_display_get_default()); }

unsigned long symbol_of(int code) {
  constexpr std::pair<int, unsigned long> keys[] = {
      {WXK_RETURN, XK_Return}, {WXK_ESCAPE, XK_Escape}, {WXK_TAB, XK_Tab},     {WXK_BACK, XK_BackSpace},
      {WXK_DELETE, XK_Delete}, {WXK_UP, XK_Up},         {WXK_DOWN, XK_Down},   {WXK_LEFT, XK_Left},
      {WXK_RIGHT, XK_Right},   {WXK_HOME, XK_Home},     {WXK_END, XK_End},     {WXK_PAGEUP, XK_Page_Up},
      {WXK_F1, XK_F1},         {WXK_F2, XK_F2},         {WXK_F4, XK_F4},       {WXK_PAGEDOWN, XK_Page_Down},
      {WXK_SPACE, XK_space},   {WXK_WINDOWS_MENU, XK_Menu}};
  for (const auto& [from, to] : keys)
    if (from == code) return to;
  // Latin letters and signs are their own symbols; the key of a letter is that of the small one.
  return code >= 'A' && code <= 'Z' ? static_cast<unsigned long>(code - 'A' + 'a') : static_cast<unsigned long>(code);
}

bool is_modifier(int key_code) {
  return IsModifierKey(XkbKeycodeToKeysym(display(), static_cast<KeyCode>(key_code), 0, 0)) != 0;
}

GdkFilterReturn count(GdkXEvent* native, GdkEvent*, gpointer data) {
  const auto& event = *static_cast<XEvent*>(native);
  auto& delivered = *static_cast<Delivered*>(data);
  if (event.type == GenericEvent && event.xcookie.data) {
    const auto& device = *static_cast<const XIDeviceEvent*>(event.xcookie.data);
    if (event.xcookie.evtype == XI_KeyRelease && !is_modifier(device.detail)) ++delivered.keys;
    if (event.xcookie.evtype == XI_ButtonRelease) ++delivered.buttons;
  }
  if (event.type == KeyRelease && !is_modifier(static_cast<int>(event.xkey.keycode))) ++delivered.keys;
  if (event.type == ButtonRelease) ++delivered.buttons;
  return GDK_FILTER_CONTINUE;
}

}  // namespace

Hand::Hand() { gdk_window_add_filter(nullptr, count, &delivered_); }
Hand::~Hand() { gdk_window_remove_filter(nullptr, count, &delivered_); }

bool Hand::press(unsigned long symbol, int modifiers) {
  const KeyCode key = XKeysymToKeycode(display(), symbol);
  if (key == 0) return false;
  std::vector<KeyCode> held;
  constexpr std::pair<int, unsigned long> keys[] = {
      {wxMOD_CONTROL, XK_Control_L}, {wxMOD_SHIFT, XK_Shift_L}, {wxMOD_ALT, XK_Alt_L}};
  for (const auto& [modifier, its_key] : keys)
    if ((modifiers & modifier) != 0) held.push_back(XKeysymToKeycode(display(), its_key));
  for (const KeyCode one : held) XTestFakeKeyEvent(display(), one, True, CurrentTime);
  XTestFakeKeyEvent(display(), key, True, CurrentTime);
  XTestFakeKeyEvent(display(), key, False, CurrentTime);
  for (const KeyCode one : held) XTestFakeKeyEvent(display(), one, False, CurrentTime);
  XFlush(display());
  return true;
}

bool Hand::key(int code, int modifiers) { return press(symbol_of(code), modifiers); }

bool Hand::character(char typed) {
  const auto symbol = static_cast<unsigned long>(static_cast<unsigned char>(typed));
  const KeyCode key = XKeysymToKeycode(display(), symbol);
  const bool is_plain = XkbKeycodeToKeysym(display(), key, 0, 0) == symbol;
  return press(symbol, is_plain ? wxMOD_NONE : wxMOD_SHIFT);
}

void Hand::move(int x, int y) {
  XTestFakeMotionEvent(display(), -1, x, y, CurrentTime);
  XFlush(display());
}

void Hand::button(bool down) {
  XTestFakeButtonEvent(display(), 1, down ? True : False, CurrentTime);
  XFlush(display());
}

void Hand::right_click() {
  constexpr unsigned right = 3;
  XTestFakeButtonEvent(display(), right, True, CurrentTime);
  XTestFakeButtonEvent(display(), right, False, CurrentTime);
  XFlush(display());
}

void Hand::wheel() {
  constexpr unsigned towards_the_end = 5;
  XTestFakeButtonEvent(display(), towards_the_end, True, CurrentTime);
  XTestFakeButtonEvent(display(), towards_the_end, False, CurrentTime);
  XFlush(display());
}

}  // namespace accord::test
