#include "bench/visits.h"

#include "base/id.h"

#include <QJsonArray>

#include <array>

namespace doorstep::bench {

namespace {

constexpr int kPeople = 40;
constexpr int kNoteLength = 200;
constexpr qint64 kFirstMorning = 1'735'725'600'000; // 2025-01-01 10:00 UTC
constexpr qint64 kMinute = 60'000;

constexpr std::array kWords{
    "walked",  "garden",  "talked",   "about",    "sister",   "kettle",    "window",    "church",    "bus",
    "library", "knees",   "better",   "worried",  "letter",   "hospital",  "doctor",    "neighbour", "cat",
    "photos",  "wedding", "shop",     "bread",    "phoned",   "daughter",  "grandson",  "school",    "rain",
    "heating", "bill",    "tablets",  "slept",    "badly",    "laughed",   "sang",      "radio",     "club",
    "tuesday", "lunch",   "together", "park",     "bench",    "stick",     "stairs",    "lift",      "friend",
    "funeral", "lonely",  "evenings", "tea",      "biscuits", "newspaper", "crossword", "tired",     "cheerful",
    "asked",   "again",   "next",     "week",     "plans",    "choir",     "painting",  "class",     "minibus",
    "driver",  "key",     "door",     "answered", "slowly",   "smiled",    "coat"};

QString note(base::Random& random)
{
    QString text;
    while (text.size() < kNoteLength) {
        text += QLatin1StringView(kWords.at(random.below(kWords.size())));
        text += QLatin1Char(random.below(9) == 0 ? '.' : ' ');
    }
    return text.trimmed();
}

QString idAt(qint64 moment, base::Random& random)
{
    const base::FixedClock clock(base::Timestamp(moment, 0));
    return base::uuidText(base::makeUuid(clock, random));
}

Visit makeVisit(int index, const std::vector<QString>& people)
{
    base::SeededRandom random(static_cast<quint64>(index) + 1);
    const qint64 begin = kFirstMorning + index * 7 * kMinute;
    const qint64 minutes = 15 + static_cast<qint64>(random.below(90));
    static constexpr std::array kPlaces{"service-users-home", "community-venue", "library"};
    const QString worker = QStringLiteral("0193e4a2-b7c1-7000-8000-00000000000a");
    return {idAt(begin + minutes * kMinute, random),
            {{QStringLiteral("person"), people[random.below(people.size())]},
             {QStringLiteral("mode"), QStringLiteral("face-to-face")},
             {QStringLiteral("started_at"), base::Timestamp(begin, 0).toIso()},
             {QStringLiteral("minutes"), minutes},
             {QStringLiteral("location"), QLatin1StringView(kPlaces.at(random.below(kPlaces.size())))},
             {QStringLiteral("worker"), worker},
             {QStringLiteral("worker_type"), QStringLiteral("connector")},
             {QStringLiteral("travelled_together"), random.below(4) == 0},
             {QStringLiteral("note"), note(random)},
             {QStringLiteral("entered_by"), worker},
             {QStringLiteral("entered_at"), base::Timestamp(begin + minutes * kMinute, 0).toIso()}}};
}

} // namespace

std::vector<QString> visitedPeople()
{
    base::SeededRandom random(0);
    std::vector<QString> people;
    people.reserve(kPeople);
    for (int i = 0; i < kPeople; ++i)
        people.push_back(idAt(kFirstMorning - i * kMinute, random));
    return people;
}

std::vector<Visit> makeVisits(int from, int count)
{
    const std::vector<QString> people = visitedPeople();
    std::vector<Visit> visits;
    visits.reserve(static_cast<size_t>(count));
    for (int index = from; index < from + count; ++index)
        visits.push_back(makeVisit(index, people));
    return visits;
}

} // namespace doorstep::bench
