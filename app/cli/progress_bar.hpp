#pragma once
// How far long work has come, on one line of the terminal that takes the problems; nothing where that is no terminal.
#include <cstddef>
#include <string>

#include "app/cli/io.hpp"

namespace accord::cli {

class ProgressBar {
 public:
  // `what` is being done: "Reading kz.csv".
  ProgressBar(Io& io, std::string what);
  // Takes the line away again.
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  // Draws only where the percentage has changed. Nothing for a total of 0.
  void show(std::size_t done, std::size_t total);

 private:
  Io& io_;
  std::string what_;
  int percent_ = -1;  // as last drawn
};

}  // namespace accord::cli
