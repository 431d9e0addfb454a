#include "domain/programmerules.h"

#include <QJsonArray>

namespace doorstep::domain {

namespace {

// Where no rule says otherwise: a photo of a page in full size fits several times.
constexpr qint64 kAttachmentBytes = 20 * 1024 * 1024;

Band bandFrom(const QJsonValue& json)
{
    const QJsonArray ends = json.toArray();
    if (ends.size() != 2)
        return {};
    return Band{ends.at(0).toInt(), ends.at(1).toInt()};
}

/// The codes of a list whose member `key` has the given value.
QSet<QString> codesWith(const CodeLists& lists, QStringView list, QLatin1StringView key, const QJsonValue& value)
{
    QSet<QString> codes;
    for (const CodeEntry& entry : lists.list(list).entries) {
        if (entry.extra.value(key) == value)
            codes.insert(entry.code);
    }
    return codes;
}

void readClock(ProgrammeRules& rules, const CodeLists& lists)
{
    const QJsonObject length = lists.rule(u"support-length");
    rules.weeks = length.value(QLatin1StringView("weeks_max")).toInt();
    rules.sessions = length.value(QLatin1StringView("sessions_max")).toInt();
    rules.countsSessions = length.value(QLatin1StringView("counted_in")).toString() == QLatin1StringView("sessions");
    rules.reviewWeeks = lists.rule(u"initial-review").value(QLatin1StringView("weeks_after_start")).toInt();
    const QJsonObject followUp = lists.rule(u"follow-up");
    rules.followUpMonths = followUp.value(QLatin1StringView("months_after_end")).toInt();
    rules.followUpWeeksBefore = followUp.value(QLatin1StringView("window_weeks_before")).toInt();
    rules.followUpWeeksAfter = followUp.value(QLatin1StringView("window_weeks_after")).toInt();
}

void readPrompts(ProgrammeRules& rules, const CodeLists& lists)
{
    const QLatin1StringView kAfterDays("prompt_after_days");
    rules.firstContactDays = lists.rule(u"first-contact").value(kAfterDays).toInt();
    const QJsonObject second = lists.rule(u"second-contact");
    rules.secondContactDays = second.value(kAfterDays).toInt();
    rules.contactsWanted = second.value(QLatin1StringView("contacts_min")).toInt();
    rules.quietWeeks = lists.rule(u"gone-quiet").value(QLatin1StringView("weeks_without_contact")).toInt();
    rules.startMeasureDays = lists.rule(u"start-measure").value(kAfterDays).toInt();
    rules.takeUpDays = lists.rule(u"take-up").value(kAfterDays).toInt();
}

void readChecks(ProgrammeRules& rules, const CodeLists& lists)
{
    const QJsonObject checks = lists.rule(u"contact-checks");
    rules.outingMinutes = checks.value(QLatin1StringView("outing_asks_over_minutes")).toInt();
    rules.longMinutes = checks.value(QLatin1StringView("long_asks_over_minutes")).toInt();
    rules.visitsADay = checks.value(QLatin1StringView("face_to_face_same_day_over")).toInt();
    rules.contactsBeforeEndMeasure = lists.rule(u"end-measure").value(QLatin1StringView("contacts_min")).toInt();
    const QJsonObject groups = lists.rule(u"loneliness-groups");
    rules.notLonely = bandFrom(groups.value(QLatin1StringView("not_lonely")));
    rules.lonely = bandFrom(groups.value(QLatin1StringView("lonely")));
    rules.mostLonely = bandFrom(groups.value(QLatin1StringView("most_lonely_at_start")));
}

} // namespace

ProgrammeRules ProgrammeRules::from(const CodeLists& lists)
{
    ProgrammeRules rules;
    readClock(rules, lists);
    readPrompts(rules, lists);
    readChecks(rules, lists);
    rules.attachmentBytes =
        lists.rule(u"attachments").value(QLatin1StringView("bytes_max")).toInteger(kAttachmentBytes);
    const QJsonArray kinds = lists.rule(u"contact-definition").value(QLatin1StringView("kinds")).toArray();
    for (const QJsonValue& kind : kinds)
        rules.countedModes.insert(kind.toString());
    rules.silencingClosures = codesWith(lists, u"closure-reasons", QLatin1StringView("silences_prompts"), true);
    rules.openSteps = codesWith(lists, u"take-up-steps", QLatin1StringView("outcome"), QLatin1String("open"));
    return rules;
}

} // namespace doorstep::domain
