#pragma once
// The words of a note, each with what follows it, and whether it has been understood yet.
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace accord {

class NoteWords {
 public:
  explicit NoteWords(std::string_view text);

  std::size_t size() const { return plain_.size(); }
  // Without the punctuation around it.
  const std::string& plain(std::size_t i) const { return plain_[i]; }
  // The English word behind it where it is Russian or Kazakh, see note_tongues.hpp; else as plain().
  const std::string& meant(std::size_t i) const { return meant_[i]; }
  std::string folded(std::size_t i) const;  // meant(), in lower case; "" beyond the end
  bool used(std::size_t i) const { return used_[i]; }
  // A comma, semicolon, colon or full stop follows.
  bool ends_clause(std::size_t i) const { return ends_clause_[i]; }
  bool is_capitalised(std::size_t i) const;
  void use(std::size_t first, std::size_t count = 1);

  // The unused words from `i` up to the end of the clause, without punctuation, as meant().
  std::span<const std::string> clause_from(std::size_t i) const;
  // The words that are not used, in order, with their punctuation; small joining words at either end of a clause left
  // out.
  std::string leftover() const;
  // All words but the used ones that `drop` names, with their punctuation.
  std::string without(const std::vector<bool>& drop) const;

 private:
  std::vector<std::string> raw_, plain_, meant_;
  std::vector<bool> ends_clause_, used_;
};

}  // namespace accord
