#pragma once
// A random layered network: about two finish-to-start links a stage, Monday to Friday with twelve holidays a year.
#include <optional>

#include "core/model/dossier.hpp"

namespace accord::bench {

// Layers as in the network generator that other programs were measured with: 10 for 100 stages, 20 for 1 000, 40 for
// 10 000, 60 for 100 000. The same size gives the same plan.
// With a `shape` (triangular or pert) every stage is an estimate with the duration as its mode.
Dossier layered_plan(int stages, std::optional<Estimate::Shape> shape = {});

}  // namespace accord::bench
