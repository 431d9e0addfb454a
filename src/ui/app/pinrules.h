#pragma once

namespace doorstep::ui {

/// Digits of the PIN that a new phone asks for, and the most a PIN has: the pad opens with the last one, without
/// another button. store::kShortestPin is the least.
inline constexpr int kPinLength = 6;

} // namespace doorstep::ui
