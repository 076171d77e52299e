#pragma once
// A mouse and a keyboard for the display of the program under test. Nothing is waited for here, so that a test is as fast
// as the program; what has arrived is counted, so that nobody goes on before it has.
namespace accord::test {

// What the display has brought to the program so far.
struct Delivered {
  int keys = 0;     // let go, apart from Ctrl, Shift and Alt
  int buttons = 0;  // let go
};

class Hand {
 public:
  Hand();
  ~Hand();
  Hand(const Hand&) = delete;
  Hand& operator=(const Hand&) = delete;

  // A key of the toolkit (WXK_RETURN, 'R') with its modifiers (wxMOD_CONTROL); false where the keyboard has no such key.
  bool key(int code, int modifiers = 0);
  // A character as a person types it, capitals and signs with Shift; false where the keyboard has none.
  bool character(char typed);
  // To that pixel of the screen.
  void move(int x, int y);
  void button(bool down);
  // One notch of the wheel, towards the end of a page.
  void right_click();
  void wheel();

  const Delivered& delivered() const { return delivered_; }

 private:
  bool press(unsigned long symbol, int modifiers);
  Delivered delivered_;
};

}  // namespace accord::test
