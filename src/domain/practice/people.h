#pragma once

#include "domain/practice/story.h"

namespace doorstep::domain::practice {

/// Draws from the published shares of the programme. Shares of a known value are of those recorded; what is not
/// recorded is blank, not asked or not known.

/// Name, age, gender, ethnicity, household, address, phone, risk.
void drawPerson(Setting& setting, Story& story);
/// The six trigger groups: asked of two thirds, blank for the rest.
void drawTriggers(Setting& setting, Story& story);
/// Source and day of referral.
void drawReferral(Setting& setting, Story& story, int referredAgo);
void accept(Setting& setting, Story& story, int acceptedAgo);
/// Day and reason of ending, drawn unless one is given; a short note where the reason is "other".
void drawEnding(Setting& setting, Story& story, int endedAgo, const QString& reason = {});

[[nodiscard]] QString drawLocation(Dice& dice);
[[nodiscard]] QTime drawTime(Dice& dice);
[[nodiscard]] int drawMinutes(Dice& dice, bool isVisit);
/// A start score of 3 to 9, mostly high.
[[nodiscard]] int drawStartScore(Dice& dice);
/// A later score: two thirds improve.
[[nodiscard]] int drawLaterScore(Dice& dice, int start);
[[nodiscard]] UclaAnswers answersOf(int score);
/// A signpost to a random place with the steps that followed until `endAgo`.
void drawSignpost(Setting& setting, Story& story, int madeAgo, int endAgo);
/// One goal with its progress; the number follows the goals before it.
void drawGoal(Setting& setting, Story& story, int setAgo, int lastAgo);

} // namespace doorstep::domain::practice
