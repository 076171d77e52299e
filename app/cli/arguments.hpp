#pragma once
// What a person typed after `accord COMMAND`, taken apart.
#include <boost/program_options.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/calendar/day.hpp"

namespace accord::cli {

struct Command;

enum class Format { table, json, csv };

class Arguments {
 public:
  // Codes: usage.option (unknown, with the nearest one), usage.value (missing or not understood), usage.arguments (too
  // few or too many).
  static Result<Arguments> parse(const Command& command, const std::vector<std::string>& words);

  // The words that belong to no option, FILE first.
  const std::vector<std::string>& words() const { return words_; }
  const std::string& word(std::size_t i) const { return words_.at(i); }
  std::string word_or(std::size_t i, std::string otherwise) const { return i < words_.size() ? words_[i] : otherwise; }

  bool has(const std::string& option) const { return values_.count(option) > 0; }
  std::string text(const std::string& option, std::string otherwise = {}) const;
  std::vector<std::string> texts(const std::string& option) const;
  // Dates were checked by parse().
  std::optional<Day> day(const std::string& option) const;
  Format format() const { return format_; }
  bool wants_help() const { return has("help"); }

 private:
  boost::program_options::variables_map values_;
  std::vector<std::string> words_;
  Format format_ = Format::table;
};

// The options of a command with those that every command has, for --help.
boost::program_options::options_description options_of(const Command& command);

}  // namespace accord::cli
