#pragma once

#include "app/practicestore.h"
#include "ui/people/caseload.h"

#include <QTemporaryDir>
#include <QtTest>

namespace doorstep::ui {

/// A session on the practice caseload, on a Tuesday morning at ten to eleven.
class PracticeSession
{
public:
    PracticeSession()
        : m_clock(base::Timestamp::fromDateTime(QDateTime(QDate(2026, 11, 24), QTime(10, 50), Qt::UTC))), m_random(7)
    {
        auto opened = app::makePracticeStore(m_folder.path(), m_clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        m_session = std::make_unique<Session>(std::move(opened->store), m_clock, m_random);
        m_caseload = std::make_unique<Caseload>(*m_session);
    }

    [[nodiscard]] Session& session() { return *m_session; }
    [[nodiscard]] Caseload& caseload() { return *m_caseload; }
    [[nodiscard]] base::FixedClock& clock() { return m_clock; }

private:
    QTemporaryDir m_folder;
    base::FixedClock m_clock;
    base::SeededRandom m_random;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Caseload> m_caseload;
};

} // namespace doorstep::ui
