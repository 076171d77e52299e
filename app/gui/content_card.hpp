#pragma once
// A card that is built of a value and builds itself anew only where the value is another one.
#include <functional>
#include <string>

#include "app/gui/card.hpp"
#include "app/gui/card_content.hpp"

namespace accord::gui {

class ContentCard : public Card {
 public:
  using Open = std::function<void(const std::string& code)>;

  // `open` goes to a milestone.
  ContentCard(wxWindow* parent, Open open);
  // False where it said this already. What it shows wants wrapping after that.
  bool set(const CardContent& content);

 private:
  void add(const Sentence& sentence);
  void add(const BigFigures& figures);
  void add(const CardTable& table);
  void add(const CardSteps& steps);
  void add(const CardStrip& strip);

  Open open_;
  CardContent content_;
};

}  // namespace accord::gui
