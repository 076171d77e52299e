#pragma once
// The English that is left in what the program says to people who work in Russian or Kazakh.
#include <set>
#include <string>
#include <vector>

namespace accord::test {

// Takes out of a text what may be in Latin letters in any language, and names the words that are left.
class LatinWords {
 public:
  LatinWords();

  // What is typed next: its words may come back at once, its values and names from now on.
  void typed(const std::string& line);
  // All its words may come back.
  void know(const std::string& text);
  // Words of three Latin letters or more that nobody but the program can have said. Of what is said of mistakes
  // (`mistakes`) the words that can be typed are no such words: fields, kinds and their choices.
  std::set<std::string> left_in(const std::string& said, bool mistakes) const;

 private:
  void own(std::string text);

  std::vector<std::string> texts_;  // a person's, in lower case, the longest first
  std::set<std::string> names_, line_, words_of_mistakes_;
};

}  // namespace accord::test
