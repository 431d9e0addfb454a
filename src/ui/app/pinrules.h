#pragma once

namespace doorstep::ui {

/// Digits of the PIN on a phone: the pad opens the store with the last one, without another button.
inline constexpr int kPinLength = 6;

} // namespace doorstep::ui
