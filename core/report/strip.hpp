#pragma once
// The timeline in a few lines that the brief, the full report and the window's overview share.
#include "core/chart/strip.hpp"
#include "core/report/standing.hpp"

namespace accord {

// The tracks with their three dates, the open goals and the mandates that these must fit into; no lanes where there is
// nothing to show.
chart::Strip strip_of(const Standing& standing, const Tongue& tongue = {});

}  // namespace accord
