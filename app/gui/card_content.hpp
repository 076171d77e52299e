#pragma once
// What a card says, as a value: compared with what it said before, so that only what has changed is built anew. Knows no
// toolkit.
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/chart/strip.hpp"
#include "core/report/document.hpp"

namespace accord::gui {

struct Sentence {
  enum class Weight { normal, quiet, strong, big };
  std::string text;
  Weight weight = Weight::normal;
  doc::Tone tone = doc::Tone::neutral;
  bool operator==(const Sentence&) const = default;
};
// A number or a date in large letters, with what it is above and what it means below.
struct BigFigure {
  std::string label, value, note;
  doc::Tone tone = doc::Tone::neutral;
  bool operator==(const BigFigure&) const = default;
};
using BigFigures = std::vector<BigFigure>;  // side by side
// Rows of cells under one row of headings; the first cell of a row names it.
struct CardTable {
  std::vector<std::vector<std::string>> rows;
  bool operator==(const CardTable&) const = default;
};
// What is to be done: of which record, what, and by when.
struct CardStep {
  std::string code;
  bool opens = false;  // the code is a milestone's: it can be gone to
  std::string what, when;
  bool late = false;
  bool operator==(const CardStep&) const = default;
};
using CardSteps = std::vector<CardStep>;

// A timeline; another one where its words are others, for they name every date in it.
struct CardStrip {
  chart::Strip strip;
  bool operator==(const CardStrip& other) const {
    return strip.today == other.strip.today && strip.description == other.strip.description;
  }
};

struct Verdict {
  std::string word;
  doc::Tone tone = doc::Tone::unknown;
  bool operator==(const Verdict&) const = default;
};

struct CardContent {
  std::string title;
  std::optional<Verdict> verdict = {};  // beside the title
  std::vector<std::variant<Sentence, BigFigures, CardTable, CardSteps, CardStrip>> items = {};
  bool operator==(const CardContent&) const = default;

  void say(std::string text) { items.push_back(Sentence{std::move(text)}); }
  void note(std::string text) { items.push_back(Sentence{std::move(text), Sentence::Weight::quiet}); }
};

}  // namespace accord::gui
