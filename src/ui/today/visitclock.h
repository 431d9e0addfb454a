#pragma once

#include "domain/kinds/plannedvisit.h"
#include "ui/core/session.h"

#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace doorstep::ui {

/// The visit that is going on: a contact's draft that knows when it began. It survives everything a draft survives.
class VisitClock : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(bool isRunning READ isRunning NOTIFY changed FINAL)
    Q_PROPERTY(QString person READ person NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed FINAL)
    Q_PROPERTY(QString minutesText READ minutesText NOTIFY changed FINAL)

public:
    explicit VisitClock(Session& session);

    [[nodiscard]] bool isRunning() const { return !m_draft.isNull(); }
    [[nodiscard]] QString person() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QString minutesText() const;
    [[nodiscard]] const QUuid& draft() const { return m_draft; }

    /// Looks which draft is a running visit.
    void read(const std::vector<store::Draft>& drafts);
    [[nodiscard]] base::Status start(const domain::PlannedVisit& plan);
    /// Writes the minutes into the draft, which is a form to finish from then on. Gives its id; empty when none runs.
    Q_INVOKABLE QString finish();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] qint64 minutes() const;

    Session& m_session;
    QTimer m_tick;
    QUuid m_draft, m_person;
    base::Timestamp m_startedAt;
};

} // namespace doorstep::ui
