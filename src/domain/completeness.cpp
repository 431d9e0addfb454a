#include "domain/completeness.h"

#include "domain/kinds/contact.h"
#include "domain/personsummary.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace doorstep::domain {

namespace {

QString member(const QJsonObject& json, const char* key)
{
    return json.value(QLatin1StringView(key)).toString();
}

bool hasCode(const Record& record, QStringView field, const QString& code)
{
    const QString* text = std::get_if<QString>(&record.value(field));
    return text && *text == code;
}

/// Answers one item of the rule after the other for one person.
class Checker
{
public:
    Checker(std::span<const Record> records, const CodeLists& lists)
        : m_records(records), m_episode(latestEpisode(records))
    {
        const QJsonObject rule = lists.rule(u"completeness");
        m_items = rule.value(QLatin1StringView("fields")).toArray();
        const QStringList answered = rule.value(QLatin1StringView("counted_as_answered")).toVariant().toStringList();
        m_answeredEmpties = QSet<QString>(answered.begin(), answered.end());
        const QJsonObject counted = lists.rule(u"contact-definition");
        const QStringList modes = counted.value(QLatin1StringView("kinds")).toVariant().toStringList();
        m_countedModes = QSet<QString>(modes.begin(), modes.end());
    }

    Completeness check()
    {
        Completeness result;
        for (const QJsonValue& each : std::as_const(m_items)) {
            const QJsonObject item = each.toObject();
            if (!applies(member(item, "when")))
                continue;
            ++result.of;
            m_blame.reset();
            if (isAnswered(item))
                ++result.answered;
            else
                result.missing.push_back({member(item, "kind"), member(item, "field"), member(item, "sentence"),
                                          member(item, "label"), m_blame});
        }
        return result;
    }

private:
    [[nodiscard]] std::vector<const Record*> records(const QString& kind) const
    {
        std::vector<const Record*> found;
        for (const Record& record : m_records) {
            if (record.isDeleted() || record.kind->key() != kind)
                continue;
            const bool isOther = kind == QLatin1StringView("episode") && &record != m_episode;
            const bool isUncounted = record.kind == &kindOf<Contact>() && !isCounted(record);
            if (!isOther && !isUncounted && isOfEpisode(record, m_episode))
                found.push_back(&record);
        }
        return found;
    }
    [[nodiscard]] bool isCounted(const Record& contact) const
    {
        const QString* mode = std::get_if<QString>(&contact.value(u"mode"));
        return mode && m_countedModes.contains(*mode);
    }
    [[nodiscard]] bool isAnswered(const Record& record, const QString& field) const
    {
        const Value& value = record.value(field);
        return !isEmpty(value) || m_answeredEmpties.contains(emptyCode(std::get<Empty>(value)));
    }
    [[nodiscard]] bool applies(const QString& when) const
    {
        if (when == QLatin1StringView("ended"))
            return hasEnded();
        if (when == QLatin1StringView("ended-with-signposts"))
            return hasEnded() && !records(QStringLiteral("signpost")).empty();
        return true;
    }
    [[nodiscard]] bool hasEnded() const { return m_episode && !isEmpty(m_episode->value(u"ended_on")); }

    bool isAnswered(const QJsonObject& item)
    {
        const QString check = member(item, "check");
        const auto found = records(member(item, "kind"));
        if (check == QLatin1StringView("taken") || check == QLatin1StringView("taken-or-reason"))
            return isTaken(item, found, check == QLatin1StringView("taken-or-reason"));
        if (check == QLatin1StringView("any-or-reason"))
            return isAnyOrReason(item, found);
        return !found.empty() && std::all_of(found.begin(), found.end(),
                                             [&](const Record* record) { return isRecordComplete(item, *record); });
    }

    /// All of `field` and `also`, or one of `or` in their place.
    bool isRecordComplete(const QJsonObject& item, const Record& record)
    {
        const QStringList also = item.value(QLatin1StringView("also")).toVariant().toStringList();
        const QStringList instead = item.value(QLatin1StringView("or")).toVariant().toStringList();
        const auto answered = [&](const QString& field) { return isAnswered(record, field); };
        const bool all = answered(member(item, "field")) && std::all_of(also.begin(), also.end(), answered);
        if (all || std::any_of(instead.begin(), instead.end(), answered))
            return true;
        if (!m_blame)
            m_blame = record.id;
        return false;
    }

    static bool isTaken(const QJsonObject& item, const std::vector<const Record*>& measures, bool reasonCounts)
    {
        return std::any_of(measures.begin(), measures.end(), [&](const Record* measure) {
            return hasCode(*measure, u"instrument", member(item, "instrument")) &&
                   hasCode(*measure, u"point", member(item, "point")) &&
                   (!isEmpty(measure->value(member(item, "field"))) ||
                    (reasonCounts && !isEmpty(measure->value(u"not_asked_reason"))));
        });
    }

    [[nodiscard]] bool isAnyOrReason(const QJsonObject& item, const std::vector<const Record*>& found) const
    {
        const bool hasAny = std::any_of(found.begin(), found.end(), [&](const Record* record) {
            return !isEmpty(record->value(member(item, "field")));
        });
        return hasAny || (m_episode && !isEmpty(m_episode->value(member(item, "reason_field"))));
    }

    std::span<const Record> m_records;
    const Record* m_episode;
    QJsonArray m_items;
    QSet<QString> m_answeredEmpties;
    QSet<QString> m_countedModes;
    std::optional<RecordId> m_blame;
};

} // namespace

Completeness completenessOf(std::span<const Record> ofPerson, const CodeLists& lists)
{
    return Checker(ofPerson, lists).check();
}

} // namespace doorstep::domain
