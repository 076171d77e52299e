#include "core/model/open_point.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> OpenPoint::describe() {
  return with_common({
      required(field<&OpenPoint::title>("title", "Point")),
      field<&OpenPoint::track>("track", "Track"),
      field<&OpenPoint::article>("article", "Article"),
      long_text(field<&OpenPoint::our_position>("our_position", "Our position")),
      long_text(field<&OpenPoint::their_position>("their_position", "Their position")),
      secret(long_text(field<&OpenPoint::red_line>("red_line", "Red line"))),
      secret(long_text(field<&OpenPoint::fallback>("fallback", "Fallback"))),
      field<&OpenPoint::state>("state", "State"),
      field<&OpenPoint::owner>("owner", "Owner"),
      field<&OpenPoint::entry>("entry", "Raised in"),
      field<&OpenPoint::precedent>("precedent", "Precedent", "the same clause in another agreement"),
  });
}

}  // namespace accord
