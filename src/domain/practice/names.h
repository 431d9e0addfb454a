#pragma once

#include "domain/practice/setting.h"

namespace doorstep::domain::practice {

/// All of it is made up. Phone numbers come from the ranges kept free for drama; every postcode has a last letter
/// that no postcode has.
[[nodiscard]] QString womansName(Dice& dice);
[[nodiscard]] QString mansName(Dice& dice);
[[nodiscard]] QString familyName(Dice& dice);
[[nodiscard]] QString streetAddress(Dice& dice);
[[nodiscard]] QString postcode(Dice& dice, const QString& area);
/// Mostly a number of the area, at times a mobile one.
[[nodiscard]] QString phoneNumber(Dice& dice, const QString& area);
[[nodiscard]] QString landline(const QString& area, int lastThree);

/// One sentence of a note, a goal or a wish.
[[nodiscard]] QString visitNote(Dice& dice);
[[nodiscard]] QString callNote(Dice& dice);
[[nodiscard]] QString goalWording(Dice& dice);
[[nodiscard]] QString whatMatters(Dice& dice);

} // namespace doorstep::domain::practice
