#pragma once

#include "app/appwiring.h"
#include "base/clock.h"
#include "fieldday/finger.h"
#include "platform/linux/filekeystore.h"
#include "support/hubprocess.h"

#include <QJsonObject>

namespace doorstep::fieldday {

/// A connector's day through the real window: the hub out of reach, a visit with a journey, a signpost and progress on
/// a goal recorded by touch, then the hub again, and every record received once.
class FieldDay
{
public:
    /// `folder` is made anew. `size` of the practice caseload: "practice" or "large".
    FieldDay(QString folder, QString size);

    /// Runs the day. False with a reason at the first thing that is not as it should be.
    [[nodiscard]] bool run();
    [[nodiscard]] QString reason() const { return m_reason; }
    [[nodiscard]] QJsonObject result() const { return m_result; }

private:
    [[nodiscard]] bool prepareHub();
    [[nodiscard]] bool openApp();
    [[nodiscard]] bool recordVisit();
    [[nodiscard]] bool recordSignpost();
    [[nodiscard]] bool recordJourney();
    [[nodiscard]] bool finishVisit();
    [[nodiscard]] bool unlockAgain();
    [[nodiscard]] bool sendWhenBack();
    [[nodiscard]] bool compareWithHub();

    [[nodiscard]] bool photo(const QString& name);
    [[nodiscard]] bool check(bool good, const QString& what);
    [[nodiscard]] bool step(bool good) { return check(good, m_finger ? m_finger->missing() : QString()); }
    [[nodiscard]] store::OutboxCounts counts();

    QString m_folder, m_size;
    base::SystemClock m_clock;
    platform::FileKeyStore m_keyStore;
    support::HubProcess m_hub;
    std::unique_ptr<app::App> m_app;
    std::unique_ptr<Finger> m_finger;
    QString m_reason;
    QJsonObject m_result;
    int m_photos = 0;
};

} // namespace doorstep::fieldday
