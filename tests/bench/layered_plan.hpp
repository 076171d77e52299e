#pragma once
// A random layered network: about two finish-to-start links a stage, Monday to Friday with twelve holidays a year.
#include "core/model/dossier.hpp"

namespace accord::bench {

// Layers as in the network generator that other programs were measured with: 10 for 100 stages, 20 for 1 000, 40 for
// 10 000, 60 for 100 000. The same size gives the same plan.
Dossier layered_plan(int stages);

}  // namespace accord::bench
