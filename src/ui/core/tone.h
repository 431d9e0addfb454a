#pragma once

namespace doorstep::ui {

/// The tones of the design system in its order. A model hands one to a delegate as a number.
enum Tone : int { Neutral, Primary, Good, Info, Attention, Problem };

} // namespace doorstep::ui
