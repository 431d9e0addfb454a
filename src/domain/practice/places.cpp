#include "domain/practice/names.h"

#include <array>

namespace doorstep::domain::practice {

namespace {

struct Place
{
    const char* name;
    const char* destination;
    const char* days;
    const char* cost;
    const char* access; ///< one code of the access list, or empty
    const char* state = "open";
};

constexpr std::array kPlaces{
    Place{"Falls Bowls Club", "third-sector-hobbies-interests-social-cultural", "Thursday 14:00", "£2 with tea",
          "step-free"},
    Place{"Indoor bowls, Andersonstown", "local-authority-leisure-fitness-and-physical-activities", "Monday and Friday",
          "£3", "accessible-toilet"},
    Place{"Riverside Library", "local-authority-library", "Every day but Sunday", "Free", "step-free"},
    Place{"Tuesday Table lunch club", "third-sector-lunch-clubs-coffee-mornings", "Tuesday 12:30", "£4 with soup",
          "step-free"},
    Place{"The Kettle coffee morning", "third-sector-lunch-clubs-coffee-mornings", "Wednesday 10:30", "Free",
          "somewhere-to-sit"},
    Place{"Linen Hall community hub", "third-sector-community-centre-hub", "Weekdays", "Free", "wheelchair"},
    Place{"Millside Men’s Shed", "third-sector-gender-specific", "Monday and Thursday", "£1", ""},
    Place{"Greenway walking group", "third-sector-health-and-wellbeing", "Saturday 11:00", "Free", "short-distances"},
    Place{"Second Verse choir", "third-sector-hobbies-interests-social-cultural", "Monday 19:00", "Free", "step-free"},
    Place{"Over Sixty Friends", "third-sector-age-specific", "Friday 14:00", "£2", "accessible-toilet"},
    Place{"Doorbell befrienders", "third-sector-befriending", "By arrangement", "Free", "", "full"},
    Place{"Lighter Days grief group", "third-sector-bereavement-support", "First Tuesday", "Free", "quiet-place"},
    Place{"Steady Minds drop-in", "third-sector-mental-health-condition", "Wednesday 13:00", "Free", "quiet-place"},
    Place{"Strong Hearts exercise class", "third-sector-physical-health-condition", "Tuesday 10:00", "£2",
          "somewhere-to-sit"},
    Place{"Plain Answers advice desk", "third-sector-advice-and-advocacy", "Weekdays to 16:00", "Free", "step-free"},
    Place{"Rowan Way dial-a-ride", "third-sector-transport-and-mobility", "Weekdays", "£3 a trip", "lift-to-car"},
    Place{"Open Larder food bank", "third-sector-food-bank", "Monday and Friday", "Free", ""},
    Place{"Helping Hands volunteering", "third-sector-volunteering-and-community-action", "By arrangement", "Free", ""},
    Place{"St Brannoc’s friendship circle", "third-sector-religious", "Sunday after service", "Free", "step-free"},
    Place{"New Page learning rooms", "third-sector-education-and-employment-support", "Weekday evenings", "£10 a term",
          ""},
    Place{"Hearing and sight support", "nhs-community-services", "By appointment", "Free", "step-free"},
    Place{"Talking therapies", "nhs-mental-health-services", "By appointment", "Free", ""},
    Place{"Council housing repairs", "local-authority-housing", "Weekdays", "Free", ""},
    Place{"Pensions and benefits line", "national-government-benefits-and-welfare", "Weekdays", "Free", ""},
    Place{"Wheels and walkers loan", "british-red-cross", "Weekdays", "Free", "step-free"},
    Place{"Fern Street social club", "third-sector-hobbies-interests-social-cultural", "Was on Fridays", "£1", "",
          "gone"},
};

} // namespace

void makePlaces(Setting& setting)
{
    int last = 300;
    for (const Place& place : kPlaces) {
        auto made = setting.book.make<Organisation>();
        made.name = QString::fromUtf8(place.name);
        made.destination = choice(QString::fromUtf8(place.destination));
        made.address = streetAddress(setting.dice);
        made.postcode = postcode(setting.dice, setting.area);
        made.days = QString::fromUtf8(place.days);
        made.cost = QString::fromUtf8(place.cost);
        if (*place.access != '\0')
            made.access = Codes{{QString::fromUtf8(place.access)}};
        made.phone = landline(setting.area, ++last);
        made.state = choice(QString::fromUtf8(place.state));
        made.checkedOn = setting.daysAgo(setting.dice.between(3, 120));
        made.checkedBy = setting.connector;
        made.scheme = choice(setting.scheme);
        setting.book.add(made);
        setting.places.push_back(made);
    }
}

} // namespace doorstep::domain::practice
