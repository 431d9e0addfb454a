#include "domain/practice/names.h"

#include <array>

namespace doorstep::domain::practice {

namespace {

constexpr std::array kWomen{"Mary",     "Eileen", "Kathleen", "Doreen", "Sheila",   "Bridget", "Maureen", "Patricia",
                            "Rosaleen", "Una",    "Jean",     "Betty",  "Agnes",    "Nora",    "Irene",   "Pauline",
                            "Gwen",     "Megan",  "Sian",     "Moira",  "Fiona",    "Amina",   "Farida",  "Priscilla",
                            "Yvonne",   "Grace",  "Hazel",    "Olive",  "Winifred", "Dorothy", "Linda",   "Susan",
                            "Angela",   "Teresa", "Carol",    "Denise", "Jasmine",  "Leanne",  "Chloe",   "Zofia"};
constexpr std::array kMen{"John",   "Patrick", "Gerard",  "Seamus",  "Brendan", "Hugh",    "Kevin",   "Alan",
                          "Robert", "Samuel",  "William", "George",  "Ronald",  "Derek",   "Kenneth", "Gareth",
                          "Emrys",  "Hamish",  "Angus",   "Malcolm", "Rashid",  "Yusuf",   "Winston", "Desmond",
                          "Peter",  "Frank",   "Arthur",  "Stanley", "Leonard", "Raymond", "Colin",   "Martin"};
constexpr std::array kFamilies{
    "Adair",   "Barr",    "Birch",   "Boyle",   "Bramley", "Carson",  "Cassidy", "Coyle",    "Craig",  "Davies",
    "Devlin",  "Doherty", "Duffy",   "Ellison", "Fallon",  "Fenwick", "Gibb",    "Gilroy",   "Graham", "Hanna",
    "Hartley", "Hughes",  "Hussain", "Irvine",  "Jenkins", "Kane",    "Keenan",  "Khan",     "Lavery", "Logan",
    "Lynch",   "Mallon",  "Marsh",   "McCann",  "McKee",   "McNeill", "Meikle",  "Morgan",   "Mullan", "Nash",
    "Neeson",  "Nowak",   "Oldroyd", "Orr",     "Parry",   "Pender",  "Quigley", "Rafferty", "Reid",   "Rooney",
    "Savage",  "Sloan",   "Smyth",   "Thorne",  "Toner",   "Unwin",   "Vaughan", "Wallace",  "Whelan", "Yates"};
constexpr std::array kStreets{"Alder Row",      "Bellfield Lane",  "Canal Bank",    "Cedar Terrace", "Chapel Brae",
                              "Colliery Walk",  "Dunmore Gardens", "Fairhill Park", "Glebe Street",  "Harbour View",
                              "Hawthorn Close", "Kiln Lane",       "Larch Avenue",  "Linen Court",   "Mill Street",
                              "Nursery Road",   "Orchard Way",     "Quarry Hill",   "Rowan Drive",   "School Lane",
                              "Spinners Row",   "Station Parade",  "Tannery Road",  "Weavers Court"};
constexpr std::array kVisitNotes{
    "Looked at the week together and picked one small thing to try.",
    "Talked about the neighbours. Would like somebody to walk with.",
    "Not a good week; we kept it short and had tea.",
    "Went through the letters on the table and sorted three of them.",
    "Walked to the corner and back. Further than last time.",
    "Read the leaflet together. Worried about the steps at the door.",
    "Cheerful today. Had rung a sister for the first time in months.",
    "Talked about the ending and what happens after it.",
    "Practised the bus app twice.",
    "Grandson visiting at the weekend; we planned what to cook.",
};
constexpr std::array kCallNotes{
    "Confirmed the next visit.",
    "Checked in after the hospital appointment.",
    "Gave the number of the lunch club again.",
    "Chatted for a while; slept badly.",
    "Arranged a lift for Thursday.",
    "Asked how the group went. Will go again.",
};
constexpr std::array kGoals{
    "Get to one group a week without somebody fetching me.",
    "Have somebody to talk to on a Sunday.",
    "Learn to make video calls to my daughter.",
    "Sort out the heating with the housing office.",
    "Walk to the shops again.",
    "Go back to the choir.",
    "Know what to do with the letters that come.",
    "Feel safe when the bell rings.",
    "Meet people of my own age.",
    "Have an hour a week away from caring.",
};
constexpr std::array kMatters{
    "I like to know who is coming and when.",  "My garden, and the birds that come to it.",
    "Being useful. I worked all my life.",     "My faith and the people at the church.",
    "Music, any kind, as long as it is live.", "To be asked, not told.",
    "Football on a Saturday with company.",    "My cat. She does not like strangers, give her time.",
};

/// Outward codes, and a number range kept free for drama, of each area.
struct AreaNumbers
{
    const char* area;
    std::array<const char*, 3> outward;
    const char* dial;
};
constexpr std::array kAreas{
    AreaNumbers{"northern-ireland-and-isle-of-man", {"BT11", "BT12", "BT13"}, "028 9649 6"},
    AreaNumbers{"wales", {"SA31", "LL30", "NP20"}, "029 2018 0"},
    AreaNumbers{"scotland", {"DD1", "KY1", "AB11"}, "0141 496 0"},
    AreaNumbers{"london", {"N7", "SW9", "NW10"}, "020 7946 0"},
    AreaNumbers{"north", {"M35", "TS1", "YO1"}, "0161 496 0"},
    AreaNumbers{"central", {"NG7", "NN17", "PE21"}, "0115 496 0"},
    AreaNumbers{"south-and-channel-islands", {"RG1", "PL1", "TR15"}, "0118 496 0"},
    AreaNumbers{"south-east", {"SO14", "LU1", "CT9"}, "01632 960"},
};

const AreaNumbers& numbersOf(const QString& area)
{
    for (const AreaNumbers& each : kAreas) {
        if (area == QLatin1StringView(each.area))
            return each;
    }
    return kAreas.back();
}

QString text(const char* words)
{
    return QString::fromUtf8(words);
}

} // namespace

QString womansName(Dice& dice)
{
    return text(dice.pick(kWomen));
}

QString mansName(Dice& dice)
{
    return text(dice.pick(kMen));
}

QString familyName(Dice& dice)
{
    return text(dice.pick(kFamilies));
}

QString streetAddress(Dice& dice)
{
    return QStringLiteral("%1 %2").arg(dice.between(1, 140)).arg(text(dice.pick(kStreets)));
}

QString postcode(Dice& dice, const QString& area)
{
    // C, I, K, M, O and V never stand in the inward part.
    constexpr std::array kUnused{"KV", "VO", "OK", "MC"};
    const QString outward = text(dice.pick(numbersOf(area).outward));
    return QStringLiteral("%1 %2%3").arg(outward).arg(dice.between(0, 9)).arg(text(dice.pick(kUnused)));
}

QString landline(const QString& area, int lastThree)
{
    return QStringLiteral("%1%2").arg(text(numbersOf(area).dial)).arg(lastThree, 3, 10, QLatin1Char('0'));
}

QString phoneNumber(Dice& dice, const QString& area)
{
    const int lastThree = dice.between(0, 999);
    if (dice.chance(30))
        return QStringLiteral("07700 900%1").arg(lastThree, 3, 10, QLatin1Char('0'));
    return landline(area, lastThree);
}

QString visitNote(Dice& dice)
{
    return text(dice.pick(kVisitNotes));
}

QString callNote(Dice& dice)
{
    return text(dice.pick(kCallNotes));
}

QString goalWording(Dice& dice)
{
    return text(dice.pick(kGoals));
}

QString whatMatters(Dice& dice)
{
    return text(dice.pick(kMatters));
}

} // namespace doorstep::domain::practice
