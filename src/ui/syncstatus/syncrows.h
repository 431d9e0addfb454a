#pragma once

#include "domain/kinds/conflict.h"
#include "ui/core/session.h"

namespace doorstep::ui {

/// A record that is on its way to the hub.
struct WaitingRow
{
    QString kind, id;
    QString iconName, title, subtitle;
    QString stateIcon, stateText;
};

/// A change that the hub keeps and has not accepted, with the field to look at.
struct RefusedRow
{
    QString kind, id, field;
    QString iconName, title, subtitle;
};

/// Values of one field, or a removal against an edit; one of them is kept.
struct ConflictRow
{
    QString conflict;
    QString title;
    QString text;                   ///< a line a value: "You, today 11:17: 028 9055 0142"
    QStringList choices;            ///< "Keep mine", "Keep Sam’s"
    std::vector<QJsonValue> values; ///< what each choice settles it with
};

/// Reads from the store what the Sync page lists.
class SyncRows
{
public:
    explicit SyncRows(Session& session) : m_session(session) {}

    /// One row a record, the first saved first.
    [[nodiscard]] base::Result<std::vector<WaitingRow>> waiting();
    [[nodiscard]] base::Result<std::vector<RefusedRow>> refused();
    [[nodiscard]] base::Result<std::vector<ConflictRow>> conflicts();

private:
    struct Words
    {
        QString iconName, title;
    };
    [[nodiscard]] Words wordsOf(const store::OutboxEntry& entry);
    [[nodiscard]] QString subjectOf(const domain::Record& record);
    [[nodiscard]] QString personName(const std::optional<QUuid>& person, bool isShort);
    [[nodiscard]] ConflictRow fieldConflict(const domain::Conflict& conflict, const domain::FieldSpec& field);
    [[nodiscard]] ConflictRow removalConflict(const domain::Conflict& conflict, const domain::KindSpec& kind);
    [[nodiscard]] QString removedThing(const domain::Conflict& conflict, const domain::KindSpec& kind);
    [[nodiscard]] QString whoAndWhen(const QJsonObject& value);
    [[nodiscard]] QString valueText(const QJsonValue& value, const domain::FieldSpec& field) const;
    [[nodiscard]] QString workerName(const QString& by);
    [[nodiscard]] bool isMe(const QString& by) const;
    [[nodiscard]] QDate today() const { return m_session.clock().now().date(); }

    Session& m_session;
};

} // namespace doorstep::ui
