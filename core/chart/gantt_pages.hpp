#pragma once
// The timeline in pieces for paper.
#include <vector>

#include "core/chart/forecast_charts.hpp"
#include "core/chart/gantt.hpp"

namespace accord::chart {

// All rows, at most `rows` to a picture, each with the same head; the legend stands below the last. No picture without rows.
std::vector<Scene> draw_gantt_pages(const Gantt& gantt, const GanttLook& look, double width, std::size_t rows = 46,
                                    const TextMetrics& metrics = estimated_metrics());

// The same with as many rows to a picture as keep it within the height, and eight at least; on the first one only that share of
// them, more than 0 and at most 1.
std::vector<Scene> draw_gantt_sheets(const Gantt& gantt, const GanttLook& look, Size sheet, double first_share = 1,
                                     const TextMetrics& metrics = estimated_metrics());

}  // namespace accord::chart
